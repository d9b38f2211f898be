package fr.faireavec.slots.web;

/** Who must act for a meeting to take place. */
enum NextMove {

	/** Its day has not come; nothing is offered yet. */
	LATER,

	/** The animation: nobody is mandated by the structure. */
	NAME,

	/** The animation: no slot is free. */
	OFFER,

	/** The structure: slots await it. */
	CHOOSE,

	/** Nobody: it has its date. */
	WAIT,

	/** The animation: it is over, and not said held. */
	HOLD,

	/** Nobody any more. */
	NOTHING;

	String key() {
		return "slots.next." + this;
	}

}
