package fr.faireavec.journal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.journal.ActionAuthors.Author;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.taxonomies.ValuationRates;
import fr.faireavec.web.Submission;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A structure's pilot or copilot logs what they try; a facilitator may do it for them,
 * and the pilot then confirms.
 */
@Component
@Transactional
public class ActionLogging {

	private final LoggedActions actions;

	private final Enrolments enrolments;

	private final ActionVocabulary vocabulary;

	private final ActionAuthors authors;

	private final ValuationRates rates;

	private final SharedNames names;

	private final IndividualMeetings meetings;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ActionLogging(LoggedActions actions, Enrolments enrolments, ActionVocabulary vocabulary, ActionAuthors authors,
			ValuationRates rates, SharedNames names, IndividualMeetings meetings, OnceOnly onceOnly,
			ApplicationEventPublisher events, Clock clock) {
		this.actions = actions;
		this.enrolments = enrolments;
		this.vocabulary = vocabulary;
		this.authors = authors;
		this.rates = rates;
		this.names = names;
		this.meetings = meetings;
		this.onceOnly = onceOnly;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Notes an action of a structure; the same form sent twice notes one.
	 * @throws fr.faireavec.kernel.Refusal when a rule says no, or the journal is only for
	 * reading
	 */
	public LoggedAction log(UUID key, UUID parcoursId, UUID enrolmentId, ActionDraft draft) {
		UUID id = this.onceOnly.idOf(key, "action", enrolmentId, draft);
		return this.actions.in(parcoursId, id).orElseGet(() -> note(id, parcoursId, enrolmentId, draft, null));
	}

	/**
	 * Plans in a structure's journal what another one shared with the library: its title,
	 * and its theme where the parcours works with it.
	 * @param key of the form: sent twice, it plans one
	 * @return what was planned, and whether it is new
	 */
	public TakenUp takeUp(UUID key, UUID parcoursId, UUID enrolmentId, UUID otherId) {
		LoggedAction other = this.actions.findById(otherId).orElseThrow(NotFound::new);
		TaxonomyEntry theme = other.getTheme();
		UUID themeId = (theme != null && this.vocabulary.of(parcoursId).offers(Taxonomy.THEME, theme.getId()))
				? theme.getId() : null;
		UUID id = this.onceOnly.idOf(key, "action taken up", enrolmentId, otherId);
		ActionDraft draft = new ActionDraft(other.getTitle(), ActionState.PLANNED, "", themeId, null);
		return this.actions.in(parcoursId, id)
			.map((already) -> new TakenUp(already, false))
			.orElseGet(() -> new TakenUp(note(id, parcoursId, enrolmentId, draft, other), true));
	}

	private LoggedAction note(UUID id, UUID parcoursId, UUID enrolmentId, ActionDraft draft,
			@Nullable LoggedAction other) {
		Enrolment enrolment = this.enrolments.in(parcoursId, enrolmentId).orElseThrow(NotFound::new);
		LocalDate today = enrolment.getParcours().today(this.clock);
		LoggedAction.requireWritable(enrolment, today);
		Author author = this.authors.of(enrolment, today);
		LoggedAction action = new LoggedAction(id, enrolment, draft, this.vocabulary.of(parcoursId), author.person(),
				this.clock.instant());
		if (!author.pilots()) {
			action.awaitPilot();
		}
		if (other != null) {
			action.takesUp(other);
		}
		UUID meeting = draft.meetingId();
		if (meeting != null) {
			action.decidedIn(this.meetings.in(parcoursId, meeting)
				.orElseThrow(() -> Refusal.of("meeting", "journal.meeting.unknown")));
		}
		this.actions.saveAndFlush(action);
		tell("action.logged", action,
				ChosenWords
					.note(changes(ActionDetails.titled(action.getTitle()), action.getDetails()), Map.of(),
							ChosenWords.of(action))
					.note("awaitsPilot", null, action.isAwaitingPilot() ? yesOrNo(true) : null)
					.note("decidedIn", null, decidedIn(action))
					.note("triedFrom", null, (other != null) ? other.getTitle() : null));
		return action;
	}

	/**
	 * Says all of an action again; a pilot's own edit also confirms it.
	 * @throws fr.faireavec.kernel.Refusal what the rules object to, each beside its
	 * field, the others suppressed in the first
	 */
	public LoggedAction revise(UUID parcoursId, UUID actionId, int version, ActionDetails details) {
		return revise(parcoursId, actionId, version, details, Set.of());
	}

	/**
	 * The same, where names that the library should not tell were read.
	 * @param accepted the codes of the warnings that were read
	 * @throws fr.faireavec.kernel.Unconfirmed names in what goes to the library
	 */
	public LoggedAction revise(UUID parcoursId, UUID actionId, int version, ActionDetails details,
			Set<String> accepted) {
		LoggedAction action = in(parcoursId, actionId);
		action.requireVersion(version);
		LocalDate today = action.getEnrolment().getParcours().today(this.clock);
		LoggedAction.requireWritable(action.getEnrolment(), today);
		Author author = this.authors.of(action.getEnrolment(), today);
		ActionDetails before = action.getDetails();
		Map<Taxonomy, String> chosenBefore = ChosenWords.of(action);
		BigDecimal valuedBefore = action.getValuedAmount();
		boolean awaitedBefore = action.isAwaitingPilot();
		ActionChoices choices = this.vocabulary.of(parcoursId).keeping(action);
		action.check(details, choices, today);
		Submission.requireRead(this.names.warnings(action, details), accepted);
		action.revise(details, choices, today, (day) -> this.rates.on(day).map(ValuationRates.Rate::eurosPerHour));
		ActionDetails after = action.getDetails();
		boolean changed = !before.equals(after);
		boolean confirms = author.pilots() && action.isAwaitingPilot();
		if (confirms) {
			action.confirm(author.person(), this.clock.instant());
		}
		else if (!author.pilots() && changed) {
			action.awaitPilot();
		}
		this.actions.saveAndFlush(action);
		if (changed) {
			boolean moved = before.when().state() != after.when().state();
			tell(moved ? "action.became." + after.when().state() : "action.revised", action,
					ChosenWords.note(changes(before, after), chosenBefore, ChosenWords.of(action))
						.note("valuedAmount", valuedBefore, action.getValuedAmount())
						.note("awaitsPilot", yesOrNo(awaitedBefore), yesOrNo(action.isAwaitingPilot())));
		}
		if (confirms) {
			tell("action.confirmed", action, Changes.none());
		}
		return action;
	}

	/** The pilot agrees with what a facilitator wrote; once is enough. */
	public void confirm(UUID parcoursId, UUID actionId) {
		LoggedAction action = in(parcoursId, actionId);
		LocalDate today = action.getEnrolment().getParcours().today(this.clock);
		LoggedAction.requireWritable(action.getEnrolment(), today);
		Author author = this.authors.of(action.getEnrolment(), today);
		if (!author.pilots()) {
			throw new NotFound();
		}
		if (action.isAwaitingPilot()) {
			action.confirm(author.person(), this.clock.instant());
			tell("action.confirmed", action, Changes.none());
		}
	}

	private LoggedAction in(UUID parcoursId, UUID actionId) {
		return this.actions.in(parcoursId, actionId).orElseThrow(NotFound::new);
	}

	// Long texts are told by their length: a history must not keep what somebody erased.
	private static Changes changes(ActionDetails before, ActionDetails after) {
		return Changes.none()
			.note("title", before.what().title(), after.what().title())
			.noteText("description", before.what().description(), after.what().description(), String::length)
			.note("state", before.when().state(), after.when().state())
			.note("startsOn", before.when().startsOn(), after.when().startsOn())
			.note("endsOn", before.when().endsOn(), after.when().endsOn())
			.note("dueBySession", before.when().dueBySession(), after.when().dueBySession())
			.note("peopleReached", before.who().peopleReached(), after.who().peopleReached())
			.note("peopleInvolved", before.who().peopleInvolved(), after.who().peopleInvolved())
			.note("contributedHours", before.hours().contributed(), after.hours().contributed())
			.note("volunteerHours", before.hours().volunteer(), after.hours().volunteer())
			.noteText("learning", before.outcome().learning(), after.outcome().learning(), String::length)
			.note("keptOn", before.outcome().keptOn(), after.outcome().keptOn())
			.note("sharedCohort", yesOrNo(before.sharing().cohort()), yesOrNo(after.sharing().cohort()))
			.note("sharedLibrary", yesOrNo(before.sharing().library()), yesOrNo(after.sharing().library()))
			.note("libraryNamed", yesOrNo(before.sharing().named()), yesOrNo(after.sharing().named()))
			.note("libraryNews", yesOrNo(before.sharing().news()), yesOrNo(after.sharing().news()))
			.note("sharedBilan", yesOrNo(before.sharing().bilan()), yesOrNo(after.sharing().bilan()));
	}

	private static @Nullable Integer decidedIn(LoggedAction action) {
		IndividualMeeting meeting = action.getTiedMeeting();
		return (meeting != null) ? meeting.getRank() : null;
	}

	private static String yesOrNo(boolean shared) {
		return shared ? "oui" : "non";
	}

	private void tell(String what, LoggedAction action, Changes changes) {
		this.events.publishEvent(new Noted(what, action.getId(), action.getEnrolment().getParcours().getId(),
				action.getTitle(), changes));
	}

	/** An action that takes up another; {@code isNew} unless the form came twice. */
	public record TakenUp(LoggedAction action, boolean isNew) {
	}

}
