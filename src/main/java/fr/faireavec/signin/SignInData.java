package fr.faireavec.signin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** What somebody comes in with, and where they are signed in: nothing of it stays. */
@Component
class SignInData implements PersonalDataHolder {

	private final PersonalRecords records;

	private final Connections connections;

	SignInData(PersonalRecords records, Connections connections) {
		this.records = records;
		this.connections = connections;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.links", """
				SELECT issued_at AS "invitation.issued_at", expires_at AS "invitation.expires_at",
				       used_at AS "invitation.used_at", ended_at AS "invitation.ended_at"
				FROM invitation WHERE account_id = :account ORDER BY issued_at"""),
				new Excerpt("privacy.section.signIns", """
						SELECT asked_at AS "sign_in_request.asked_at", expires_at AS "sign_in_request.expires_at",
						       used_at AS "sign_in_request.used_at", ended_at AS "sign_in_request.ended_at"
						FROM sign_in_request WHERE account_id = :account ORDER BY asked_at"""),
				new Excerpt("privacy.section.resets", """
						SELECT asked_at AS "password_reset.asked_at", expires_at AS "password_reset.expires_at",
						       used_at AS "password_reset.used_at", ended_at AS "password_reset.ended_at"
						FROM password_reset WHERE account_id = :account ORDER BY asked_at"""),
				new Excerpt("privacy.section.addresses",
						"""
								SELECT old_address AS "address_change.old_address", new_address AS "address_change.new_address",
								       asked_at AS "address_change.asked_at", expires_at AS "address_change.expires_at",
								       old_confirmed_at AS "address_change.old_confirmed_at",
								       new_confirmed_at AS "address_change.new_confirmed_at", done_at AS "address_change.done_at",
								       ended_at AS "address_change.ended_at"
								FROM address_change WHERE person_id = :person ORDER BY asked_at"""),
				new Excerpt("privacy.section.browsers", """
						SELECT first_at AS "known_browser.first_at", last_at AS "known_browser.last_at"
						FROM known_browser WHERE account_id = :account ORDER BY last_at DESC"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.links", """
				SELECT (SELECT count(*) FROM invitation WHERE account_id = :account)
				  + (SELECT count(*) FROM known_browser WHERE account_id = :account)
				  + (SELECT count(*) FROM address_change WHERE person_id = :person)"""));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		for (String table : List.of("invitation", "sign_in_request", "password_reset", "known_browser")) {
			this.records.change("DELETE FROM " + table + " WHERE account_id = :account", subject, at);
		}
		this.records.change("DELETE FROM address_change WHERE person_id = :person", subject, at);
		UUID account = subject.accountId();
		if (account != null) {
			this.connections.endAll(account);
		}
	}

}
