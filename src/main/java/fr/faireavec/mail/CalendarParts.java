package fr.faireavec.mail;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.ParseException;

/** Finds what somebody's calendar answers in a message. */
final class CalendarParts {

	private static final Pattern REPLY = Pattern.compile("(?im)^METHOD:REPLY\\s*$");

	private CalendarParts() {
	}

	/** Empty for a message that holds none, or whose parts cannot be read. */
	static Optional<CalendarReplies.Answer> read(Message message) {
		try {
			for (Part part : MessageParts.of(message)) {
				if (part.isMimeType("text/calendar") || part.isMimeType("application/ics")) {
					String file = new String(MessageParts.bytes(part), charset(part));
					if (REPLY.matcher(file).find()) {
						return Optional.of(new CalendarReplies.Answer(sender(message), file));
					}
				}
			}
		}
		catch (MessagingException | IOException unreadable) {
			return Optional.empty();
		}
		return Optional.empty();
	}

	private static String sender(Message message) {
		try {
			Address[] from = message.getFrom();
			return (from != null && from.length == 1 && from[0] instanceof InternetAddress one
					&& one.getAddress() != null) ? one.getAddress().toLowerCase(Locale.ROOT) : "";
		}
		catch (MessagingException unreadable) {
			return "";
		}
	}

	private static Charset charset(Part part) throws MessagingException {
		try {
			String name = new ContentType(part.getContentType()).getParameter("charset");
			return (name != null) ? Charset.forName(name) : StandardCharsets.UTF_8;
		}
		catch (ParseException | IllegalArgumentException unknown) {
			return StandardCharsets.UTF_8;
		}
	}

}
