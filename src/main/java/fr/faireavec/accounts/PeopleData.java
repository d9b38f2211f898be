package fr.faireavec.accounts;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/**
 * Who somebody is and how they come in: their row stays without them, their account is
 * closed for good.
 */
@Component
class PeopleData implements PersonalDataHolder {

	private final PersonalRecords records;

	private final Accounts accounts;

	PeopleData(PersonalRecords records, Accounts accounts) {
		this.records = records;
		this.accounts = accounts;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.person",
				"""
						SELECT given_name AS "person.given_name", family_name AS "person.family_name", email AS "person.email",
						       email_proved_at AS "person.email_proved_at", telephone AS "person.telephone",
						       shows_address AS "person.shows_address", created_at AS "person.created_at", reunited_at AS "person.reunited_at"
						FROM person WHERE id IN (SELECT sheets(:person)) ORDER BY reunited_at NULLS FIRST, id"""),
				new Excerpt("privacy.section.account",
						"""
								SELECT role AS "account.role", created_at AS "account.created_at", accepted_at AS "account.accepted_at",
								       disabled_at AS "account.disabled_at"
								FROM account WHERE person_id = :person"""),
				new Excerpt("privacy.section.names", """
						SELECT given_name AS "known_name.given_name", family_name AS "known_name.family_name",
						       since AS "known_name.since", until AS "known_name.until"
						FROM known_name WHERE person_id = :person ORDER BY since, given_name, family_name"""),
				new Excerpt("privacy.section.knownAddresses", """
						SELECT address AS "known_address.address", since AS "known_address.since"
						FROM known_address WHERE person_id = :person ORDER BY since, address"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.person", "SELECT 1"),
				Fate.gone("privacy.fate.account", "SELECT count(*) FROM account WHERE person_id = :person"));
	}

	@Override
	public List<Obstacle> obstacles() {
		return List.of(new Obstacle("privacy.obstacle.lastAdministrator", """
				SELECT 'ADMIN' FROM account WHERE person_id = :person AND role = 'ADMIN' AND disabled_at IS NULL
				  AND (SELECT count(*) FROM account WHERE role = 'ADMIN' AND disabled_at IS NULL) = 1"""));
	}

	/** The second of two administrators who erase each other waits, and is refused. */
	@Override
	public void hold(Subject subject) {
		if (this.accounts.ofPerson(subject.personId())
			.filter((account) -> account.getRole() == Role.ADMIN)
			.isPresent()) {
			this.accounts.heldAdministrators();
		}
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records
			.change("""
					UPDATE person SET given_name = '%s', family_name = '%s', email = NULL,
					  email_proved_at = NULL, telephone = NULL, shows_address = false, erased_at = coalesce(erased_at, :at), version = version + 1
					WHERE id IN (SELECT sheets(:person))"""
				.formatted(PersonalRecords.NOBODY_GIVEN, PersonalRecords.NOBODY_FAMILY), subject, at);
		this.records.change("""
				UPDATE account SET role = NULL, password_hash = NULL, disabled_at = coalesce(disabled_at, :at),
				  version = version + 1 WHERE person_id = :person""", subject, at);
		this.records.change("DELETE FROM known_name WHERE person_id = :person", subject, at);
		this.records.change("DELETE FROM known_address WHERE person_id = :person", subject, at);
	}

}
