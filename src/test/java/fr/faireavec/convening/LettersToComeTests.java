package fr.faireavec.convening;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.correspondence.ForeseenLetter;
import fr.faireavec.correspondence.LetterPlan.Terms;
import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.mail.Envelope;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What will leave by itself is known before, and follows what the animation decides. */
class LettersToComeTests extends DateTests {

	private static final int NOTHING_DECIDED = -1;

	@Autowired
	private LetterPlanning planning;

	@Autowired
	private DateForesight foresight;

	@Test
	void whatWillLeaveIsSaidWithItsDayAndItsPeople() {
		later(Telling.SETTLED);
		assertThat(toCome()).extracting(ForeseenLetter::occurrence)
			.containsExactly(Occurrence.CONVENED, Occurrence.FIRST_REMINDER, Occurrence.LAST_REMINDER);
		assertThat(toCome()).extracting(ForeseenLetter::dueAt)
			.containsExactly(DAY.minusDays(21).atTime(9, 30), DAY.minusDays(7).atTime(8, 0),
					DAY.minusDays(2).atTime(8, 0));
		assertThat(toCome()).allSatisfy(
				(letter) -> assertThat(letter.people()).containsExactlyInAnyOrder("Claire Vasseur", "Inès Carpentier"));
		schedule(DAY.plusDays(7));
		assertThat(toCome()).extracting(ForeseenLetter::dueAt)
			.as("it follows the date")
			.containsExactly(DAY.minusDays(14).atTime(9, 30), DAY.atTime(8, 0), DAY.plusDays(5).atTime(8, 0));
		cancelled();
		assertThat(toCome()).as("nobody was told: nothing to say").isEmpty();
	}

	@Test
	void oneIsRemindedTwiceAndOnceEach() {
		near();
		told();
		this.cast.itIs(DAY.minusDays(7).atTime(7, 59));
		assertThat(this.telling.tellDue()).isZero();
		this.cast.itIs(DAY.minusDays(7).atTime(8, 0));
		assertThat(this.telling.tellDue()).isEqualTo(2);
		assertThat(letter("convening.reminder", this.ines).subject())
			.isEqualTo("Dans 7 jours\u00a0: Nos sources, jour 1\u00a0: " + title());
		told();
		this.cast.itIs(DAY.minusDays(2).atTime(8, 0));
		assertThat(this.telling.tellDue()).isEqualTo(2);
		told();
		assertThat(this.telling.tellDue()).isZero();
		this.cast.itIs(DAY.minusDays(1).atTime(8, 0));
		assertThat(this.telling.tellDue()).isZero();
	}

	/** What was just written needs no reminder; what would be late is not caught up. */
	@Test
	void aReminderComesAfterTheConvocationAndNeverTwoAtOnce() {
		this.cast.itIs(DAY.minusDays(5).atTime(10, 0));
		assertThat(this.telling.tellDue()).as("convened late").isEqualTo(2);
		told();
		assertThat(toCome()).extracting(ForeseenLetter::occurrence).containsExactly(Occurrence.LAST_REMINDER);
		schedule(DAY.plusDays(10));
		later(Telling.SETTLED);
		told();
		this.cast.itIs(DAY.plusDays(9).atTime(10, 0));
		assertThat(this.telling.tellDue()).as("the last alone, though neither left").isEqualTo(2);
		assertThat(letter("convening.reminder", this.ines).subject()).startsWith("Demain");
	}

	@Test
	void aReminderOfADateThatMovedDoesNotLeave() {
		near();
		told();
		this.cast.itIs(DAY.minusDays(7).atTime(8, 0));
		this.telling.tellDue();
		schedule(DAY.plusDays(1));
		assertThat(envelope("convening.reminder", this.ines)).isEmpty();
	}

	@Test
	void nobodyIsWrittenToWhileADayTakesPlace() {
		near();
		told();
		this.cast.itIs(DAY.atTime(10, 0));
		assertThat(this.telling.tellDue()).isZero();
		this.cast.itIs(DAY.atTime(13, 0));
		assertThat(this.telling.tellDue()).isZero();
		assertThat(toCome()).isEmpty();
	}

