package fr.faireavec.cohorts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.kernel.Zones;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * For whom somebody was pilot or copilot, and which mandates they signed: the mandates
 * stay, ended and nameless; their signature goes.
 */
@Component
class MandateData implements PersonalDataHolder {

	private final PersonalRecords records;

	private final JdbcClient jdbc;

	private final ObjectProvider<AttendanceHistory> attendance;

	private final ApplicationEventPublisher events;

	MandateData(PersonalRecords records, JdbcClient jdbc, ObjectProvider<AttendanceHistory> attendance,
			ApplicationEventPublisher events) {
		this.records = records;
		this.jdbc = jdbc;
		this.attendance = attendance;
		this.events = events;
	}

	/** By a mandate, or by signing one for a structure of theirs. */
	@Override
	public List<String> seats() {
		return List.of("""
				SELECT e.parcours_id FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
				WHERE m.person_id = :person""", """
				SELECT e.parcours_id FROM mandate s JOIN enrolment e ON e.id = s.enrolment_id
				WHERE plain_text(s.signatory) IN (SELECT plain_text(n) FROM unnest(ARRAY[:names]::text[]) n)
				  AND e.structure_id IN (SELECT o.structure_id FROM mandate m JOIN enrolment o ON o.id = m.enrolment_id
				    WHERE m.person_id = :person)""");
	}

	@Override
	public List<FreeText> texts() {
		return List.of(
				this.records.texts("privacy.text.enrolment", "enrolment", List.of("withdrawal_reason"),
						"enrolment t JOIN structure s ON s.id = t.structure_id JOIN parcours p ON p.id = t.parcours_id",
						"t.parcours_id", "p.name || ', ' || s.name"),
				this.records.texts("privacy.text.signatory", "mandate", List.of("signatory"), """
						mandate t JOIN enrolment e ON e.id = t.enrolment_id JOIN structure s ON s.id = e.structure_id
						JOIN parcours p ON p.id = e.parcours_id""", "e.parcours_id", "p.name || ', ' || s.name")
					.ofNames());
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.mandates", """
				SELECT p.name AS "parcours.name", s.name AS "structure.name", m.role AS "mandate.role",
				       m.state AS "mandate.state", m.starts_on AS "mandate.starts_on", m.ends_on AS "mandate.ends_on",
				       m.signed_on AS "mandate.signed_on"
				FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id JOIN structure s ON s.id = e.structure_id
				  JOIN parcours p ON p.id = e.parcours_id
				WHERE m.person_id = :person ORDER BY m.starts_on, m.id"""), new Excerpt("privacy.section.signed", """
				SELECT p.name AS "parcours.name", s.name AS "structure.name",
				       m.signatory AS "mandate.signatory", m.signed_on AS "mandate.signed_on"
				FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
				  JOIN structure s ON s.id = e.structure_id JOIN parcours p ON p.id = e.parcours_id
				WHERE lower(m.signatory) IN (:names) AND e.structure_id IN (SELECT o.structure_id FROM mandate h
				  JOIN enrolment o ON o.id = h.enrolment_id WHERE h.person_id = :person)
				ORDER BY m.signed_on, m.id"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(new Fate("privacy.fate.mandates", "SELECT count(*) FROM mandate WHERE person_id = :person",
				"privacy.kept.counts"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.jdbc.sql("""
				SELECT m.id, m.enrolment_id, e.parcours_id, s.name FROM mandate m
				  JOIN enrolment e ON e.id = m.enrolment_id JOIN structure s ON s.id = e.structure_id
				WHERE m.person_id = :person AND (m.ends_on IS NULL OR m.ends_on > :today)""")
			.param("person", subject.personId())
			.param("today", LocalDate.ofInstant(at, Zones.PARIS))
			.query((row, number) -> new Open(row.getObject("id", UUID.class), row.getObject("enrolment_id", UUID.class),
					row.getObject("parcours_id", UUID.class), row.getString("name")))
			.list()
			.forEach((open) -> end(open, subject.personId(), LocalDate.ofInstant(at, Zones.PARIS)));
	}

	/** Never across attendance already taken for them (rule 4). */
	private void end(Open open, UUID personId, LocalDate today) {
		AttendanceHistory history = this.attendance.getIfAvailable();
		LocalDate taken = (history != null) ? history.lastDay(open.enrolmentId(), personId).orElse(LocalDate.MIN)
				: LocalDate.MIN;
		LocalDate day = taken.isBefore(today) ? today : taken.plusDays(1);
		LocalDate end = this.jdbc.sql("""
				UPDATE mandate SET ends_on = least(coalesce(ends_on, 'infinity'), greatest(starts_on, :day)),
				  state = CASE state WHEN 'ACTIVE' THEN 'ENDED' ELSE state END, version = version + 1
				WHERE id = :id RETURNING ends_on""")
			.param("day", day)
			.param("id", open.id())
			.query(LocalDate.class)
			.single();
		this.events.publishEvent(new Noted("mandate.ended", open.enrolmentId(), open.parcoursId(), open.structure(),
				Changes.none().note("person", PersonalRecords.NOBODY, null).note("on", null, end)));
	}

	private record Open(UUID id, UUID enrolmentId, UUID parcoursId, String structure) {
	}

}
