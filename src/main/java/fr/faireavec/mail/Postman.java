package fr.faireavec.mail;

/** Takes letters where they go. */
interface Postman {

	/** Whether there is any way to send: without one, letters wait. */
	boolean isReady();

	/** Tries once; says how it went and throws nothing that could be foreseen. */
	Delivery deliver(Mail mail);

}
