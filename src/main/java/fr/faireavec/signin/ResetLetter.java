package fr.faireavec.signin;

import java.sql.Timestamp;
import java.time.Clock;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A link to choose a new password; about the reset, carrying its token. */
@Component
class ResetLetter implements LetterKind {

	static final String KIND = "signin.reset";

	private final JdbcClient jdbc;

	private final SignInWords words;

	private final BaseUrl base;

	private final Clock clock;

	ResetLetter(JdbcClient jdbc, SignInWords words, BaseUrl base, Clock clock) {
		this.jdbc = jdbc;
		this.words = words;
		this.base = base;
		this.clock = clock;
	}

	@Override
	public String name() {
		return KIND;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return this.jdbc.sql(
				"SELECT EXISTS (SELECT 1 FROM password_reset WHERE id = :id AND used_at IS NULL AND ended_at IS NULL AND expires_at > :now)")
			.param("id", envelope.subjectId())
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Boolean.class)
			.single();
	}

	@Override
	public Letter render(Envelope envelope) {
		return Letter.about(this.words.say("signin.letter.reset.subject"))
			.text(this.words.say("signin.letter.reset.text"))
			.button(this.words.say("signin.letter.reset.button"),
					this.base.of("/connexion/mot-de-passe/nouveau/" + envelope.secret()))
			.small(this.words.say("signin.letter.reset.small"));
	}

}
