package fr.faireavec.journal.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.journal.ActionChoices;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.KeptOn;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.taxonomies.EntryWords;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Option;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns what may be chosen into the options of the journal's forms. */
@Component
class JournalChoices {

	private final MessageSource messages;

	private final FrenchFormat french;

	private final EntryWords words;

	JournalChoices(MessageSource messages, FrenchFormat french, EntryWords words) {
		this.messages = messages;
		this.french = french;
		this.words = words;
	}

	List<Option> entries(ActionChoices choices, Taxonomy taxonomy) {
		return options(choices.of(taxonomy));
	}

	List<Option> options(List<TaxonomyEntry> entries) {
		return entries.stream()
			.map((entry) -> new Option(entry.getId().toString(), this.words.of(entry),
					entry.getExplanation().isEmpty() ? null : entry.getExplanation()))
			.toList();
	}

	/** « Jour 5, jeudi 10 décembre : Valoriser l’implication ». */
	List<Option> sessions(ActionChoices choices) {
		return choices.sessions()
			.stream()
			.map((session) -> new Option(Integer.toString(session.getRank()), label(session)))
			.toList();
	}

	String label(CollectiveSession session) {
		TimeSlot slot = session.getSlot();
		return (slot == null) ? say("journal.session.undated", session.getRank(), session.getTitle())
				: say("journal.session.dated", session.getRank(), session.getTitle(), this.french.day(slot.start()));
	}

	List<Option> structures(List<Enrolment> enrolments) {
		return enrolments.stream()
			.map((enrolment) -> new Option(enrolment.getId().toString(), enrolment.getStructure().getName()))
			.toList();
	}

	List<Option> states(Stream<ActionState> states) {
		return states.map((state) -> new Option(state.name(), say("journal.state." + state))).toList();
	}

	List<Option> keptOn() {
		return Stream.of(KeptOn.values())
			.map((kept) -> new Option(kept.name(), say("journal.keptOn." + kept)))
			.toList();
	}

	/** What a value of the form is called, or null where it reads well as it is. */
	@Nullable String word(ActionChoices choices, Object value) {
		return switch (value) {
			case UUID id -> label(choices, id);
			case Collection<?> ids -> ids.stream()
				.filter(UUID.class::isInstance)
				.map((id) -> label(choices, (UUID) id))
				.sorted()
				.collect(Collectors.joining(", "));
			case ActionState state -> say("journal.state." + state);
			case KeptOn kept -> say("journal.keptOn." + kept);
			case Boolean ticked -> say(ticked ? "journal.yes" : "journal.no");
			default -> null;
		};
	}

	private static String label(ActionChoices choices, UUID id) {
		return Stream.of(Taxonomy.values())
			.flatMap((taxonomy) -> choices.of(taxonomy).stream())
			.filter((entry) -> entry.getId().equals(id))
			.map(TaxonomyEntry::getLabel)
			.findFirst()
			.orElse("");
	}

	String say(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.FRENCH);
	}

}
