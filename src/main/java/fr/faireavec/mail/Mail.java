package fr.faireavec.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A letter in its final look, ready to leave: both of its versions, and the Message-ID it
 * keeps from one attempt to the next.
 */
record Mail(UUID letterId, String kind, boolean optional, String messageId, String name, String address, String subject,
		List<Piece> pieces, String html, String text, List<Letter.Calendar> calendars, @Nullable String answers,
		Instant postedAt) {

	Mail {
		pieces = List.copyOf(pieces);
		calendars = List.copyOf(calendars);
	}

}
