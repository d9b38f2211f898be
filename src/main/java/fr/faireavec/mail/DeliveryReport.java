package fr.faireavec.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.faireavec.kernel.OneLine;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says of a letter it could not deliver (RFC 3464): the Message-ID of
 * that letter, the action taken (« failed », « delayed »), the status and its reason.
 */
record DeliveryReport(String messageId, String action, String status, String reason) {

	private static final int LONGEST = 100_000;

	private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>\\s]+>)");

	/** A delay is no bounce. */
	boolean isForGood() {
		return "failed".equals(this.action) && this.status.startsWith("5");
	}

	/** Empty for any message that is no report, or an unreadable one. */
	static Optional<DeliveryReport> read(Message message) {
		try {
			if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
				return Optional.empty();
			}
			InternetHeaders recipient = null;
			String original = null;
			for (int i = 0; i < parts.getCount(); i++) {
				Part part = parts.getBodyPart(i);
				if (part.isMimeType("message/delivery-status")) {
					recipient = recipient(part);
				}
				else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
					original = original(part);
				}
			}
			return (recipient == null || original == null) ? Optional.empty()
					: Optional.of(new DeliveryReport(original, value(recipient, "Action").toLowerCase(Locale.ROOT),
							value(recipient, "Status"), value(recipient, "Diagnostic-Code")));
		}
		catch (MessagingException | IOException ex) {
			return Optional.empty();
		}
	}

	/** The fields about the first recipient stand after those about the message. */
	private static @Nullable InternetHeaders recipient(Part part) throws IOException, MessagingException {
		InputStream fields = new ByteArrayInputStream(bytes(part));
		InternetHeaders block = new InternetHeaders(fields);
		while (block.getHeader("Final-Recipient") == null && fields.available() > 0) {
			block = new InternetHeaders(fields);
		}
		return (block.getHeader("Final-Recipient") != null) ? block : null;
	}

	private static @Nullable String original(Part part) throws IOException, MessagingException {
		Matcher id = MESSAGE_ID
			.matcher(new String(bytes(part), StandardCharsets.UTF_8).replaceAll("\\r?\\n[ \\t]+", " "));
		return id.find() ? id.group(1) : null;
	}

	private static byte[] bytes(Part part) throws IOException, MessagingException {
		try (InputStream content = part.getDataHandler().getInputStream()) {
			return content.readNBytes(LONGEST);
		}
	}

	private static String value(InternetHeaders fields, String name) {
		String value = fields.getHeader(name, null);
		return (value != null) ? OneLine.of(value) : "";
	}

}
