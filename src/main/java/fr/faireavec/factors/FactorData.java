package fr.faireavec.factors;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** Somebody's passkeys, one-time codes and recovery codes: nothing of them stays. */
@Component
class FactorData implements PersonalDataHolder {

	private static final List<String> TABLES = List.of("passkey", "authenticator", "recovery_code",
			"second_factor_failure");

	private final PersonalRecords records;

	FactorData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.passkeys", """
				SELECT name AS "passkey.name", added_at AS "passkey.added_at", last_used_at AS "passkey.last_used_at"
				FROM passkey WHERE account_id = :account ORDER BY added_at, id"""),
				new Excerpt("privacy.section.authenticator", """
						SELECT started_at AS "authenticator.started_at", confirmed_at AS "authenticator.confirmed_at"
						FROM authenticator WHERE account_id = :account"""), new Excerpt("privacy.section.recovery", """
						SELECT used_at AS "recovery_code.used_at"
						FROM recovery_code WHERE account_id = :account AND used_at IS NOT NULL ORDER BY used_at"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.factors", """
				SELECT (SELECT count(*) FROM passkey WHERE account_id = :account)
				  + (SELECT count(*) FROM authenticator WHERE account_id = :account)
				  + (SELECT count(*) FROM recovery_code WHERE account_id = :account)"""));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		for (String table : TABLES) {
			this.records.change("DELETE FROM " + table + " WHERE account_id = :account", subject, at);
		}
	}

}
