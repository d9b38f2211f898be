package fr.faireavec.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;

import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks a pilot what was tried lately. */
@Component
class NudgeLetter implements LetterKind {

	static final String KIND = "journal.nudge";

	private final NudgeWriting writing;

	private final LetterPlanning planning;

	private final JdbcClient jdbc;

	private final Clock clock;

	NudgeLetter(NudgeWriting writing, LetterPlanning planning, JdbcClient jdbc, Clock clock) {
		this.writing = writing;
		this.planning = planning;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public String name() {
		return KIND;
	}

	@Override
	public boolean isOptional() {
		return true;
	}

	/** She still pilots it, and nothing was noted meanwhile. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return this.jdbc.sql("""
				SELECT count(*) > 0 FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
				  JOIN parcours r ON r.id = e.parcours_id
				WHERE e.id = :enrolment AND m.person_id = :person AND m.role = 'PILOT' AND r.status = 'RUNNING'
				  AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on > :today) AND e.takes_part @> :today
				  AND NOT EXISTS (SELECT FROM logged_action a WHERE a.enrolment_id = e.id AND a.logged_at > :posted)
				""")
			.param("enrolment", envelope.subjectId())
			.param("person", envelope.recipientId())
			.param("today", LocalDate.ofInstant(this.clock.instant(), Zones.PARIS))
			.param("posted", Timestamp.from(envelope.postedAt()))
			.query(Boolean.class)
			.single();
	}

	@Override
	public Letter render(Envelope envelope) {
		return this.writing.letter(envelope.subjectId(),
				this.planning.note(envelope.subjectId(), Occurrence.NUDGE, envelope.postedAt()));
	}

}
