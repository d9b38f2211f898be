package fr.faireavec.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import fr.faireavec.kernel.OneLine;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says of a letter it could not deliver (RFC 3464): what may tell
 * which letter it was, the action taken (« failed », « delayed »), the status and its
 * reason.
 *
 * @param messageIds of the letter, of what it answers, or kept by who replaced it
 * @param marked where {@link LetterMark} may stand: our header, the addresses it came to
 */
record DeliveryReport(List<String> messageIds, String marked, String action, String status, String reason) {

	/** Where services keep the Message-ID of a letter, their own or ours. */
	private static final String[] ORIGINAL_IDS = { "Message-ID", "X-Microsoft-Original-Message-ID",
			"X-Original-Message-ID" };

	private static final String[] ANSWERED_IDS = { "In-Reply-To", "References", "X-Original-Message-ID" };

	private static final String[] ARRIVED_AT = { "To", "Delivered-To", "X-Original-To", "Envelope-To",
			"X-Envelope-To" };

	private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,300}>");

	private static final Pattern DAEMON = Pattern
		.compile("(?i)\\b(mailer-daemon|postmaster|microsoftexchange[0-9a-f]*)@");

	DeliveryReport {
		messageIds = List.copyOf(messageIds);
	}

	/**
	 * The action decides: a server that gave up after days of « not now » says failed,
	 * with the 4.4.7 of its last attempt. A delay is no bounce.
	 */
	boolean isForGood() {
		return this.action.isEmpty() ? this.status.startsWith("5") : "failed".equals(this.action);
	}

	/** Empty for any message that is no report, or an unreadable one. */
	static Optional<DeliveryReport> read(Message message) {
		try {
			InternetHeaders recipient = null;
			List<String> ids = new ArrayList<>();
			StringBuilder marked = new StringBuilder();
			for (Part part : MessageParts.of(message)) {
				if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
					recipient = recipient(MessageParts.bytes(part));
				}
				else if (MessageParts.isReturned(part)) {
					InternetHeaders returned = new InternetHeaders(new ByteArrayInputStream(MessageParts.bytes(part)));
					ids(ids, returned, ORIGINAL_IDS);
					marked.append(' ').append(raw(returned, LetterMark.HEADER));
				}
			}
			if (recipient == null) {
				return Optional.empty();
			}
			InternetHeaders outside = outside(message);
			ids(ids, outside, ANSWERED_IDS);
			for (String header : ARRIVED_AT) {
				marked.append(' ').append(raw(outside, header));
			}
			return Optional
				.of(new DeliveryReport(ids, marked.toString(), word(recipient, "Action").toLowerCase(Locale.ROOT),
						word(recipient, "Status"), raw(recipient, "Diagnostic-Code")));
		}
		catch (MessagingException | IOException ex) {
			return Optional.empty();
		}
	}

	/** Whether a mail server, and no person, speaks of a delivery here. */
	static boolean isClaimedBy(Message message) throws MessagingException {
		String[] from = message.getHeader("From");
		String type = String.valueOf(message.getContentType()).toLowerCase(Locale.ROOT);
		return (message.isMimeType("multipart/report") && !type.contains("disposition-notification"))
				|| message.getHeader("X-Failed-Recipients") != null
				|| (from != null && from.length > 0 && DAEMON.matcher(from[0]).find());
	}

	/**
	 * The fields about a recipient stand after those about the message, one block each;
	 * whom it could not reach matters more than whom it did.
	 */
	private static @Nullable InternetHeaders recipient(byte[] blocks) throws MessagingException {
		InputStream fields = new ByteArrayInputStream(blocks);
		InternetHeaders found = null;
		while (remain(fields)) {
			InternetHeaders block = new InternetHeaders(fields);
			boolean about = block.getHeader("Final-Recipient") != null || block.getHeader("Action") != null;
			if (about && (found == null || "failed".equalsIgnoreCase(word(block, "Action")))) {
				found = block;
			}
		}
		return found;
	}

	private static boolean remain(InputStream fields) throws MessagingException {
		try {
			return fields.available() > 0;
		}
		catch (IOException ex) {
			throw new MessagingException("cannot be read", ex);
		}
	}

	private static InternetHeaders outside(Message message) throws MessagingException {
		InternetHeaders headers = new InternetHeaders();
		message.getAllHeaders()
			.asIterator()
			.forEachRemaining((one) -> headers.addHeader(one.getName(), one.getValue()));
		return headers;
	}

	private static void ids(List<String> ids, InternetHeaders headers, String... names) {
		for (String name : names) {
			MESSAGE_ID.matcher(word(headers, name)).results().map(MatchResult::group).limit(20).forEach(ids::add);
		}
	}

	private static String word(InternetHeaders fields, String name) {
		return StructuredField.withoutComments(raw(fields, name));
	}

	private static String raw(InternetHeaders fields, String name) {
		String value = fields.getHeader(name, " ");
		return (value != null) ? OneLine.of(value) : "";
	}

}
