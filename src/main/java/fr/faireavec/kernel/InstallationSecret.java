package fr.faireavec.kernel;

/**
 * The secret of one installation, 32 characters or more: what is sealed with it cannot be
 * read from the database alone.
 */
public record InstallationSecret(String value) {

	private static final int SHORTEST = 32;

	public InstallationSecret {
		if (value.length() < SHORTEST) {
			throw new MissingSecret();
		}
	}

	@Override
	public String toString() {
		return "InstallationSecret[…]";
	}

}
