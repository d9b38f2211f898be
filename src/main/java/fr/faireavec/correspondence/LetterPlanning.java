package fr.faireavec.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.correspondence.LetterPlan.Terms;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.mail.Letter;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The animation sees what will leave, decides when its parcours writes, holds a letter
 * back, sends it sooner, or adds a word to it.
 */
@Component
@Transactional
public class LetterPlanning {

	private static final int EXCERPT = 200;

	private final AllParcours allParcours;

	private final LetterPlans plans;

	private final LetterChoices choices;

	private final ObjectProvider<Foresight> foresights;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	LetterPlanning(AllParcours allParcours, LetterPlans plans, LetterChoices choices,
			ObjectProvider<Foresight> foresights, ApplicationEventPublisher events, Clock clock) {
		this.allParcours = allParcours;
		this.plans = plans;
		this.choices = choices;
		this.foresights = foresights;
		this.events = events;
		this.clock = clock;
	}

	/** When this parcours writes: as proposed, as long as nobody decided. */
	@Transactional(readOnly = true)
	public LetterPlan plan(UUID parcoursId) {
		return this.plans.findById(parcoursId).orElseGet(() -> new LetterPlan(parcoursId));
	}

	/** The letters to come of these parcours, the next ones first. */
	@Transactional(readOnly = true)
	public List<ForeseenLetter> toCome(Set<UUID> parcoursIds) {
		if (parcoursIds.isEmpty()) {
			return List.of();
		}
		return this.foresights.stream()
			.flatMap((foresight) -> foresight.foresee(parcoursIds).stream())
			.sorted(Comparator.comparing(ForeseenLetter::dueAt)
				.thenComparing(ForeseenLetter::about)
				.thenComparing(ForeseenLetter::occurrence))
			.toList();
	}

	/** One of them; empty when it left, or has no reason to leave any more. */
	@Transactional(readOnly = true)
	public Optional<ForeseenLetter> toCome(UUID parcoursId, Occurrence occurrence, UUID subjectId) {
		return this.foresights.stream()
			.filter((foresight) -> foresight.knows(occurrence))
			.flatMap((foresight) -> foresight.foresee(Set.of(parcoursId)).stream())
			.filter((letter) -> letter.occurrence() == occurrence && letter.subjectId().equals(subjectId))
			.findFirst();
	}

	/** How it will read. */
	@Transactional(readOnly = true)
	public Letter preview(ForeseenLetter letter) {
		return this.foresights.stream()
			.filter((foresight) -> foresight.knows(letter.occurrence()))
			.findFirst()
			.orElseThrow(NotFound::new)
			.preview(letter);
	}

	/** What the animation adds to a letter written then; empty for nothing. */
	@Transactional(readOnly = true)
	public String note(UUID subjectId, Occurrence occurrence, Instant writtenAt) {
		return this.choices.since(subjectId, occurrence, writtenAt)
			.stream()
			.findFirst()
			.map(LetterChoice::getNote)
			.orElse("");
	}

	/** What was decided of a letter that waits. */
	@Transactional(readOnly = true)
	public Decision decision(UUID subjectId, Occurrence occurrence) {
		return this.choices.waiting(subjectId, occurrence)
			.map((choice) -> new Decision(choice.getVersion(), choice.getNote()))
			.orElse(Decision.NONE);
	}

	/**
	 * Decides when this parcours writes.
	 * @throws Refusal when a number of days is out of bounds
	 */
	public void decide(UUID parcoursId, int version, Terms terms) {
		change(parcoursId, version, "letters.decided", (plan) -> plan.agree(terms));
	}

	/** None of its letters leaves until it resumes. */
	public void pauseAll(UUID parcoursId, int version) {
		change(parcoursId, version, "letters.allPaused", (plan) -> plan.pause(this.clock.instant()));
	}

	public void resumeAll(UUID parcoursId, int version) {
		change(parcoursId, version, "letters.allResumed", LetterPlan::resume);
	}

