package fr.faireavec.mail;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo's: keeps letters where visitors read them, and sends nothing. */
class DemoPostman implements Postman {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	DemoPostman(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	@Override
	public boolean isReady() {
		return true;
	}

	@Override
	public Delivery deliver(Mail mail) {
		this.jdbc
			.sql("""
					INSERT INTO demo_letter (letter_id, sent_at, message_id, to_name, to_address, subject, pieces, plain_text)
					VALUES (:id, :at, :message, :name, :address, :subject, :pieces::jsonb, :text)
					ON CONFLICT (letter_id) DO UPDATE SET sent_at = excluded.sent_at, to_name = excluded.to_name,
					  to_address = excluded.to_address, subject = excluded.subject, pieces = excluded.pieces,
					  plain_text = excluded.plain_text
					""")
			.param("id", mail.letterId())
			.param("at", Timestamp.from(mail.postedAt()))
			.param("message", mail.messageId())
			.param("name", mail.name())
			.param("address", mail.address())
			.param("subject", mail.subject())
			.param("pieces", this.json.writeValueAsString(pieces(mail)))
			.param("text", mail.text())
			.update();
		return new Delivery.Accepted();
	}

	/** With what a real letter has beside its words. */
	private static List<Piece> pieces(Mail mail) {
		List<Piece> pieces = new ArrayList<>(mail.pieces());
		// Unfolded: a name cut in two would not be found by whoever takes it out.
		mail.calendars()
			.forEach((calendar) -> pieces.add(new Piece("calendar", calendar.method(),
					calendar.file().replace("\r\n ", "").replace("\r\n", "\n"))));
		return pieces;
	}

}
