package fr.faireavec.factors;

/** A passkey that counts its signatures counted one twice: there are two of it. */
class CopiedKey extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CopiedKey() {
		super("signed with a count that was seen before", null, false, false);
	}

}
