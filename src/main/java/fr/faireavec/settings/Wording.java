package fr.faireavec.settings;

/**
 * What letters and the privacy notice say about the network; empty until somebody says
 * it.
 */
public enum Wording {

	/** Who sends the letters. */
	NETWORK_NAME(120, "Faire avec"),

	/** An e-mail address people may write to. */
	CONTACT_EMAIL(254, ""),

	POSTAL_ADDRESS(300, ""),

	/** An e-mail address for whoever asks about their data. */
	DATA_CONTACT(254, "");

	private final int longest;

	private final String otherwise;

	Wording(int longest, String otherwise) {
		this.longest = longest;
		this.otherwise = otherwise;
	}

	/** In characters. */
	public int longest() {
		return this.longest;
	}

	/** What it says before anybody chose. */
	public String otherwise() {
		return this.otherwise;
	}

}
