package fr.faireavec.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.audit.Noted;
import fr.faireavec.factors.StrongMeans;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Sealing;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passwords, for those who prefer one: chosen, changed, removed, forgotten. Each change
 * ends the account's other sessions and is told to its owner by mail.
 */
@Component
@Transactional
public class Passwords {

	static final Duration RESET_LIFETIME = Duration.ofMinutes(30);

	private final Accounts accounts;

	private final PasswordEncoder encoder;

	private final SignInLookup lookup;

	private final StrongMeans means;

	private final AskedLetters letters;

	private final ChangedLetter changed;

	private final Connections connections;

	private final Sealing sealing;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Passwords(Accounts accounts, PasswordEncoder encoder, SignInLookup lookup, StrongMeans means, AskedLetters letters,
			ChangedLetter changed, Connections connections, Sealing sealing, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.encoder = encoder;
		this.lookup = lookup;
		this.means = means;
		this.letters = letters;
		this.changed = changed;
		this.connections = connections;
		this.sealing = sealing;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public boolean has(UUID accountId) {
		return account(accountId).hasPassword();
	}

	/** Whether this would be accepted; refuses beside the field « password » if not. */
	@Transactional(readOnly = true)
	public void check(UUID accountId, String password) {
		PasswordRules.check(password, about(account(accountId).getPerson()));
	}

	/**
	 * The first one, by somebody who accepts an invitation written to them.
	 * @throws Refusal when the account has come in, or has a password
	 */
	public void chooseFirst(UUID accountId, String password) {
		Account account = account(accountId);
		if (account.hasComeIn() || account.hasPassword()) {
			throw new Refusal("signin.invitation.known.refused");
		}
		keep(account, password, "account.passwordChosen");
		this.accounts.flush();
		this.changed.post(account.getPerson().getId(), accountId, "passwordChosen", null);
	}

	/**
	 * Chooses or changes one's own.
	 * @param current the one it replaces, if there is one
	 * @param fresh they have just signed in: without it nobody chooses a first one
	 * @throws Refusal beside the field to blame
	 */
	public void change(UUID accountId, String current, boolean fresh, String password) {
		Account account = account(accountId);
		boolean had = account.hasPassword();
		if (!had && !fresh) {
			throw new Refusal("signin.password.again");
		}
		requireCurrent(account, current);
		keep(account, password, had ? "account.passwordChanged" : "account.passwordChosen");
		this.accounts.flush();
		this.changed.post(account.getPerson().getId(), accountId, had ? "passwordChanged" : "passwordChosen", null);
	}

	/**
	 * Does without: other ways in remain.
	 * @throws Refusal when it is half of the strong means somebody must have
	 */
	public void remove(UUID accountId, String current) {
		Account account = account(accountId);
		requireCurrent(account, current);
		this.means.refuseLosingTheLast(this.lookup.viewer(accountId).orElseThrow(NotFound::new),
				StrongMeans.Kind.PASSWORD);
		account.forgetPassword();
		Person person = account.getPerson();
		this.events.publishEvent(new Noted("account.passwordRemoved", person.getId(), null, person.getName()));
		this.events.publishEvent(new WaysInChanged(person.getId(), WaysInChanged.Reason.PASSWORD));
		this.accounts.flush();
		this.changed.post(person.getId(), accountId, "passwordRemoved", null);
	}

	/**
	 * Asks for a link to choose a new one, to leave if somebody has this address.
	 */
	public void forgotten(String email) {
		UUID id = Ids.next();
		Token token = Token.draw();
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				INSERT INTO password_reset (id, token_hash, asked_at, expires_at) VALUES (:id, :token, :now, :end)
				""")
			.param("id", id)
			.param("token", hash(token.value()))
			.param("now", Timestamp.from(now))
			.param("end", Timestamp.from(now.plus(RESET_LIFETIME)))
			.update();
		this.letters.ask(ResetLetter.KIND, email, id, token.value());
	}

	/** Whose password a link changes; empty when it leads nowhere. Changes nothing. */
	@Transactional(readOnly = true)
	public Optional<Owner> owner(String token) {
		return this.jdbc.sql("""
				SELECT a.id, p.given_name || ' ' || p.family_name AS name, p.email
				FROM password_reset r JOIN account a ON a.id = r.account_id JOIN person p ON p.id = a.person_id
				WHERE r.token_hash = :token AND r.used_at IS NULL AND r.ended_at IS NULL AND r.expires_at > :now
				AND a.disabled_at IS NULL
				""")
			.param("token", hash(token))
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, n) -> new Owner(row.getObject("id", UUID.class), String.valueOf(row.getString("name")),
					String.valueOf(row.getString("email"))))
			.optional();
	}

	/**
	 * Uses the link up and ends every session of the account.
	 * @return false when the link leads nowhere, or somebody was faster
	 */
	public boolean reset(String token, String password) {
		owner(token).ifPresent((owner) -> check(owner.accountId(), password));
		Optional<UUID> found = this.jdbc.sql("""
				UPDATE password_reset r SET used_at = :now FROM account a
				WHERE r.token_hash = :token AND r.used_at IS NULL AND r.ended_at IS NULL AND r.expires_at > :now
				AND a.id = r.account_id AND a.disabled_at IS NULL
				RETURNING r.account_id
				""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("token", hash(token))
			.query(UUID.class)
			.optional();
		if (found.isEmpty()) {
			return false;
		}
		UUID accountId = found.get();
		Account account = account(accountId);
		keep(account, password, "account.passwordReset");
		account.getPerson().proveEmail(this.clock.instant());
		this.accounts.flush();
		this.connections.endAll(accountId);
		this.changed.post(account.getPerson().getId(), accountId, "passwordReset", null);
		return true;
	}

	private void keep(Account account, String password, String what) {
		Person person = account.getPerson();
		PasswordRules.check(password, about(person));
		account.choosePassword(PasswordCheck.encoded(this.encoder, password));
		this.events.publishEvent(new Noted(what, person.getId(), null, person.getName()));
		this.events.publishEvent(new WaysInChanged(person.getId(), WaysInChanged.Reason.PASSWORD));
	}

	private void requireCurrent(Account account, String current) {
		String hash = account.getPasswordHash();
		if (hash != null && !this.encoder.matches(current, hash)) {
			throw Refusal.of("current", "signin.password.wrong");
		}
	}

	private Account account(UUID accountId) {
		return this.accounts.findById(accountId).orElseThrow(NotFound::new);
	}

	private static List<String> about(Person person) {
		String email = person.getEmail();
		return List.of(person.getGivenName(), person.getFamilyName(), (email != null) ? email : "");
	}

	private String hash(String token) {
		return this.sealing.fingerprint("signin.reset", token);
	}

	/** Whose password it is. */
	public record Owner(UUID accountId, String name, String email) {
	}

}
