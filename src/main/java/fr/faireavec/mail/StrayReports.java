package fr.faireavec.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.OneLine;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What mail servers wrote about no letter we could recognise: its beginning, kept for the
 * administration to read. The latest ones only, whoever sends how many.
 */
@Component
@Transactional
public class StrayReports {

	/** How many are kept. */
	static final int MOST = 100;

	private static final int LONGEST_SENDER = 254;

	private static final int LONGEST_SUBJECT = 300;

	private static final int LONGEST_WORDS = 4000;

	/** A line of base64, as our letters travel. */
	private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/=]{40,}");

	private static final Pattern LINK = Pattern.compile("(?i)(https?://[^/\\s]+)/\\S*");

	private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{3} ?\\d{3}(?!\\d)");

	private final JdbcClient jdbc;

	private final Clock clock;

	StrayReports(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void keep(Message message) throws MessagingException {
		this.jdbc.sql("""
				INSERT INTO mail_report (id, heard_at, sender, subject, words)
				VALUES (:id, :now, :sender, :subject, :words)
				""")
			.param("id", Ids.next())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("sender", OneLine.of(first(message.getHeader("From")), LONGEST_SENDER))
			.param("subject", OneLine.of(subject(message), LONGEST_SUBJECT))
			.param("words", words(message))
			.update();
		this.jdbc.sql("""
				DELETE FROM mail_report WHERE id IN (
				  SELECT id FROM mail_report ORDER BY heard_at DESC, id DESC OFFSET :most)
				""").param("most", MOST).update();
	}

	/** The latest first. */
	@Transactional(readOnly = true)
	public List<Stray> latest() {
		return this.jdbc
			.sql("SELECT id, heard_at, sender, subject, words FROM mail_report ORDER BY heard_at DESC, id DESC")
			.query((row, n) -> new Stray(row.getObject("id", UUID.class),
					Objects.requireNonNull(row.getTimestamp("heard_at")).toInstant(), row.getString("sender"),
					row.getString("subject"), row.getString("words")))
			.list();
	}

	/**
	 * What a person can read of it: its text, its fields, the headers of what came back;
	 * never what a letter said, nor a way in that it carried.
	 */
	private static String words(Message message) throws MessagingException {
		StringBuilder words = new StringBuilder();
		try {
			for (Part part : MessageParts.of(message)) {
				boolean returned = MessageParts.isReturned(part);
				if (returned || part.isMimeType("text/plain") || part.isMimeType("message/delivery-status")) {
					new String(MessageParts.bytes(part), StandardCharsets.UTF_8).lines()
						.map(OneLine::of)
						.takeWhile((line) -> words.length() < LONGEST_WORDS && !(returned && line.isEmpty()))
						.filter((line) -> !line.isEmpty() && !ENCODED.matcher(line).matches())
						.map(StrayReports::withoutWaysIn)
						.forEach((line) -> words.append(line).append('\n'));
				}
			}
		}
		catch (IOException | MessagingException unreadable) {
			words.append('…');
		}
		return words.substring(0, Math.min(words.length(), LONGEST_WORDS)).strip();
	}

	private static String subject(Message message) throws MessagingException {
		String subject = message.getSubject();
		return (subject != null) ? withoutWaysIn(subject) : "";
	}

	private static String withoutWaysIn(String line) {
		return CODE.matcher(LINK.matcher(line).replaceAll("$1/…")).replaceAll("…");
	}

	private static String first(String @Nullable [] headers) {
		return (headers != null && headers.length > 0) ? headers[0] : "";
	}

	/** One of them. */
	public record Stray(UUID id, Instant heardAt, String sender, String subject, String words) {
	}

}
