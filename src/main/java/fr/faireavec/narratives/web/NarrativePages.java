package fr.faireavec.narratives.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.narratives.Draft;
import fr.faireavec.narratives.Drafts;
import fr.faireavec.narratives.Section;
import fr.faireavec.narratives.Sentence;
import fr.faireavec.narratives.Sentences;
import fr.faireavec.parcours.Parcours;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page where a narrative is written, and what the figures offer it. */
@Component
class NarrativePages {

	private final Drafts drafts;

	private final Sentences sentences;

	NarrativePages(Drafts drafts, Sentences sentences) {
		this.drafts = drafts;
		this.sentences = sentences;
	}

	/** Put into the form; none when the figures no longer say it. */
	Optional<Sentence> taken(Parcours parcours, NarrativeForm form) {
		if (form.add.isEmpty()) {
			return Optional.empty();
		}
		Draft draft = this.drafts.of(parcours.getId());
		Optional<Sentence> taken = said(parcours, form).stream()
			.filter((sentence) -> sentence.key().equals(form.add))
			.findFirst();
		taken.ifPresent((sentence) -> form.take(sentence, draft.outdated(sentence)));
		return taken;
	}

	private List<Sentence> said(Parcours parcours, NarrativeForm form) {
		LocalDate from = form.from;
		LocalDate to = form.to;
		// A period that cannot be is the parcours's own: nothing typed is lost for it.
		if (from == null || to == null || to.isBefore(from)) {
			form.from = parcours.getStartsOn();
			form.to = parcours.getEndsOn();
		}
		return this.sentences.of(parcours.getId(), Objects.requireNonNull(form.from), Objects.requireNonNull(form.to));
	}

	String show(Parcours parcours, Draft draft, NarrativeForm form, Model model) {
		List<Sentence> said = said(parcours, form);
		model.addAttribute("from", form.from);
		model.addAttribute("to", form.to);
		model.addAttribute("offers", Stream.of(Section.values())
			.collect(Collectors.toMap(NarrativePages::name, (section) -> offers(section, draft, said))));
		return "narratives/write";
	}

	private static List<Offer> offers(Section section, Draft draft, List<Sentence> said) {
		return draft.offered(section, said)
			.map((sentence) -> new Offer(sentence.key(), sentence.words(), draft.outdated(sentence)))
			.toList();
	}

	private static String name(Section section) {
		return section.name().toLowerCase(Locale.ROOT);
	}

	/** Where a section stands in the page. */
	static String place(Section section) {
		return "partie-" + name(section);
	}

	/**
	 * A sentence of the figures.
	 *
	 * @param outdated what the text says in its place, when it was taken before
	 */
	record Offer(String key, String words, String outdated) {
	}

}
