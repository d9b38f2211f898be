package fr.faireavec.attendance;

/** Somebody else said something else in the meantime: nothing is written. */
public final class TapConflict extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Register.Line there;

	TapConflict(Register.Line there) {
		super("the line changed since it was shown");
		this.there = there;
	}

	/** What the register says. */
	public Register.Line there() {
		return this.there;
	}

}
