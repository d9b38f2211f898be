package fr.faireavec.signin;

import java.sql.Timestamp;
import java.time.Clock;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A link and a code to sign in; about the request, carrying both. */
@Component
class SignInLetter implements LetterKind {

	static final String KIND = "signin.code";

	private final JdbcClient jdbc;

	private final SignInWords words;

	private final BaseUrl base;

	private final Clock clock;

	SignInLetter(JdbcClient jdbc, SignInWords words, BaseUrl base, Clock clock) {
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
				"SELECT EXISTS (SELECT 1 FROM sign_in_request WHERE id = :id AND used_at IS NULL AND ended_at IS NULL AND expires_at > :now)")
			.param("id", envelope.subjectId())
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Boolean.class)
			.single();
	}

	@Override
	public Letter render(Envelope envelope) {
		String[] secret = String.valueOf(envelope.secret()).split("\n", 2);
		String code = secret[1];
		return Letter.about(this.words.say("signin.letter.code.subject", spaced(code)))
			.text(this.words.say("signin.letter.code.text"))
			.button(this.words.say("signin.letter.code.button"), this.base.of("/connexion/lien/" + secret[0]))
			.code(this.words.say("signin.letter.code.label"), spaced(code))
			.small(this.words.say("signin.letter.code.small"));
	}

	private static String spaced(String code) {
		return code.substring(0, 3) + " " + code.substring(3);
	}

}
