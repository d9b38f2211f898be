package fr.faireavec.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.EmailAddress;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Sealing;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody's address, changed once both the old and the new one have said yes: neither a
 * borrowed telephone nor a mistyped address takes an account away.
 */
@Component
@Transactional
public class AddressChange {

	static final Duration LIFETIME = Duration.ofHours(24);

	private final People people;

	private final AccountKeeping keeping;

	private final Outbox outbox;

	private final Sealing sealing;

	private final JdbcClient jdbc;

	private final Clock clock;

	AddressChange(People people, AccountKeeping keeping, Outbox outbox, Sealing sealing, JdbcClient jdbc, Clock clock) {
		this.people = people;
		this.keeping = keeping;
		this.outbox = outbox;
		this.sealing = sealing;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Writes to both addresses; an earlier change not finished is given up. Whether
	 * somebody else has the new one is said to its owner alone, when they confirm.
	 * @return the new one
	 */
	public String ask(UUID personId, String email) {
		// Of two asked for at once, the second waits, and takes the place of the first.
		this.jdbc.sql("SELECT id FROM person WHERE id = :id FOR NO KEY UPDATE")
			.param("id", personId)
			.query(UUID.class)
			.optional();
		Person person = this.people.findById(personId).orElseThrow(NotFound::new);
		String before = person.getEmail();
		if (before == null) {
			throw Refusal.of("email", "signin.address.none");
		}
		String after = Objects.requireNonNull(EmailAddress.read("email", email));
		if (after.equals(before)) {
			throw Refusal.of("email", "signin.address.same");
		}
		giveUp(personId);
		UUID id = Ids.next();
		Token old = Token.draw();
		Token fresh = Token.draw();
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				INSERT INTO address_change (id, person_id, old_address, new_address, old_token_hash, new_token_hash,
				                            asked_at, expires_at)
				VALUES (:id, :person, :before, :after, :old, :fresh, :now, :end)
				""")
			.param("id", id)
			.param("person", personId)
			.param("before", before)
			.param("after", after)
			.param("old", hash(old.value()))
			.param("fresh", hash(fresh.value()))
			.param("now", Timestamp.from(now))
			.param("end", Timestamp.from(now.plus(LIFETIME)))
			.update();
		this.outbox.post(Posting.of(AddressLetter.OLD, personId, id).to(before).with(old.value()));
		this.outbox.post(Posting.of(AddressLetter.NEW, personId, id).to(after).with(fresh.value()));
		return after;
	}

	/** Gives a change up that is not finished. */
	public void giveUp(UUID personId) {
		this.jdbc.sql("DELETE FROM address_change WHERE person_id = :person AND done_at IS NULL")
			.param("person", personId)
			.update();
	}

	/** The change somebody is waiting for. */
	@Transactional(readOnly = true)
	public Optional<Pending> pending(UUID personId) {
		return this.jdbc
			.sql("""
					SELECT * FROM address_change WHERE person_id = :id AND done_at IS NULL AND ended_at IS NULL AND expires_at > :now
					""")
			.param("id", personId)
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, n) -> pending(row))
			.optional();
	}

	/** What a link would confirm; empty when it leads nowhere. Changes nothing. */
	@Transactional(readOnly = true)
	public Optional<Pending> look(String token) {
		return this.jdbc
			.sql("""
					SELECT * FROM address_change
					WHERE :hash IN (old_token_hash, new_token_hash) AND done_at IS NULL AND ended_at IS NULL AND expires_at > :now
					""")
			.param("hash", hash(token))
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, n) -> pending(row))
			.optional();
	}

	/**
	 * One of the two says yes; the second yes changes the address and signs the account
	 * out elsewhere.
	 * @return the change as it now stands; empty when the link leads nowhere
	 * @throws Refusal when somebody else has that address by now
	 */
	public Optional<Pending> confirm(String token) {
		Timestamp now = Timestamp.from(this.clock.instant());
		Optional<Pending> confirmed = this.jdbc
			.sql("""
					UPDATE address_change SET
					  old_confirmed_at = CASE WHEN old_token_hash = :hash THEN coalesce(old_confirmed_at, :now)
					                          ELSE old_confirmed_at END,
					  new_confirmed_at = CASE WHEN new_token_hash = :hash THEN coalesce(new_confirmed_at, :now)
					                          ELSE new_confirmed_at END
					WHERE :hash IN (old_token_hash, new_token_hash) AND done_at IS NULL AND ended_at IS NULL AND expires_at > :now
					RETURNING *
					""")
			.param("hash", hash(token))
			.param("now", now)
			.query((row, n) -> pending(row))
			.optional();
		confirmed.filter(Pending::isComplete).ifPresent((change) -> {
			Person person = this.people.findById(change.personId()).orElseThrow(NotFound::new);
			if (!change.before().equals(person.getEmail())) {
				throw new Refusal("signin.address.overtaken");
			}
			this.jdbc.sql("UPDATE address_change SET done_at = :now WHERE id = :id")
				.param("now", now)
				.param("id", change.id())
				.update();
			this.keeping.moveTo(change.personId(), change.after());
			this.people.flush();
		});
		return confirmed;
	}

	/** Forgets the changes that are over: for the retention. */
	public int forgetPast() {
		return this.jdbc.sql("DELETE FROM address_change WHERE expires_at < :now")
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	private static Pending pending(java.sql.ResultSet row) throws java.sql.SQLException {
		return new Pending(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class),
				String.valueOf(row.getString("old_address")), String.valueOf(row.getString("new_address")),
				row.getTimestamp("old_confirmed_at") != null, row.getTimestamp("new_confirmed_at") != null);
	}

	private String hash(String token) {
		return this.sealing.fingerprint("signin.addressChange", token);
	}

	/** A change under way: from which address to which, and who said yes. */
	public record Pending(UUID id, UUID personId, String before, String after, boolean oldSaysYes, boolean newSaysYes) {

		public boolean isComplete() {
			return this.oldSaysYes && this.newSaysYes;
		}

	}

}
