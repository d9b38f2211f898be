package fr.faireavec.web;

/**
 * Two people edited the same thing: the form that came second, and the one that stands.
 */
public class Conflict extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Object mine;

	private final transient Object theirs;

	public Conflict(Object mine, Object theirs) {
		super("edit conflict", null, false, false);
		this.mine = mine;
		this.theirs = theirs;
	}

	Object mine() {
		return this.mine;
	}

	Object theirs() {
		return this.theirs;
	}

}
