package fr.faireavec.journal;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/**
 * Which actions somebody wrote or confirmed: the actions are their structure's and stay,
 * nameless.
 */
@Component
class ActionData implements PersonalDataHolder {

	private static final List<String> WORDS = List.of("title", "description", "learning", "own_theme", "own_lever",
			"own_instrument", "own_service_user", "own_role", "own_recognition", "own_effect");

	private final PersonalRecords records;

	ActionData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<String> seats() {
		return List.of("""
				SELECT e.parcours_id FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id
				WHERE a.written_by = :person OR a.confirmed_by = :person""");
	}

	@Override
	public List<FreeText> texts() {
		return List.of(this.records.texts("privacy.text.action", "logged_action", WORDS, """
				logged_action t JOIN enrolment e ON e.id = t.enrolment_id JOIN structure s ON s.id = e.structure_id
				JOIN parcours p ON p.id = e.parcours_id""", "e.parcours_id", "p.name || ', ' || s.name"));
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.actions", """
				SELECT p.name AS "parcours.name", s.name AS "structure.name", a.logged_at AS "logged_action.logged_at",
				       a.title AS "logged_action.title", a.description AS "logged_action.description",
				       a.learning AS "logged_action.learning", a.own_theme AS "logged_action.own_theme",
				       a.own_lever AS "logged_action.own_lever", a.own_instrument AS "logged_action.own_instrument",
				       a.own_service_user AS "logged_action.own_service_user", a.own_role AS "logged_action.own_role",
				       a.own_recognition AS "logged_action.own_recognition", a.own_effect AS "logged_action.own_effect"
				FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id
				  JOIN structure s ON s.id = e.structure_id JOIN parcours p ON p.id = e.parcours_id
				WHERE a.written_by = :person ORDER BY a.logged_at, a.id"""),
				new Excerpt("privacy.section.confirmed", """
						SELECT p.name AS "parcours.name", s.name AS "structure.name",
						       a.title AS "logged_action.title", a.confirmed_at AS "logged_action.confirmed_at"
						FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id
						  JOIN structure s ON s.id = e.structure_id JOIN parcours p ON p.id = e.parcours_id
						WHERE a.confirmed_by = :person ORDER BY a.confirmed_at, a.id"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(new Fate("privacy.fate.actions",
				"SELECT count(*) FROM logged_action WHERE written_by = :person OR confirmed_by = :person",
				"privacy.kept.actions"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
	}

}
