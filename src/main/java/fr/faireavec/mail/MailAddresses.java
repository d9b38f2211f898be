package fr.faireavec.mail;

import org.jspecify.annotations.Nullable;

/**
 * Whom letters come from: the address and the name readers see, where their answers go,
 * and where undeliverable ones come back.
 */
record MailAddresses(String from, String name, @Nullable String replyTo, String envelope) {

	static MailAddresses of(String from, String name, String replyTo, String envelope) {
		return new MailAddresses(from, name, replyTo.isBlank() ? null : replyTo, envelope.isBlank() ? from : envelope);
	}

}