	@Test
	void aParcoursWritesWhenItDecided() {
		this.planning.decide(this.ours.getId(), NOTHING_DECIDED, new Terms(30, 10, null, false));
		later(Telling.SETTLED);
		assertThat(toCome()).extracting(ForeseenLetter::dueAt)
			.containsExactly(DAY.minusDays(30).atTime(9, 30), DAY.minusDays(10).atTime(8, 0));
		this.cast.itIs(DAY.minusDays(30).atTime(9, 30));
		assertThat(this.telling.tellDue()).isEqualTo(2);
		assertThatThrownBy(() -> this.planning.decide(this.ours.getId(), NOTHING_DECIDED, new Terms(30, 7, 2, true)))
			.isInstanceOf(StaleEdit.class);
		int version = this.planning.plan(this.ours.getId()).getVersion();
		assertThatThrownBy(() -> this.planning.decide(this.ours.getId(), version, new Terms(30, 2, 7, false)))
			.isInstanceOf(Refusal.class);
		assertThatThrownBy(() -> this.planning.decide(this.ours.getId(), version, new Terms(91, 2, 1, false)))
			.isInstanceOf(Refusal.class);
	}

	@Test
	void whatIsHeldBackStaysAndLeavesWhenItIsLetGo() {
		near();
		this.planning.pause(only(Occurrence.CONVENED), NOTHING_DECIDED);
		assertThat(this.telling.tellDue()).isZero();
		assertThat(only(Occurrence.CONVENED).paused()).isTrue();
		this.planning.resume(only(Occurrence.CONVENED), version(Occurrence.CONVENED));
		assertThat(this.telling.tellDue()).isEqualTo(2);
	}

	@Test
	void aWholeParcoursMayKeepSilent() {
		near();
		this.planning.pauseAll(this.ours.getId(), NOTHING_DECIDED);
		assertThat(this.telling.tellDue()).isZero();
		assertThatThrownBy(() -> this.planning.hasten(only(Occurrence.CONVENED), NOTHING_DECIDED))
			.isInstanceOf(Refusal.class);
		this.planning.resumeAll(this.ours.getId(), this.planning.plan(this.ours.getId()).getVersion());
		assertThat(this.telling.tellDue()).isEqualTo(2);
	}

	@Test
	void whatIsSentNowDoesNotWaitForItsHour() {
		later(Telling.SETTLED);
		this.planning.hasten(only(Occurrence.CONVENED), NOTHING_DECIDED);
		assertThat(envelope(this.ines)).isPresent();
		assertThat(toCome()).extracting(ForeseenLetter::occurrence)
			.containsExactly(Occurrence.FIRST_REMINDER, Occurrence.LAST_REMINDER);
	}

	/**
	 * A word about a change is for that change, one about a convocation for whoever is
	 * convened.
	 */
	@Test
	void theAnimationAddsAWord() {
		near();
		this.planning.say(only(Occurrence.CONVENED), NOTHING_DECIDED, "Apportez vos cartes.");
		assertThat(said(this.planning.preview(only(Occurrence.CONVENED)))).contains("Apportez vos cartes.");
		this.telling.tellDue();
		assertThat(said(letter(this.ines))).contains("Apportez vos cartes.");
		told();
		schedule(DAY.plusDays(1));
		this.planning.say(only(Occurrence.MOVED), NOTHING_DECIDED, "La salle était prise.");
		later(Telling.SETTLED);
		this.telling.tellDue();
		assertThat(said(letter(this.ines))).contains("La salle était prise.").doesNotContain("cartes");
		told();
		schedule(DAY.plusDays(2));
		later(Telling.SETTLED);
		this.telling.tellDue();
		assertThat(said(letter(this.ines))).doesNotContain("La salle");
		var nora = this.cast.person("Nora", "Leclercq");
		this.cast.copilot(this.recyclerie, nora, DAY.minusDays(20));
		this.cast.flush();
		this.cast.itIs(DAY.minusDays(19).atTime(10, 0));
		this.telling.tellDue();
		assertThat(said(letter(nora))).contains("Apportez vos cartes.");
	}