	private void change(UUID parcoursId, int version, String what, Consumer<LetterPlan> change) {
		Parcours parcours = this.allParcours.findById(parcoursId).orElseThrow(NotFound::new);
		parcours.requireItsPeople();
		LetterPlan plan = plan(parcoursId);
		plan.requireVersion(version);
		Terms before = plan.getTerms();
		boolean paused = plan.isPaused();
		change.accept(plan);
		Terms after = plan.getTerms();
		Changes changes = Changes.none()
			.note("convenedDays", before.convenedDays(), after.convenedDays())
			.note("firstReminderDays", before.firstReminderDays(), after.firstReminderDays())
			.note("lastReminderDays", before.lastReminderDays(), after.lastReminderDays())
			.note("nudged", before.nudged(), after.nudged());
		if (changes.isEmpty() && paused == plan.isPaused()) {
			return;
		}
		this.plans.saveAndFlush(plan);
		this.events.publishEvent(new Noted(what, parcoursId, parcoursId, parcours.getName(), changes));
	}

	/** Adds a word of the animation to a letter that waits. */
	public void say(ForeseenLetter letter, int version, String note) {
		LetterChoice choice = choice(letter, version);
		String before = choice.getNote();
		choice.say(note);
		keep(choice, letter, "letters.said",
				Changes.none().noteText("note", before, choice.getNote(), (text) -> excerpt(text)));
	}

	/** It does not leave until it is resumed. */
	public void pause(ForeseenLetter letter, int version) {
		LetterChoice choice = choice(letter, version);
		if (!choice.isPaused()) {
			choice.pause(this.clock.instant());
			keep(choice, letter, "letters.paused", Changes.none());
		}
	}

	/** It leaves when it is due: at once, if that is past. */
	public void resume(ForeseenLetter letter, int version) {
		LetterChoice choice = choice(letter, version);
		if (choice.isPaused()) {
			choice.resume();
			keep(choice, letter, "letters.resumed", Changes.none());
		}
	}

	/** It leaves now, without waiting for its hour. */
	public void hasten(ForeseenLetter letter, int version) {
		if (plan(letter.parcoursId()).isPaused()) {
			throw new Refusal("correspondence.allPaused");
		}
		LetterChoice choice = choice(letter, version);
		choice.hasten(this.clock.instant());
		keep(choice, letter, "letters.hastened", Changes.none());
		this.foresights.stream()
			.filter((foresight) -> foresight.knows(letter.occurrence()))
			.forEach(Foresight::postDue);
	}

	/** What was decided of letters that were just posted is for them alone. */
	public void left(UUID subjectId, Occurrence occurrence) {
		if (occurrence.isOnceForAll()) {
			this.choices.waiting(subjectId, occurrence).ifPresent((choice) -> choice.use(this.clock.instant()));
		}
	}

	private LetterChoice choice(ForeseenLetter letter, int version) {
		this.allParcours.findById(letter.parcoursId()).orElseThrow(NotFound::new).requireItsPeople();
		Optional<LetterChoice> waiting = this.choices.waiting(letter.subjectId(), letter.occurrence());
		waiting.ifPresent((choice) -> choice.requireVersion(version));
		return waiting.orElseGet(
				() -> new LetterChoice(Ids.next(), letter.parcoursId(), letter.subjectId(), letter.occurrence()));
	}

	private void keep(LetterChoice choice, ForeseenLetter letter, String what, Changes changes) {
		this.choices.saveAndFlush(choice);
		this.events.publishEvent(new Noted(what, letter.subjectId(), letter.parcoursId(), letter.about(), changes));
	}

	private static String excerpt(String text) {
		return (text.length() <= EXCERPT) ? text : text.substring(0, EXCERPT) + "…";
	}

	/**
	 * What was decided of a letter, for the forms about it.
	 *
	 * @param version -1 as long as nothing was
	 * @param note what the animation adds; empty for nothing
	 */
	public record Decision(int version, String note) {

		static final Decision NONE = new Decision(-1, "");

	}

}
