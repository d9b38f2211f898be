package fr.faireavec.convening;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import biweekly.component.VEvent;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Warning;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What those a date concerns are told of it. */
class TellingTests extends DateTests {

	@Test
	void oneIsConvenedThreeWeeksBeforeAndOnce() {
		later(Duration.ofHours(1));
		assertThat(this.telling.tellDue()).isZero();
		this.cast.itIs(DAY.minusDays(21).atTime(10, 0));
		assertThat(this.telling.tellDue()).as("Inès and Claire").isEqualTo(2);
		assertThat(this.telling.tellDue()).isZero();
		Letter letter = letter(this.ines);
		assertThat(letter.subject()).isEqualTo("Le dimanche 11 octobre, Nos sources, jour 1\u00a0: " + title());
		VEvent event = event(letter);
		assertThat(letter.calendars().getFirst().method()).isEqualTo("REQUEST");
		assertThat(event.getAttendees().getFirst().getEmail()).isEqualTo("ines.carpentier@demo.example");
		assertThat(event.getAttendees().getFirst().getRsvp()).isFalse();
	}

	/** Kept free, it convenes nobody; made firm, it does. */
	@Test
	void aReservedDateConvenesNobodyUntilItIsFirm() {
		near();
		told();
		this.scheduling.postpone(this.ours.getId(), 1, version());
		SessionPlan plan = new SessionPlan(List.of(TimeSlot.of(DAY, LocalTime.of(9, 30), LocalTime.of(12, 30))),
				Mode.PRESENTIEL, "Maison du parc", "", "");
		this.scheduling.reserve(this.ours.getId(), 1, version(), plan);
		this.cast.forget();
		later(Telling.SETTLED);
		assertThat(this.telling.tellDue()).as("the date they knew is gone").isEqualTo(2);
		assertThat(letter(this.ines).subject()).startsWith("Reporté");
		told();
		assertThat(this.telling.tellDue()).isZero();
		this.scheduling.makeFirm(this.ours.getId(), 1, version());
		this.cast.forget();
		later(Telling.SETTLED);
		assertThat(this.telling.tellDue()).isEqualTo(2);
		assertThat(letter(this.ines).subject()).startsWith("Le dimanche 11 octobre");
	}

	@Test
	void whatMovesFiveTimesInAMinuteIsToldOnceWithTheLastDate() {
		near();
		told();
		for (int i = 1; i <= 5; i++) {
			later(Duration.ofSeconds(10));
			schedule(DAY.plusDays(i));
			assertThat(this.telling.tellDue()).isZero();
		}
		later(Telling.SETTLED);
		assertThat(this.telling.tellDue()).isEqualTo(2);
		Letter letter = letter(this.ines);
		assertThat(letter.subject()).startsWith("Nouvelle date, le vendredi 16 octobre");
		assertThat(said(letter)).contains("Claire Vasseur a changé la date", "dimanche 11 octobre 2026, 9 h 30",
				"vendredi 16 octobre 2026, 9 h 30");
		assertThat(event(letter).getSequence().getValue()).isEqualTo(5);
	}

	@Test
	void whatIsTakenBackIsNotTold() {
		near();
		told();
		schedule(DAY.plusDays(1));
		schedule(DAY);
		later(Telling.SETTLED);
		assertThat(this.telling.tellDue()).isZero();
	}

	/** Nobody reads of a date they never knew: the letter that waits is replaced. */
	@Test
	void aLetterThatDidNotLeaveIsNotSupposedRead() {
		near();
		assertThat(this.telling.tellDue()).isEqualTo(2);
		Envelope first = envelope(this.ines).orElseThrow();
		schedule(DAY.plusDays(1));
		later(Telling.SETTLED);
		assertThat(this.telling.tellDue()).isEqualTo(2);
		assertThat(kind().stillDue(first)).isFalse();
		assertThat(letter(this.ines).subject()).as("a first word").startsWith("Le ");
		this.scheduling.cancel(this.ours.getId(), 1, version(), "Neige");
		later(Telling.SETTLED);
		this.telling.tellDue();
		assertThat(envelope(this.ines)).as("nothing to say to who knew nothing").isEmpty();
	}

	@Test
	void aDayThatIsCancelledOrPostponedLeavesCalendarsWithItsReason() {
		near();
		told();
		this.scheduling.cancel(this.ours.getId(), 1, version(), "Neige");
		this.cast.forget();
		later(Telling.SETTLED);
		assertThat(this.telling.tellDue()).isEqualTo(2);
		Letter letter = letter(this.ines);
		assertThat(letter.calendars().getFirst().method()).isEqualTo("CANCEL");
		assertThat(letter.subject()).startsWith("Annulé");
		assertThat(said(letter)).contains("Neige");
		assertThat(event(letter).getStatus().isCancelled()).isTrue();
		told();
		schedule(DAY);
		later(Telling.SETTLED);
		assertThat(this.telling.tellDue()).isEqualTo(2);
		assertThat(letter(this.ines).subject()).as("convened again").startsWith("Le ");
	}

