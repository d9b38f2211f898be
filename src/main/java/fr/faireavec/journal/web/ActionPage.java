package fr.faireavec.journal.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import fr.faireavec.journal.ActionDetails;
import fr.faireavec.journal.ActionPart;
import fr.faireavec.journal.ActionRows;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.ActionStories;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.LoggedActions;
import fr.faireavec.journal.OwnWords;
import fr.faireavec.journal.SharedAction;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.web.FrenchFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of an action: what it holds, fact by fact, in the order of its form. */
@Component
class ActionPage {

	private static final String BETWEEN = "\u00a0· ";

	private final FrenchFormat french;

	private final JournalChoices words;

	private final LoggedActions actions;

	private final ActionRows rows;

	private final ActionStories stories;

	private final List<ActionPart> parts;

	private final Clock clock;

	ActionPage(FrenchFormat french, JournalChoices words, LoggedActions actions, ActionRows rows, ActionStories stories,
			List<ActionPart> parts, Clock clock) {
		this.french = french;
		this.words = words;
		this.actions = actions;
		this.rows = rows;
		this.stories = stories;
		this.parts = parts;
		this.clock = clock;
	}

	String show(Seat seat, LoggedAction action, Model model) {
		Parcours parcours = seat.parcours();
		model.addAttribute("action", action);
		model.addAttribute("structure", action.getEnrolment().getStructure().getName());
		model.addAttribute("facts", facts(action, this.actions.countPeople(parcours.getId())));
		boolean writable = LoggedAction.isWritable(parcours, action.getEnrolment(), parcours.today(this.clock));
		model.addAttribute("writable", writable);
		model.addAttribute("parts",
				this.parts.stream().flatMap((part) -> part.ofOwn(seat, action.getId(), writable).stream()).toList());
		model.addAttribute("trace", this.rows.traceOf(action.getId()));
		model.addAttribute("story", this.stories.of(action.getId()));
		model.addAttribute("mine", seat instanceof Seat.Piloting);
		return "journal/action";
	}

	/** For the cohort it is shared with: in short. */
	String shared(Seat seat, SharedAction action, Model model) {
		model.addAttribute("action", action);
		model.addAttribute("parts",
				this.parts.stream().flatMap((part) -> part.ofShared(seat, action.id()).stream()).toList());
		return "journal/shared";
	}

	private List<Fact> facts(LoggedAction action, boolean asksPeople) {
		ActionDetails details = action.getDetails();
		Facts facts = new Facts();
		OwnWords own = details.own();
		facts.add("theme", label(action.getTheme()), own.theme());
		facts.add("level", explained(action.getLevel()));
		facts.add("levers", labels(action, Taxonomy.LEVER), own.lever());
		facts.add("instrument", label(action.getInstrument()), own.instrument());
		facts.add("dates", dates(details.when().startsOn(), details.when().endsOn()));
		CollectiveSession session = action.getTiedSession();
		facts.add("session", (session != null) ? this.words.label(session) : "");
		IndividualMeeting meeting = action.getTiedMeeting();
		facts.add("meeting", (meeting != null) ? this.words.say("journal.fact.meeting.rank", meeting.getRank()) : "");
		facts.add("serviceUsers", labels(action, Taxonomy.SERVICE_USER), own.serviceUser());
		facts.add("roles", labels(action, Taxonomy.ROLE), own.role());
		if (asksPeople) {
			boolean expected = action.getState() == ActionState.DONE;
			facts.add("peopleReached", people(details.who().peopleReached(), expected));
			facts.add("peopleInvolved", people(details.who().peopleInvolved(), expected));
		}
		facts.add("contributedHours", this.french.duration(details.hours().contributed()));
		facts.add("volunteerHours", this.french.duration(details.hours().volunteer()));
		facts.add("amount", amount(action));
		facts.add("effects", labels(action, Taxonomy.EFFECT), own.effect());
		facts.add("recognitions", labels(action, Taxonomy.RECOGNITION), own.recognition());
		facts.add("keptOn", (details.outcome().keptOn() != null)
				? this.words.say("journal.keptOn." + details.outcome().keptOn()) : "");
		facts.add("sharing", sharing(details.sharing()));
		return facts.said;
	}

	private String dates(@Nullable LocalDate start, @Nullable LocalDate end) {
		if (start == null || end == null || start.equals(end)) {
			LocalDate only = (end != null) ? end : start;
			return this.french.date(only);
		}
		return this.words.say("journal.fact.dates.between", this.french.date(start), this.french.date(end));
	}

	/** What nobody counted is « n. d. », once it could have been. */
	private String people(@Nullable Integer people, boolean expected) {
		return (people != null || !expected) ? this.french.number(people) : this.words.say("journal.fact.unknown");
	}

	private String amount(LoggedAction action) {
		BigDecimal amount = action.getValuedAmount();
		BigDecimal rate = action.getValuedRate();
		return (amount == null || rate == null) ? ""
				: this.words.say("journal.fact.amount.at", this.french.euros(amount), this.french.euros(rate));
	}

	private String sharing(ActionDetails.Sharing sharing) {
		List<String> with = new ArrayList<>();
		if (sharing.cohort()) {
			with.add(this.words.say("journal.fact.sharing.cohort"));
		}
		if (sharing.library()) {
			with.add(this.words.say("journal.fact.sharing.library" + (sharing.named() ? ".named" : "")));
		}
		if (sharing.bilan()) {
			with.add(this.words.say("journal.fact.sharing.bilan"));
		}
		return with.isEmpty() ? this.words.say("journal.fact.sharing.nobody") : String.join(", ", with);
	}

	/** A level says what it means, in case one meets it here. */
	private static String explained(@Nullable TaxonomyEntry level) {
		String label = label(level);
		return (level == null || level.getExplanation().isEmpty()) ? label : label + ". " + level.getExplanation();
	}

	private static String label(@Nullable TaxonomyEntry entry) {
		return (entry != null) ? entry.getLabel() : "";
	}

	private static String labels(LoggedAction action, Taxonomy taxonomy) {
		return action.chosen(taxonomy).stream().map(TaxonomyEntry::getLabel).collect(Collectors.joining(BETWEEN));
	}

	private final class Facts {

		private final List<Fact> said = new ArrayList<>();

		/** What was chosen, then what the list did not offer: « autre : … ». */
		void add(String name, String chosen, String own) {
			String other = own.isEmpty() ? "" : ActionPage.this.words.say("journal.own.said", own);
			add(name, (chosen.isEmpty() || other.isEmpty()) ? chosen + other : chosen + BETWEEN + other);
		}

		void add(String name, String value) {
			if (!value.isEmpty()) {
				this.said.add(new Fact("journal.fact." + name, value));
			}
		}

	}

	/** One line of what an action says; the label is a message key. */
	record Fact(String key, String value) {
	}

}
