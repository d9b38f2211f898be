package fr.faireavec.kernel;

/** Somebody else changed the same thing since the form was opened. */
public class StaleEdit extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public StaleEdit() {
		super("stale edit", null, false, false);
	}

}
