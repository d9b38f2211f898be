package fr.faireavec.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters that the demo kept instead of sending. */
@Component
public class DemoLetters {

	private static final TypeReference<List<Piece>> PIECES = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	DemoLetters(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** To the addresses or names that contain this text, the newest first. */
	public List<Row> to(String text, int offset, int limit) {
		return this.jdbc.sql("""
				SELECT letter_id, sent_at, to_name, to_address, subject FROM demo_letter
				WHERE strpos(plain_text(to_name || ' ' || to_address), plain_text(:text)) > 0
				ORDER BY sent_at DESC, letter_id DESC OFFSET :offset LIMIT :limit
				""")
			.param("text", text)
			.param("offset", offset)
			.param("limit", limit)
			.query((row, n) -> row(row))
			.list();
	}

	public long count(String text) {
		return this.jdbc.sql("""
				SELECT count(*) FROM demo_letter
				WHERE strpos(plain_text(to_name || ' ' || to_address), plain_text(:text)) > 0
				""").param("text", text).query(Long.class).single();
	}

	public Optional<Kept> find(UUID letterId) {
		return this.jdbc.sql("""
				SELECT letter_id, sent_at, to_name, to_address, subject, message_id, pieces::text AS pieces, plain_text
				FROM demo_letter WHERE letter_id = :id
				""")
			.param("id", letterId)
			.query((row, n) -> new Kept(row(row), row.getString("message_id"),
					this.json.readValue(row.getString("pieces"), PIECES), row.getString("plain_text")))
			.optional();
	}

	private static Row row(ResultSet row) throws SQLException {
		return new Row(row.getObject("letter_id", UUID.class),
				Objects.requireNonNull(row.getTimestamp("sent_at")).toInstant(), row.getString("to_name"),
				row.getString("to_address"), row.getString("subject"));
	}

	/** One letter of the list. */
	public record Row(UUID id, Instant sentAt, String name, String address, String subject) {
	}

	/** One letter, whole. */
	public record Kept(Row row, String messageId, List<Piece> pieces, String plainText) {

		/** As the letter itself greets, under the banner of the demo. */
		public String greeting() {
			return this.plainText.lines().filter((line) -> !line.isBlank()).skip(1).findFirst().orElse("");
		}

	}

}
