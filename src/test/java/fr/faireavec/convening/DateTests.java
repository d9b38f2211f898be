package fr.faireavec.convening;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.Sealing;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Claire runs « Nos sources », where Inès pilots the Recyclerie. */
@IntegrationTest
abstract class DateTests {

	static final LocalDate START = LocalDate.of(2026, 9, 1);

	static final LocalDate DAY = START.plusDays(40);

	@Autowired
	Cast cast;

	@Autowired
	Scheduling scheduling;

	@Autowired
	CollectiveSessions sessions;

	@Autowired
	Telling telling;

	@Autowired
	List<LetterKind> kinds;

	@Autowired
	Sealing sealing;

	@Autowired
	MovableClock clock;

	@Autowired
	JdbcClient jdbc;

	Person claire;

	Person ines;

	Parcours ours;

	Enrolment recyclerie;

	@BeforeEach
	void oneDayIsPlanned() {
		this.cast.itIs(START.atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.ours = this.cast.parcours("Nos sources", START, this.claire);
		this.recyclerie = this.cast.enrol(this.ours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.flush();
		schedule(DAY);
	}

	void near() {
		this.cast.itIs(DAY.minusDays(20).atTime(10, 0));
	}

	/** What is due is posted, and leaves. */
	void told() {
		this.telling.tellDue();
		this.cast.flush();
		this.jdbc.sql(
				"UPDATE letter SET state = 'SENT', secret = NULL, sent_to = 'x@demo.example', settled_at = posted_at WHERE state = 'WAITING'")
			.update();
	}

	LetterKind kind() {
		return kind("convening.date");
	}

	LetterKind kind(String name) {
		return this.kinds.stream().filter((kind) -> kind.name().equals(name)).findFirst().orElseThrow();
	}

	Letter letter(Person person) {
		return letter("convening.date", person);
	}

	/** The last one of that kind, as it reads. */
	Letter letter(String name, Person person) {
		return kind(name).render(envelope(name, person).orElseThrow());
	}

	Optional<Envelope> envelope(Person person) {
		return envelope("convening.date", person);
	}

	/** The last one that waits and is still due. */
	Optional<Envelope> envelope(String name, Person person) {
		return this.jdbc.sql("""
				SELECT id, subject_id, secret, posted_at FROM letter
				WHERE kind = :kind AND recipient_id = :person AND state = 'WAITING'
				ORDER BY position DESC""").param("kind", name).param("person", person.getId()).query((row, n) -> {
			String secret = row.getString("secret");
			return new Envelope(row.getObject("id", UUID.class), person.getId(), person.getName(),
					String.valueOf(person.getEmail()), row.getObject("subject_id", UUID.class),
					(secret != null) ? this.sealing.open(secret) : null, row.getTimestamp("posted_at").toInstant());
		}).list().stream().filter((envelope) -> kind(name).stillDue(envelope)).findFirst();
	}

	static VEvent event(Letter letter) {
		return Biweekly.parse(letter.calendars().getFirst().file()).first().getEvents().getFirst();
	}

	static String said(Letter letter) {
		return letter.blocks().toString().replace('\u00a0', ' ').replace('\u202f', ' ');
	}

	String title() {
		return title(1);
	}

	String title(int rank) {
		return this.sessions.ranked(this.ours.getId(), rank).orElseThrow().getTitle();
	}

	void later(Duration time) {
		this.clock.moveTo(this.clock.instant().plus(time));
	}

	void schedule(LocalDate day) {
		schedule(1, day);
	}

	void schedule(int rank, LocalDate day) {
		int version = this.sessions.ranked(this.ours.getId(), rank).orElseThrow().getVersion();
		Impersonation.as(this.claire,
				() -> this.scheduling.schedule(this.ours.getId(), rank, version,
						new SessionPlan(List.of(new TimeSlot(day.atTime(9, 30), day.atTime(12, 30))), Mode.PRESENTIEL,
								"Maison du parc", "", "")));
		this.cast.forget();
	}

	int version() {
		return this.sessions.ranked(this.ours.getId(), 1).orElseThrow().getVersion();
	}

}
