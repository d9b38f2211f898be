package fr.faireavec.mail;

/** How one attempt went. */
sealed interface Delivery {

	/** The next server has it, and answers for it. */
	record Accepted() implements Delivery {
	}

	/** The server will never take it for this address: trying again is of no use. */
	record Refused(String status, String reason) implements Delivery {
	}

	/**
	 * Not now. When nobody answers at all, the other letters need not try either.
	 */
	record Later(String reason, boolean nobodyThere) implements Delivery {
	}

}
