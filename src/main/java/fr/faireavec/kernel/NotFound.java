package fr.faireavec.kernel;

/** There is no such thing, or not for this person: both read the same. */
public class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotFound() {
		super("not found", null, false, false);
	}

}
