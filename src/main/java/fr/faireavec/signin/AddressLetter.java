package fr.faireavec.signin;

import java.sql.Timestamp;
import java.time.Clock;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks one of the two addresses whether it agrees; about the change, carrying a token.
 */
abstract class AddressLetter implements LetterKind {

	static final String OLD = "signin.address.old";

	static final String NEW = "signin.address.new";

	private final JdbcClient jdbc;

	private final SignInWords words;

	private final BaseUrl base;

	private final Clock clock;

	AddressLetter(JdbcClient jdbc, SignInWords words, BaseUrl base, Clock clock) {
		this.jdbc = jdbc;
		this.words = words;
		this.base = base;
		this.clock = clock;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return this.jdbc.sql(
				"SELECT EXISTS (SELECT 1 FROM address_change WHERE id = :id AND done_at IS NULL AND ended_at IS NULL AND expires_at > :now)")
			.param("id", envelope.subjectId())
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Boolean.class)
			.single();
	}

	@Override
	public Letter render(Envelope envelope) {
		String other = this.jdbc.sql("SELECT new_address FROM address_change WHERE id = :id")
			.param("id", envelope.subjectId())
			.query(String.class)
			.single();
		String kind = name().endsWith("old") ? "signin.letter.address.old." : "signin.letter.address.new.";
		return Letter.about(this.words.say(kind + "subject"))
			.text(this.words.say(kind + "text", other))
			.button(this.words.say(kind + "button"),
					this.base.of("/mon-compte/courriel/confirmation/" + envelope.secret()))
			.small(this.words.say("signin.letter.address.small"));
	}

	/** To the address somebody has. */
	@Component
	static class ToTheOld extends AddressLetter {

		ToTheOld(JdbcClient jdbc, SignInWords words, BaseUrl base, Clock clock) {
			super(jdbc, words, base, clock);
		}

		@Override
		public String name() {
			return OLD;
		}

	}

	/** To the address they want. */
	@Component
	static class ToTheNew extends AddressLetter {

		ToTheNew(JdbcClient jdbc, SignInWords words, BaseUrl base, Clock clock) {
			super(jdbc, words, base, clock);
		}

		@Override
		public String name() {
			return NEW;
		}

	}

}