	/** What moves says why to whoever knew the date, once, and to nobody else. */
	@Test
	void aChangeSaysWhyToThoseWhoKnewTheDate() {
		near();
		told();
		move(DAY.minusDays(1), "Grève des trains");
		move(DAY.minusDays(2), "");
		Person nora = this.cast.person("Nora", "Leclercq");
		this.cast.copilot(this.recyclerie, nora, START);
		this.cast.forget();
		later(Telling.SETTLED.plusSeconds(1));
		this.telling.tellDue();
		assertThat(said(letter(this.ines))).contains("dimanche 11 octobre 2026", "vendredi 9 octobre 2026",
				"Claire Vasseur a changé la date", "Pourquoi", "Grève des trains");
		assertThat(said(letter(nora))).doesNotContain("Grève");
		told();
		move(DAY.minusDays(3), "");
		later(Telling.SETTLED);
		this.telling.tellDue();
		assertThat(said(letter(this.ines))).as("another change has its own reason").doesNotContain("Grève");
		told();
		Impersonation.as(this.claire,
				() -> this.scheduling.postpone(this.ours.getId(), 1, version(), "La salle a brûlé"));
		this.cast.forget();
		later(Telling.SETTLED);
		this.telling.tellDue();
		assertThat(letter(this.ines).subject()).startsWith("Reporté");
		assertThat(said(letter(this.ines))).contains("La salle a brûlé");
	}

	private void move(LocalDate day, String why) {
		SessionPlan plan = new SessionPlan(List.of(new TimeSlot(day.atTime(9, 30), day.atTime(12, 30))),
				Mode.PRESENTIEL, "Maison du parc", "", "");
		Impersonation.as(this.claire, () -> {
			Set<String> read = this.scheduling.warnings(this.ours.getId(), 1, plan)
				.stream()
				.map(Warning::code)
				.collect(Collectors.toSet());
			this.scheduling.schedule(this.ours.getId(), 1, version(), plan, read, why);
		});
		this.cast.forget();
	}

	/** A CANCEL to the one whose mandate ends, a REQUEST to the one who follows. */
	@Test
	void whoIsReplacedIsToldAndWhoFollowsIsConvened() {
		near();
		told();
		Person nora = this.cast.person("Nora", "Leclercq");
		LocalDate today = DAY.minusDays(20);
		this.cast.pilot(this.recyclerie, nora, today);
		this.cast.forget();
		assertThat(this.telling.tellDue()).isEqualTo(2);
		assertThat(letter(this.ines).calendars().getFirst().method()).isEqualTo("CANCEL");
		assertThat(letter(this.ines).subject()).startsWith("Plus dans votre agenda");
		assertThat(letter(nora).calendars().getFirst().method()).isEqualTo("REQUEST");
		assertThat(envelope(this.claire)).as("nothing new for her").isEmpty();
	}

	/** Two days moved in one sitting: one letter, and a file for each. */
	@Test
	void whatMovesTogetherIsToldTogether() {
		schedule(2, DAY.plusDays(7));
		near();
		this.cast.itIs(DAY.minusDays(10).atTime(10, 0));
		told();
		schedule(1, DAY.plusDays(1));
		schedule(2, DAY.plusDays(8));
		later(Telling.SETTLED);
		assertThat(this.telling.tellDue()).as("one each").isEqualTo(2);
		Letter letter = letter(this.ines);
		assertThat(letter.subject()).isEqualTo("Du nouveau dans 2 de vos dates");
		assertThat(said(letter)).contains("lundi 12 octobre 2026, 9 h 30", "(avant : dimanche 11 octobre 2026",
				"lundi 19 octobre 2026, 9 h 30", "(avant : dimanche 18 octobre 2026");
		assertThat(letter.calendars()).extracting(Letter.Calendar::name).containsExactly("jour-1", "jour-2");
		schedule(1, DAY.plusDays(2));
		assertThat(letter(this.ines).subject()).as("what moved again waits for its own letter")
			.isEqualTo("Nouvelle date, le lundi 19 octobre\u00a0: Nos sources, jour 2\u00a0: " + title(2));
		later(Telling.SETTLED);
		assertThat(this.telling.tellDue()).isEqualTo(2);
		assertThat(said(letter(this.ines))).contains("mardi 13 octobre 2026", "dimanche 11 octobre 2026");
	}

}
