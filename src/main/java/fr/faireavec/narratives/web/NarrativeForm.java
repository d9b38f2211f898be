package fr.faireavec.narratives.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.Ids;
import fr.faireavec.narratives.Draft;
import fr.faireavec.narratives.Narrative;
import fr.faireavec.narratives.Section;
import fr.faireavec.narratives.Sentence;
import fr.faireavec.narratives.Typed;
import fr.faireavec.web.Day;
import fr.faireavec.web.NotCalledOptional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The four sections of a narrative, as they are typed. */
class NarrativeForm {

	private static final int MARK = 16;

	@NotNull
	@Day(DayKind.FILTER)
	public @Nullable LocalDate from;

	@NotNull
	@Day(DayKind.FILTER)
	public @Nullable LocalDate to;

	@NotCalledOptional
	@Size(max = Narrative.LONGEST)
	public String context = "";

	@NotCalledOptional
	@Size(max = Narrative.LONGEST)
	public String done = "";

	@NotCalledOptional
	@Size(max = Narrative.LONGEST)
	public String changed = "";

	@NotCalledOptional
	@Size(max = Narrative.LONGEST)
	public String next = "";

	/**
	 * The marks of the four sections as the page first showed them, one after another.
	 */
	public String seen = "";

	/** The sentence of the figures that is taken, by its key. */
	public String add = "";

	/** The page it is typed on, for the script that keeps what is typed. */
	public @Nullable UUID brouillon;

	static NarrativeForm of(Draft draft, LocalDate from, LocalDate to) {
		NarrativeForm form = new NarrativeForm();
		form.from = from;
		form.to = to;
		form.brouillon = Ids.next();
		StringBuilder seen = new StringBuilder();
		for (Section section : Section.values()) {
			form.say(section, draft.narrative().of(section));
			seen.append(draft.marks().get(section));
		}
		form.seen = seen.toString();
		return form;
	}

	/** Takes a sentence in, in place of what it said until now. */
	void take(Sentence sentence, String until) {
		String words = words().get(sentence.section());
		if (words == null || words.isBlank()) {
			say(sentence.section(), sentence.words());
		}
		else if (!until.isEmpty() && words.contains(until)) {
			say(sentence.section(), words.replace(until, sentence.words()));
		}
		else if (!words.contains(sentence.words())) {
			say(sentence.section(), words.stripTrailing() + " " + sentence.words());
		}
	}

	Typed typed(@Nullable Sentence taken) {
		return new Typed((this.brouillon != null) ? this.brouillon : Ids.next(), words(), marks(), taken);
	}

	/** The same, but for what somebody else wrote in some sections. */
	NarrativeForm standing(Draft draft, Set<Section> overtaken) {
		NarrativeForm form = new NarrativeForm();
		form.from = this.from;
		form.to = this.to;
		form.add = this.add;
		form.brouillon = this.brouillon;
		Map<Section, String> marks = marks();
		StringBuilder seen = new StringBuilder();
		words().forEach((section, words) -> {
			boolean theirs = overtaken.contains(section);
			form.say(section, theirs ? draft.narrative().of(section) : words);
			seen.append(theirs ? draft.marks().get(section) : marks.getOrDefault(section, "-".repeat(MARK)));
		});
		form.seen = seen.toString();
		return form;
	}

	private Map<Section, String> words() {
		return new EnumMap<>(Map.of(Section.CONTEXT, this.context, Section.DONE, this.done, Section.CHANGED,
				this.changed, Section.NEXT, this.next));
	}

	private Map<Section, String> marks() {
		Map<Section, String> marks = new EnumMap<>(Section.class);
		int at = 0;
		for (Section section : Section.values()) {
			if (this.seen.length() >= at + MARK) {
				marks.put(section, this.seen.substring(at, at + MARK));
			}
			at += MARK;
		}
		return marks;
	}

	private void say(Section section, String words) {
		switch (section) {
			case CONTEXT -> this.context = words;
			case DONE -> this.done = words;
			case CHANGED -> this.changed = words;
			case NEXT -> this.next = words;
		}
	}

}