	/** A word about a reminder, and its haste, are for that one. */
	@Test
	void whatWasDecidedOfAReminderIsForIt() {
		near();
		told();
		this.planning.say(only(Occurrence.LAST_REMINDER), NOTHING_DECIDED, "Le portail sera ouvert.");
		this.planning.hasten(only(Occurrence.LAST_REMINDER), version(Occurrence.LAST_REMINDER));
		assertThat(said(letter("convening.reminder", this.ines))).contains("Le portail sera ouvert.");
		told();
		schedule(DAY.plusDays(5));
		later(Telling.SETTLED);
		told();
		assertThat(envelope("convening.reminder", this.ines)).as("of the new date, not at once").isEmpty();
		this.cast.itIs(DAY.plusDays(3).atTime(8, 0));
		this.telling.tellDue();
		assertThat(said(letter("convening.reminder", this.ines))).doesNotContain("portail");
	}

	/** To an address that nobody proved theirs, no name is said. */
	@Test
	void aStrangerReadsNoName() {
		near();
		told();
		schedule(DAY.plusDays(1));
		later(Telling.SETTLED);
		this.telling.tellDue();
		Envelope known = envelope(this.ines).orElseThrow();
		Envelope stranger = new Envelope(known.letterId(), known.recipientId(), "", known.address(), known.subjectId(),
				null, known.postedAt());
		assertThat(said(kind().render(stranger))).contains("L’animation a changé").doesNotContain("Claire");
	}

	@Test
	void aDraftConvenesNobodyAndOneThatEndsSaysSo() {
		near();
		this.jdbc.sql("UPDATE parcours SET status = 'DRAFT' WHERE id = :id").param("id", this.ours.getId()).update();
		assertThat(this.telling.tellDue()).isZero();
		assertThat(toCome()).isEmpty();
		this.jdbc.sql("UPDATE parcours SET status = 'RUNNING' WHERE id = :id").param("id", this.ours.getId()).update();
		told();
		cancelled();
		this.jdbc.sql(
				"UPDATE parcours SET status = 'CANCELLED', closing_reason = 'Faute de monde', closed_at = now() WHERE id = :id")
			.param("id", this.ours.getId())
			.update();
		later(Telling.SETTLED);
		assertThat(this.telling.tellDue()).isEqualTo(2);
		assertThat(letter(this.ines).subject()).startsWith("Annulé");
	}

	@Test
	void theMinutesAreSaidOnceToThoseTheDayWasFor() {
		near();
		told();
		LocalDateTime evening = DAY.atTime(18, 0);
		this.cast.itIs(evening);
		Impersonation.as(this.claire, () -> {
			this.scheduling.hold(this.ours.getId(), 1, version());
			this.cast.forget();
			this.scheduling.describe(this.ours.getId(), 1, version(), title(), "", "On s’est dit ceci.");
		});
		this.cast.forget();
		this.foresight.postDue();
		assertThat(envelope("convening.minutes", this.ines)).isEmpty();
		assertThat(toCome()).singleElement().satisfies((letter) -> {
			assertThat(letter.occurrence()).isEqualTo(Occurrence.MINUTES);
			assertThat(letter.people()).containsExactly("Inès Carpentier");
			assertThat(letter.dueAt()).isBetween(evening.plusMinutes(10), evening.plusMinutes(11));
		});
		later(Telling.SETTLED);
		this.foresight.postDue();
		assertThat(letter("convening.minutes", this.ines).subject()).startsWith("Le compte rendu est là");
		assertThat(envelope("convening.minutes", this.claire)).as("she wrote them").isEmpty();
		told();
		Impersonation.as(this.claire,
				() -> this.scheduling.describe(this.ours.getId(), 1, version(), title(), "", "On s’est dit cela."));
		later(Duration.ofDays(1));
		this.foresight.postDue();
		assertThat(envelope("convening.minutes", this.ines)).isEmpty();
	}

	private List<ForeseenLetter> toCome() {
		this.cast.flush();
		return this.planning.toCome(Set.of(this.ours.getId()))
			.stream()
			.filter((letter) -> letter.occurrence() != Occurrence.NUDGE)
			.toList();
	}

	private ForeseenLetter only(Occurrence occurrence) {
		return toCome().stream().filter((letter) -> letter.occurrence() == occurrence).findFirst().orElseThrow();
	}

	private int version(Occurrence occurrence) {
		return this.planning.decision(only(occurrence).subjectId(), occurrence).version();
	}

	private void cancelled() {
		Impersonation.as(this.claire, () -> this.scheduling.cancel(this.ours.getId(), 1, version(), "Neige"));
		this.cast.forget();
	}

}
