package fr.faireavec.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.WaysInChanged;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends every link and code made before somebody's ways in changed, and tells them. What
 * they were promised came from an address, a role or a state of things that is no more;
 * asking anew takes a minute. A seat alone leaves standing what was written to their own
 * mailbox, which opens the new seat as it would by a new letter; a link handed to
 * somebody else ends where its giver sees less than the seat shows.
 */
@Component
class FormerWaysIn {

	private final Accounts accounts;

	private final Invitations invitations;

	private final KnownBrowsers browsers;

	private final ChangedLetter letter;

	private final JdbcClient jdbc;

	private final Clock clock;

	FormerWaysIn(Accounts accounts, Invitations invitations, KnownBrowsers browsers, ChangedLetter letter,
			JdbcClient jdbc, Clock clock) {
		this.accounts = accounts;
		this.invitations = invitations;
		this.browsers = browsers;
		this.letter = letter;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** In the transaction of the change. */
	@EventListener
	void end(WaysInChanged changed) {
		if (changed.reason() == WaysInChanged.Reason.SEAT) {
			this.invitations.endBeyondReach(changed.personId());
			return;
		}
		// Read before: what is changing is written, and whoever makes a link waits for
		// it.
		Optional<Account> account = this.accounts.ofPerson(changed.personId());
		this.jdbc.sql("""
				WITH a AS (SELECT id FROM account WHERE person_id = :person),
				i AS (UPDATE invitation SET ended_at = :now, ended_because = :why
				      WHERE account_id IN (SELECT id FROM a) AND used_at IS NULL AND ended_at IS NULL),
				s AS (UPDATE sign_in_request SET ended_at = :now, ended_because = :why
				      WHERE account_id IN (SELECT id FROM a) AND used_at IS NULL AND ended_at IS NULL),
				r AS (UPDATE password_reset SET ended_at = :now, ended_because = :why
				      WHERE account_id IN (SELECT id FROM a) AND used_at IS NULL AND ended_at IS NULL)
				UPDATE address_change SET ended_at = :now, ended_because = :why
				WHERE person_id = :person AND done_at IS NULL AND ended_at IS NULL
				""")
			.param("person", changed.personId())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("why", changed.reason().name())
			.update();
		account.filter((known) -> changed.anew()).map(Account::getId).ifPresent(this.browsers::forget);
		account.ifPresent((known) -> tell(known, changed));
	}

	/** Passwords, factors and a role given have letters of their own. */
	private void tell(Account account, WaysInChanged changed) {
		UUID personId = changed.personId();
		String now = account.getPerson().getEmail();
		switch (changed.reason()) {
			case ADDRESS_CORRECTED -> tellBoth(account,
					changed.anew() ? ChangedLetter.ADDRESS_CORRECTED_ANEW : ChangedLetter.ADDRESS_CORRECTED,
					changed.formerAddress(), now);
			case ADDRESS_CONFIRMED -> tellBoth(account, "address", changed.formerAddress(), now);
			case REUNITED -> {
				if (account.hasComeIn() && now != null) {
					this.letter.post(personId, account.getId(), changed.reason().name(), now);
				}
			}
			case ROLE_TAKEN, CLOSED, REOPENED, SIGNED_OUT -> {
				if (account.hasComeIn() && now != null) {
					this.letter.post(personId, account.getId(), changed.reason().name(), null);
				}
			}
			default -> {
			}
		}
	}

	private void tellBoth(Account account, String what, @Nullable String before, @Nullable String now) {
		for (String address : new @Nullable String[] { before, now }) {
			if (address != null) {
				this.letter.post(account.getPerson().getId(), account.getId(), what, address);
			}
		}
	}

}
