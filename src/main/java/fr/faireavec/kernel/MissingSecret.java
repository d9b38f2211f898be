package fr.faireavec.kernel;

/** The installation was given no secret, or too short a one: it must not start. */
public class MissingSecret extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public MissingSecret() {
		super("faireavec.secret is missing or shorter than 32 characters");
	}

}
