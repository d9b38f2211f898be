package fr.faireavec.signin;

import fr.faireavec.kernel.Sealing;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits in the outbox, opened. */
@TestComponent
public class Letters {

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final AskedLetters asked;

	Letters(JdbcClient jdbc, Sealing sealing, AskedLetters asked) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.asked = asked;
	}

	/** What was asked for is answered once the request is over, by whoever is first. */
	public void answer() {
		while (this.jdbc.sql("SELECT count(*) FROM letter_asked").query(Integer.class).single() > 0) {
			this.asked.answerNext();
		}
	}

	/** The secret of the last letter of a kind. */
	public String last(String kind) {
		answer();
		return this.sealing
			.open(this.jdbc.sql("SELECT secret FROM letter WHERE kind = :kind ORDER BY position DESC LIMIT 1")
				.param("kind", kind)
				.query(String.class)
				.single());
	}

	/** The secret of the last letter of a kind to one person. */
	public String last(String kind, java.util.UUID personId) {
		answer();
		return this.sealing.open(this.jdbc.sql("""
				SELECT secret FROM letter WHERE kind = :kind AND recipient_id = :person ORDER BY position DESC LIMIT 1
				""").param("kind", kind).param("person", personId).query(String.class).single());
	}

	public int count(String kind) {
		answer();
		return this.jdbc.sql("SELECT count(*) FROM letter WHERE kind = :kind")
			.param("kind", kind)
			.query(Integer.class)
			.single();
	}

}
