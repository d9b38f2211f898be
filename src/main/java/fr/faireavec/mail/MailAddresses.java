package fr.faireavec.mail;

import org.jspecify.annotations.Nullable;

/**
 * Whom letters come from: the address and the name readers see, where their answers go,
 * and where undeliverable ones come back; a star there stands for the mark of each
 * letter, which then comes back by itself.
 */
record MailAddresses(String from, String name, @Nullable String replyTo, String returns) {

	static MailAddresses of(String from, String name, String replyTo, String returns) {
		return new MailAddresses(from, name, replyTo.isBlank() ? null : replyTo, returns.isBlank() ? from : returns);
	}

	/** Where the letter with this mark comes back to. */
	String envelope(String mark) {
		return this.returns.replaceFirst("\\*", mark);
	}

}
