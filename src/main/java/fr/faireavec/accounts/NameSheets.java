package fr.faireavec.accounts;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.PersonalDataHolder.Obstacle;
import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/**
 * The names and addresses of the sheet that goes are those somebody had: texts still say
 * them. A name the one who stays gave themselves counts no sooner for being the other's
 * too. Its account and itself are {@link AccountKeeping}'s.
 */
@Component
class NameSheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("known_name.person_id", "known_address.person_id", "person.reunited_with");
	}

	/**
	 * How she comes in is that of the sheet that stays: the other account goes, with its
	 * password.
	 */
	@Override
	public Set<String> ended() {
		return Set.of("account.person_id");
	}

	@Override
	public List<Obstacle> obstacles() {
		return List.of(new Obstacle("admin.reunion.obstacle.closed", """
				SELECT p.given_name || ' ' || p.family_name FROM account k JOIN person p ON p.id = k.person_id
				WHERE k.id = :keptAccount AND k.disabled_at IS NOT NULL
				  AND EXISTS (SELECT 1 FROM account g WHERE g.id = :givenAccount AND g.disabled_at IS NULL)"""));
	}

	@Override
	public void give(SheetRows rows) {
		rows.change("""
				INSERT INTO known_name (person_id, given_name, family_name, since, until, vouched)
				SELECT :kept, k.given_name, k.family_name, k.since, greatest(k.since, coalesce(k.until, :at)), k.vouched
				FROM known_name k WHERE k.person_id = :given
				UNION
				SELECT :kept, p.given_name, p.family_name, p.created_at, greatest(p.created_at, :at), true
				FROM person p WHERE p.id = :given AND NOT EXISTS (SELECT 1 FROM known_name k WHERE k.person_id = p.id
				  AND (k.given_name, k.family_name) = (p.given_name, p.family_name))
				ON CONFLICT DO NOTHING""");
		rows.change("DELETE FROM known_name WHERE person_id = :given");
		rows.change("""
				INSERT INTO known_address (person_id, address, since)
				SELECT :kept, k.address, k.since FROM known_address k WHERE k.person_id = :given
				UNION
				SELECT :kept, lower(p.email), p.created_at FROM person p WHERE p.id = :given AND p.email IS NOT NULL
				ON CONFLICT DO NOTHING""");
		rows.change("DELETE FROM known_address WHERE person_id = :given");
		rows.change("UPDATE person SET reunited_with = :kept, version = version + 1 WHERE reunited_with = :given");
	}

}
