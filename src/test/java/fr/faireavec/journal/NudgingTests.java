package fr.faireavec.journal;

import java.time.LocalDate;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.correspondence.ForeseenLetter;
import fr.faireavec.correspondence.LetterPlan.Terms;
import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.Ids;
import fr.faireavec.mail.Envelope;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Inès pilots the Recyclerie, Nora copilots it; nobody notes anything. */
@IntegrationTest
class NudgingTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	@Autowired
	private Cast cast;

	@Autowired
	private Nudging nudging;

	@Autowired
	private NudgeLetter letter;

	@Autowired
	private LetterPlanning planning;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private JdbcClient jdbc;

	private Person ines;

	private Parcours parcours;

	private Enrolment recyclerie;

	@BeforeEach
	void nobodyNotes() {
		this.cast.itIs(START.atTime(9, 0));
		Person claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.parcours = this.cast.parcours("Nos sources", START, claire);
		this.recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.copilot(this.recyclerie, this.cast.person("Nora", "Leclercq"), START);
		this.cast.flush();
	}

	@Test
	void thePilotIsAskedOnceAMonth() {
		assertThat(toCome()).singleElement().satisfies((letter) -> {
			assertThat(letter.dueAt()).isEqualTo(START.plusMonths(1).atTime(8, 0));
			assertThat(letter.people()).containsExactly("Inès Carpentier");
			assertThat(letter.about()).isEqualTo("Recyclerie du Canal");
		});
		asked(START.plusMonths(1), 7, 0);
		asked(START.plusMonths(1), 8, 1);
		asked(START.plusMonths(1), 9, 1);
		asked(START.plusMonths(2), 7, 1);
		asked(START.plusMonths(2), 8, 2);
	}

	@Test
	void whoNotesIsLeftAlone() {
		this.cast.itIs(START.plusDays(20).atTime(12, 0));
		note();
		asked(START.plusMonths(1), 12, 0);
		asked(START.plusDays(20).plusMonths(1), 8, 1);
	}

	@Test
	void aLetterThatWaitsDoesNotLeaveOnceSomethingIsNoted() {
		asked(START.plusMonths(1), 8, 1);
		Instant posted = this.jdbc.sql("SELECT posted_at FROM letter WHERE kind = 'journal.nudge'")
			.query((row, n) -> row.getTimestamp("posted_at").toInstant())
			.single();
		Envelope envelope = new Envelope(Ids.next(), this.ines.getId(), "Inès", "ines@demo.example",
				this.recyclerie.getId(), null, posted);
		assertThat(this.letter.stillDue(envelope)).isTrue();
		assertThat(this.letter.render(envelope).subject()).isEqualTo("Des nouvelles de Recyclerie du Canal\u202f?");
		this.cast.itIs(START.plusMonths(1).atTime(9, 0));
		note();
		assertThat(this.letter.stillDue(envelope)).isFalse();
	}

	@Test
	void aParcoursMayNotWantItAndOneMayBeHeldBack() {
		ForeseenLetter held = toCome().getFirst();
		this.planning.pause(held, -1);
		asked(START.plusMonths(1), 8, 0);
		this.planning.resume(held, 0);
		this.planning.decide(this.parcours.getId(), -1, new Terms(21, 7, 2, false));
		assertThat(toCome()).isEmpty();
		asked(START.plusMonths(1), 9, 0);
	}

	@Test
	void oneSentNowIsNotSentEveryHour() {
		this.cast.itIs(START.plusDays(10).atTime(12, 0));
		this.planning.hasten(toCome().getFirst(), -1);
		asked(START.plusDays(10), 13, 1);
		asked(START.plusDays(10), 14, 1);
	}

	private List<ForeseenLetter> toCome() {
		this.cast.flush();
		return this.planning.toCome(Set.of(this.parcours.getId()))
			.stream()
			.filter((letter) -> letter.occurrence() == Occurrence.NUDGE)
			.toList();
	}

	private void asked(LocalDate day, int hour, int times) {
		this.cast.itIs(day.atTime(hour, 0));
		this.cast.flush();
		this.nudging.postDue();
		assertThat(
				this.jdbc.sql("SELECT count(*) FROM letter WHERE kind = 'journal.nudge'").query(Integer.class).single())
			.as("asked by %s, %d h", day, hour)
			.isEqualTo(times);
	}

	private void note() {
		Impersonation.as(this.ines, () -> this.logging.log(Ids.next(), this.parcours.getId(), this.recyclerie.getId(),
				ActionDraft.titled("Un goûter")));
		this.cast.flush();
	}

}
