package fr.faireavec.polls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Leaving;
import fr.faireavec.kernel.Expiry;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursLife;
import fr.faireavec.replies.Answer;
import fr.faireavec.replies.ReplyReading;
import fr.faireavec.sequences.Say;
import fr.faireavec.sequences.Scored;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.GuestSpeaker;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.SpeakerKeeping;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Claire asks for the dates of days 2 and 3: Inès pilots the Recyclerie, Hugo the
 * Cantine, Nora copilots it.
 */
@IntegrationTest
class PollTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	private static final LocalDate SECOND = LocalDate.of(2026, 10, 13);

	private static final LocalDate THIRD = LocalDate.of(2026, 11, 10);

	private static final LocalDate CLOSES = START.plusDays(10);

	private static final String SOLENE = "solene.arnoult@demo.example";

	@Autowired
	private Cast cast;

	@Autowired
	private PollOpening opening;

	@Autowired
	private PollAnswering answering;

	@Autowired
	private PollInviting inviting;

	@Autowired
	private PollDeciding deciding;

	@Autowired
	private PollReading reading;

	@Autowired
	private PollSequences sequences;

	@Autowired
	private PollLinks links;

	@Autowired
	private PollExpiry expiry;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private SpeakerKeeping speakers;

	@Autowired
	private ParcoursLife life;

	@Autowired
	private Leaving leaving;

	@Autowired
	private ReplyReading replies;

	@Autowired
	private List<LetterKind> kinds;

	@Autowired
	private JdbcClient jdbc;

	private Person claire;

	private Person ines;

	private Person hugo;

	private Person nora;

	private Parcours ours;

	private Enrolment recyclerie;

	@BeforeEach
	void aCohort() {
		this.cast.itIs(START.atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.nora = this.cast.person("Nora", "Leclercq");
		this.ours = this.cast.parcours("Nos sources", START, this.claire);
		this.recyclerie = this.cast.enrol(this.ours, this.cast.structure("Recyclerie du Canal"));
		Enrolment cantine = this.cast.enrol(this.ours, this.cast.structure("Cantine Coop"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.pilot(cantine, this.hugo, START);
		this.cast.copilot(cantine, this.nora, START);
		this.cast.flush();
	}

	@Test
	void everybodyIsAskedByLetterButWhoAsks() {
		open();
		assertThat(letters("polls.asked")).containsExactlyInAnyOrder(this.ines.getId(), this.hugo.getId(),
				this.nora.getId());
		assertThat(session(2).getState()).isEqualTo(SessionState.POLLING);
		Letter letter = letter("polls.asked", this.ines);
		assertThat(letter.blocks().toString()).contains("/sondages/", "vendredi 11 septembre");
		assertThatExceptionOfType(Refusal.class).isThrownBy(this::open).withMessage("polls.already");
	}

	@Test
	void aDateRefusedByTheOnlyOneOfAStructureIsNotChosen() {
		open();
		say(this.ines, Map.of(SECOND, Say.NO));
		say(this.hugo, Map.of(SECOND.plusDays(7), Say.NO));
		say(this.nora, Map.of(SECOND.plusDays(7), Say.IF_NEEDED));
		Scored best = this.sequences.best(poll()).best().orElseThrow();
		assertThat(best.days()).allSatisfy((day) -> assertThat(day.missing()).isEmpty());
		assertThat(best.chosen().getFirst().start().toLocalDate()).isEqualTo(SECOND.plusDays(7));
		assertThat(best.days().getFirst().reliedOn()).as("Nora, if need be").hasSize(1);
	}

	/** What counts is what was said last; refusing all is asked once more. */
	@Test
	void refusingEverythingIsReadBeforeItCounts() {
		open();
		Map<UUID, Say> never = new HashMap<>();
		poll().days().forEach((day) -> day.options().forEach((option) -> never.put(option.id(), Say.NO)));
		UUID id = poll().id();
		Unconfirmed asked = catchThrowableOfType(Unconfirmed.class,
				() -> this.answering.answer(id, this.ines.getId(), never, "", Set.of()));
		assertThat(poll().hasAnswered(askee(this.ines))).isFalse();
		this.answering.answer(id, this.ines.getId(), never, "",
				Set.of(Objects.requireNonNull(asked).warnings().getFirst().code()));
		assertThat(poll().hasAnswered(askee(this.ines))).isTrue();
		say(this.ines, Map.of());
		assertThat(poll().answers().values()).allSatisfy((said) -> assertThat(said).containsValue(Say.YES));
	}

	@Test
	void whatIsAddedIsToBeAnsweredAloneAndWhatIsWithdrawnCountsNoMore() {
		open();
		say(this.ines, Map.of());
		UUID gone = poll().days().getFirst().options().getFirst().id();
		this.opening.propose(this.ours.getId(), poll().version(), 2, SECOND.plusDays(3));
		this.opening.withdraw(this.ours.getId(), poll().version(), gone);
		this.cast.flush();
		assertThat(poll().isAwaited(askee(this.ines))).isTrue();
		assertThat(poll().hasAnswered(askee(this.ines))).isTrue();
		assertThat(poll().answers()).doesNotContainKey(gone);
		int late = this.answering.answer(poll().id(), this.ines.getId(),
				Map.of(gone, Say.NO, poll().days().getFirst().options().getFirst().id(), Say.YES), "", Set.of());
		assertThat(late).as("said of a date that went meanwhile").isOne();
		assertThat(poll().isAwaited(askee(this.ines))).isFalse();
		UUID second = poll().days().get(1).options().getFirst().id();
		this.opening.withdraw(this.ours.getId(), poll().version(), second);
		UUID last = poll().days().get(1).options().getFirst().id();
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.opening.withdraw(this.ours.getId(), poll().version(), last))
			.withMessage("polls.option.last");
	}

	/** The successor starts blank; what the other said is not theirs, nor of anybody. */
	@Test
	void whoIsReplacedCountsNoMore() {
		open();
		say(this.ines, Map.of());
		String link = this.links.linkFor(askee(this.ines), poll());
		String token = link.substring(link.lastIndexOf('/') + 1);
		assertThat(this.links.find(token)).isPresent();
		this.cast.itIs(START.plusDays(2).atTime(9, 0));
		Person paul = this.cast.person("Paul", "Tison");
		this.cast.pilot(this.recyclerie, paul, START.plusDays(2));
		this.cast.flush();
		assertThat(this.links.find(token)).isEmpty();
		assertThat(poll().askee(this.ines.getId())).isEmpty();
		assertThat(poll().hasAnswered(askee(paul))).isFalse();
		assertThat(this.reading.progress(this.ours.getId())).isEqualTo(new PollProgress(Set.of(2, 3), 0, 3));
		assertThat(poll().answers().values()).allSatisfy((said) -> assertThat(said).isEmpty());
		assertThat(Impersonation.giving(this.claire, () -> this.inviting.remind(this.ours.getId())))
			.as("Paul; Hugo and Nora who were asked the day before yesterday")
			.isEqualTo(3);
		assertThat(this.inviting.remind(this.ours.getId())).as("once a day; Claire who did not ask herself").isOne();
	}

	/** It says what became of the poll, then leads nowhere. */
	@Test
	void aLinkEndsTwoMonthsAfterTheLastDay() {
		open();
		String link = this.links.linkFor(askee(this.ines), poll());
		String token = link.substring(link.lastIndexOf('/') + 1);
		assertThat(this.links.linkFor(askee(this.ines), poll())).as("the same one").isEqualTo(link);
		this.cast.itIs(CLOSES.plusMonths(2).minusDays(1).atTime(9, 0));
		assertThat(this.links.find(token)).isPresent();
		this.cast.itIs(CLOSES.plusMonths(2).plusDays(1).atTime(9, 0));
		assertThat(this.links.find(token)).isEmpty();
	}

	@Test
	void allHaveAnsweredIsToldOnce() {
		open();
		say(this.ines, Map.of());
		say(this.hugo, Map.of());
		assertThat(letters("polls.news")).isEmpty();
		say(this.nora, Map.of());
		say(this.nora, Map.of(SECOND, Say.IF_NEEDED));
		assertThat(letters("polls.news")).containsExactly(this.claire.getId());
		assertThat(this.reading.isToDecide(this.ours.getId())).isTrue();
	}

	/** By hand or on its day, closing tells the same. */
	@Test
	void aPollClosesOnItsDayOrBefore() {
		open();
		this.cast.itIs(CLOSES.atTime(23, 59));
		assertThat(this.deciding.closeDue()).isZero();
		say(this.ines, Map.of());
		this.cast.itIs(CLOSES.plusDays(1).atTime(0, 1));
		assertThat(poll().takesAnswers(CLOSES.plusDays(1))).isFalse();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> say(this.hugo, Map.of())).withMessage("polls.closed");
		assertThat(this.deciding.closeDue()).isOne();
		assertThat(this.deciding.closeDue()).isZero();
		assertThat(letters("polls.news")).containsExactly(this.claire.getId());
		String byItself = letter("polls.news", this.claire).subject();
		this.opening.extend(this.ours.getId(), poll().version(), CLOSES.plusDays(5));
		say(this.hugo, Map.of());
		this.cast.itIs(CLOSES.plusDays(2).atTime(9, 0));
		this.deciding.close(this.ours.getId(), poll().version());
		this.cast.flush();
		assertThat(letters("polls.news")).hasSize(2);
		assertThat(letter("polls.news", this.claire).subject()).isEqualTo(byItself);
	}

	@Test
	void firmDatesAreConvenedReservedOnesAreKeptAndEverybodyIsTold() {
		open();
		say(this.ines, Map.of());
		say(this.hugo, Map.of(SECOND, Say.IF_NEEDED));
		say(this.nora, Map.of(SECOND, Say.NO));
		decide(SECOND, THIRD, Set.of(2));
		assertThat(session(2).getState()).isEqualTo(SessionState.SCHEDULED);
		assertThat(session(3).getState()).isEqualTo(SessionState.RESERVED);
		assertThat(letters("polls.decided")).contains(this.ines.getId(), this.hugo.getId(), this.nora.getId(),
				this.claire.getId());
		Letter letter = letter("polls.decided", this.ines);
		assertThat(letter.blocks().toString()).contains("(ferme)", "(réservée)", "mardi 13 octobre 2026",
				"mardi 10 novembre 2026");
		assertThat(comes(2, this.ines)).contains(Answer.COMING);
		assertThat(comes(2, this.hugo)).as("if need be is no promise").isEmpty();
		assertThat(comes(2, this.nora)).isEmpty();
		assertThat(this.reading.aliveIn(this.ours.getId())).isEmpty();
		this.scheduling.makeFirm(this.ours.getId(), 3, session(3).getVersion());
		this.cast.flush();
		assertThat(comes(3, this.nora)).as("later, what was said then").contains(Answer.COMING);
	}

	/** Asked again, the same date keeps what was said; another is to be answered. */
	@Test
	void whatWasSaidIsKeptWhenItIsAskedAgain() {
		open();
		say(this.ines, Map.of(THIRD, Say.IF_NEEDED));
		decide(SECOND, THIRD, Set.of(2));
		Impersonation.as(this.claire, () -> this.opening.open(Ids.next(), this.ours.getId(), terms(false),
				List.of(asked(3, THIRD, THIRD.plusDays(2)))));
		this.cast.flush();
		assertThat(session(3).getState()).as("kept meanwhile").isEqualTo(SessionState.RESERVED);
		PollSheet again = poll();
		assertThat(again.say(askee(this.ines), again.days().getFirst().options().getFirst())).isEqualTo(Say.IF_NEEDED);
		assertThat(again.isAwaited(askee(this.ines))).isTrue();
		decide(null, THIRD.plusDays(2), Set.of(3));
		assertThat(day(3)).isEqualTo(THIRD.plusDays(2));
		assertThat(session(3).getState()).isEqualTo(SessionState.SCHEDULED);
	}

	@Test
	void thePollDecidesByItselfWhenItWasAskedTo() {
		Impersonation.as(this.claire, () -> this.opening.open(Ids.next(), this.ours.getId(), terms(true),
				List.of(asked(2, SECOND, SECOND.plusDays(7)), asked(3, THIRD, THIRD.plusDays(7)))));
		this.cast.flush();
		say(this.ines, Map.of(SECOND, Say.NO));
		say(this.hugo, Map.of());
		this.cast.itIs(CLOSES.plusDays(1).atTime(8, 0));
		this.deciding.closeDue();
		this.cast.forget();
		assertThat(day(2)).isEqualTo(SECOND.plusDays(7));
		assertThat(session(2).getState()).isEqualTo(SessionState.SCHEDULED);
		assertThat(session(3).getState()).isEqualTo(SessionState.RESERVED);
		assertThat(letters("polls.decided")).hasSize(4);
		assertThat(letters("polls.news")).isEmpty();
	}

	/** A guest speaker is asked about their day alone, and may not be overridden. */
	@Test
	void whoSpeaksAtADayIsHeard() {
		this.speakers.add(Ids.next(), this.ours.getId(), 3, new GuestSpeaker.Words("Solène Arnoult", "", null));
		open();
		Askee solene = poll().askees()
			.stream()
			.filter((askee) -> askee.kind() == Askee.Kind.SPEAKER)
			.findFirst()
			.orElseThrow();
		assertThat(solene.isAskedAbout(2)).isFalse();
		say(this.ines, Map.of());
		say(this.hugo, Map.of());
		answer(solene.id(), Map.of(THIRD, Say.NO));
		Scored best = this.sequences.best(poll()).best().orElseThrow();
		assertThat(best.chosen().getLast().start().toLocalDate()).isEqualTo(THIRD.plusDays(7));
	}

	/**
	 * Whoever speaks at two days has one letter and one link, to these days alone; the
	 * poll waits for them as for the cohort.
	 */
	@Test
	void guestSpeakersAreAskedForTheirDays() {
		speaks(2, "Solène Arnoult", SOLENE);
		speaks(3, "Solène Arnoult", SOLENE);
		speaks(3, "Bruno Tellier", null);
		open();
		assertThat(guestLetters("polls.asked")).containsExactly(SOLENE);
		Askee solene = guest("Solène Arnoult");
		Askee bruno = guest("Bruno Tellier");
		assertThat(letter("polls.asked", solene, SOLENE).blocks().toString()).contains("/sondages/", "Vous intervenez",
				"jour 2", "jour 3");
		String token = token(solene);
		assertThat(this.links.find(token).orElseThrow().askee()).isEqualTo(solene);
		say(this.ines, Map.of());
		say(this.hugo, Map.of());
		say(this.nora, Map.of());
		assertThat(letters("polls.news")).as("two are awaited still").isEmpty();
		assertThat(poll().answered()).isEqualTo(3);
		assertThat(poll().expected()).hasSize(5);
		assertThat(this.reading.progress(this.ours.getId())).isEqualTo(new PollProgress(Set.of(2, 3), 3, 5));
		UUID second = poll().days().getFirst().options().getFirst().id();
		UUID third = poll().days().getLast().options().getFirst().id();
		assertThat(this.answering.answer(poll().id(), bruno.id(), Map.of(second, Say.NO, third, Say.YES), "", Set.of()))
			.as("he does not speak at day 2")
			.isOne();
		assertThat(poll().answers().get(second)).doesNotContainKey(bruno.id());
		answer(bruno.id(), Map.of());
		answer(solene.id(), Map.of(SECOND, Say.NO, THIRD, Say.NO));
		assertThat(letters("polls.news")).containsExactly(this.claire.getId());
		Scored best = this.sequences.best(poll()).best().orElseThrow();
		assertThat(best.chosen()).extracting((chosen) -> chosen.start().toLocalDate())
			.contains(SECOND.plusDays(7), THIRD.plusDays(7));
		decide(SECOND.plusDays(7), THIRD.plusDays(7), Set.of(2));
		assertThat(guestLetters("polls.decided")).containsExactly(SOLENE);
		assertThat(letter("polls.decided", solene, SOLENE).blocks().toString()).contains("(ferme)", "(réservée)")
			.doesNotContain("/parcours/");
	}

	/** One letter to whoever has a sheet here, and what they say counts twice. */
	@Test
	void whoPilotsAndSpeaksIsAskedOnce() {
		speaks(2, "Claire V.", Objects.requireNonNull(this.claire.getEmail()));
		speaks(3, "Inès C.", Objects.requireNonNull(this.ines.getEmail()).toUpperCase(Locale.ROOT));
		open();
		assertThat(guestLetters("polls.asked")).isEmpty();
		assertThat(letters("polls.asked")).hasSize(3).contains(this.ines.getId());
		assertThat(poll().askees()).noneMatch(Askee::isGuest).hasSize(4);
		assertThat(this.reading.progress(this.ours.getId())).isEqualTo(new PollProgress(Set.of(2, 3), 0, 3));
		say(this.hugo, Map.of());
		say(this.nora, Map.of());
		answer(this.claire.getId(), Map.of(SECOND, Say.NO));
		say(this.ines, Map.of(THIRD, Say.NO));
		Scored best = this.sequences.best(poll()).best().orElseThrow();
		assertThat(best.chosen()).as("two structures out of three come that day, and its speaker does not")
			.extracting((chosen) -> chosen.start().toLocalDate())
			.contains(SECOND.plusDays(7), THIRD.plusDays(7));
	}

	/** Silent, they are asked again; elsewhere, by another link; no more, by none. */
	@Test
	void theLinkOfAGuestFollowsTheirAddress() {
		speaks(3, "Solène Arnoult", SOLENE);
		open();
		Askee solene = guest("Solène Arnoult");
		String token = token(solene);
		assertThat(Impersonation.giving(this.claire, () -> this.inviting.remind(this.ours.getId()))).as("asked today")
			.isZero();
		this.speakers.correct(this.ours.getId(), 3, solene.id(), 0,
				new GuestSpeaker.Words("Solène Arnoult", "", "solene@ailleurs.example"));
		this.cast.flush();
		assertThat(this.links.find(token)).isEmpty();
		assertThat(due("polls.asked", solene, SOLENE)).as("whoever reads the former address").isFalse();
		assertThat(Impersonation.giving(this.claire, () -> this.inviting.remind(this.ours.getId()))).isOne();
		assertThat(guestLetters("polls.asked")).containsExactly(SOLENE, "solene@ailleurs.example");
		String other = token(guest("Solène Arnoult"));
		assertThat(this.links.find(other)).isPresent();
		this.cast.itIs(START.plusDays(1).atTime(9, 0));
		assertThat(Impersonation.giving(this.claire, () -> this.inviting.remind(this.ours.getId())))
			.as("the next day, with the three of the cohort")
			.isEqualTo(4);
		this.cast.forget();
		this.speakers.remove(this.ours.getId(), 3, solene.id(), 1);
		this.cast.flush();
		assertThat(this.links.find(other)).isEmpty();
		assertThat(poll().expected()).hasSize(3);
	}

	@Test
	void whatIsAbandonedIsToPlanAgain() {
		open();
		this.opening.abandon(this.ours.getId(), poll().version());
		this.cast.flush();
		assertThat(session(2).getState()).isEqualTo(SessionState.TO_PLAN);
		assertThat(this.reading.aliveIn(this.ours.getId())).isEmpty();
		open();
		assertThat(session(2).getState()).isEqualTo(SessionState.POLLING);
	}

	/** A day that is dated by hand is asked about no more; after the last, nothing is. */
	@Test
	void whatIsDatedByHandLeavesThePoll() {
		open();
		say(this.ines, Map.of());
		this.scheduling.schedule(this.ours.getId(), 2, session(2).getVersion(), asked(2, SECOND).on(SECOND));
		this.cast.flush();
		assertThat(poll().days()).extracting(PollSheet.AskedOn::rank).containsExactly(3);
		assertThat(this.reading.progress(this.ours.getId()).ranks()).containsExactly(3);
		assertThat(this.sequences.best(poll()).best().orElseThrow().chosen()).hasSize(2);
		assertThat(comes(2, this.ines)).as("she had said she could").contains(Answer.COMING);
		this.scheduling.cancel(this.ours.getId(), 3, session(3).getVersion(), "Plus besoin");
		this.cast.flush();
		assertThat(this.reading.aliveIn(this.ours.getId())).isEmpty();
		assertThat(this.reading.awaits(this.ours.getId(), this.hugo.getId())).isEmpty();
	}

	@Test
	void aPollEndsWithItsParcours() {
		open();
		assertThat(this.reading.awaits(this.ours.getId(), this.hugo.getId())).contains(CLOSES);
		this.life.cancel(this.ours.getId(), this.ours.getVersion(), "Faute de structures");
		this.cast.forget();
		assertThat(this.reading.aliveIn(this.ours.getId())).isEmpty();
		assertThat(session(2).getState()).isEqualTo(SessionState.CANCELLED);
	}

	/** Whoever leaves before the first date is asked about none. */
	@Test
	void whoLeavesBeforeIsNotAsked() {
		this.leaving.withdraw(this.ours.getId(), this.recyclerie.getId(), this.recyclerie.getVersion(),
				SECOND.minusDays(1), "L’équipe se resserre");
		this.cast.flush();
		open();
		assertThat(poll().askee(this.ines.getId())).isEmpty();
		assertThat(this.reading.awaits(this.ours.getId(), this.ines.getId())).isEmpty();
		assertThat(letters("polls.asked")).doesNotContain(this.ines.getId());
	}

	@Test
	void aPollIsAskedForInTime() {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.opening.open(Ids.next(), this.ours.getId(), new PollTerms(SECOND, 3, 7, "", false),
					List.of(asked(2, SECOND))))
			.withMessage("polls.closesOn.late");
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.opening.open(Ids.next(), this.ours.getId(),
					new PollTerms(START.minusDays(1), 3, 7, "", false), List.of(asked(2, SECOND))))
			.withMessage("polls.closesOn.outside");
		this.scheduling.schedule(this.ours.getId(), 2, session(2).getVersion(), asked(2, SECOND).on(SECOND));
		assertThatExceptionOfType(Refusal.class).isThrownBy(this::open).withMessage("polls.day.firm");
	}

	@Test
	void whatWasSaidIsForgottenTwoMonthsAfterTheLastDate() {
		open();
		say(this.ines, Map.of());
		assertThat(forgottenOn(THIRD.plusDays(7).plusMonths(2))).isZero();
		assertThat(forgottenOn(THIRD.plusDays(8).plusMonths(2))).isPositive();
		assertThat(this.jdbc.sql("SELECT count(*) FROM poll_answer").query(Long.class).single()).isZero();
	}

	private int forgottenOn(LocalDate day) {
		return this.expiry.forget(new Expiry.Terms(day.atTime(12, 0).atZone(Zones.PARIS).toInstant(), Period.ofYears(5),
				Period.ofYears(1), Period.ofYears(1)), 100);
	}

	private void open() {
		Impersonation.as(this.claire, () -> this.opening.open(Ids.next(), this.ours.getId(), terms(false),
				List.of(asked(2, SECOND, SECOND.plusDays(7)), asked(3, THIRD, THIRD.plusDays(7)))));
		this.cast.flush();
	}

	private static PollTerms terms(boolean decidesItself) {
		return new PollTerms(CLOSES, 3, 7, "Bonjour à toutes et à tous", decidesItself);
	}

	private static AskedDay asked(int rank, LocalDate... days) {
		return new AskedDay(rank, new AskedDay.Hours(LocalTime.of(9, 30), LocalTime.of(12, 30), null, null),
				new AskedDay.Place(Mode.PRESENTIEL, "Maison du parc", "", ""), List.of(days));
	}

	/** Everything suits but what is said otherwise, by date. */
	private void say(Person person, Map<LocalDate, Say> but) {
		answer(person.getId(), but);
	}

	private void answer(UUID askeeId, Map<LocalDate, Say> but) {
		Map<UUID, Say> said = new HashMap<>();
		poll().days()
			.forEach((day) -> day.options()
				.forEach((option) -> said.put(option.id(), but.getOrDefault(option.day(), Say.YES))));
		this.answering.answer(poll().id(), askeeId, said, "", Set.of());
		this.cast.flush();
	}

	private void decide(@Nullable LocalDate second, LocalDate third, Set<Integer> firm) {
		Map<Integer, UUID> chosen = new HashMap<>();
		poll().days()
			.forEach((day) -> day.options()
				.stream()
				.filter((option) -> option.day().equals((day.rank() == 2) ? second : third))
				.forEach((option) -> chosen.put(day.rank(), option.id())));
		Impersonation.as(this.claire, () -> this.deciding.decide(this.ours.getId(), poll().version(), chosen, firm));
		this.cast.forget();
	}

	private Optional<Answer> comes(int rank, Person person) {
		return this.replies.of(session(rank), person.getId()).map((standing) -> standing.answer());
	}

	private void speaks(int rank, String name, @Nullable String email) {
		this.speakers.add(Ids.next(), this.ours.getId(), rank, new GuestSpeaker.Words(name, "", email));
		this.cast.flush();
	}

	private Askee guest(String name) {
		return poll().askees()
			.stream()
			.filter((one) -> one.isGuest() && one.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private String token(Askee askee) {
		String link = this.links.linkFor(askee, poll());
		return link.substring(link.lastIndexOf('/') + 1);
	}

	private List<String> guestLetters(String kind) {
		return this.jdbc.sql("SELECT address FROM letter WHERE kind = :kind AND guest_id IS NOT NULL ORDER BY position")
			.param("kind", kind)
			.query((row, n) -> String.valueOf(row.getString("address")))
			.list();
	}

	private PollSheet poll() {
		return this.reading.aliveIn(this.ours.getId()).orElseThrow();
	}

	private Askee askee(Person person) {
		return poll().askee(person.getId()).orElseThrow();
	}

	private CollectiveSession session(int rank) {
		return this.sessions.ranked(this.ours.getId(), rank).orElseThrow();
	}

	private LocalDate day(int rank) {
		return Objects.requireNonNull(session(rank).getSlot()).day();
	}

	private List<UUID> letters(String kind) {
		return this.jdbc.sql("SELECT recipient_id FROM letter WHERE kind = :kind")
			.param("kind", kind)
			.query((row, n) -> row.getObject("recipient_id", UUID.class))
			.list();
	}

	private Letter letter(String name, Person person) {
		Envelope envelope = envelope(person.getId(), person.getName(), "x@demo.example");
		assertThat(kind(name).stillDue(envelope)).isTrue();
		return kind(name).render(envelope);
	}

	private Letter letter(String name, Askee guest, String address) {
		assertThat(due(name, guest, address)).isTrue();
		return kind(name).render(envelope(guest.id(), "", address));
	}

	private boolean due(String name, Askee guest, String address) {
		return kind(name).stillDue(envelope(guest.id(), "", address));
	}

	private LetterKind kind(String name) {
		return this.kinds.stream().filter((one) -> one.name().equals(name)).findFirst().orElseThrow();
	}

	private Envelope envelope(UUID recipientId, String name, String address) {
		UUID subject = this.jdbc.sql("SELECT id FROM date_poll ORDER BY opened_at DESC LIMIT 1")
			.query((row, n) -> row.getObject("id", UUID.class))
			.single();
		return new Envelope(Ids.next(), recipientId, name, address, subject, "CLOSED", Instant.EPOCH);
	}

}
