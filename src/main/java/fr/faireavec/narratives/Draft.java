package fr.faireavec.narratives;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The narrative of the bilan to come, as it stands.
 *
 * @param marks what each section is known by, until its words change
 * @param taken sentences taken from the figures, by their key, as they were then
 */
public record Draft(Narrative narrative, Map<Section, String> marks, Map<String, String> taken) {

	public Draft {
		marks = new EnumMap<>(marks);
		taken = Map.copyOf(taken);
	}

	/**
	 * What the text still says of a sentence that the figures now say otherwise; empty
	 * when there is no such thing.
	 */
	public String outdated(Sentence now) {
		String then = this.taken.getOrDefault(now.key(), "");
		return !then.equals(now.words()) && this.narrative.of(now.section()).contains(then) ? then : "";
	}

	/** Those of the sentences that the text says as they were, and no longer are. */
	public List<Sentence> outdated(List<Sentence> now) {
		return now.stream().filter((sentence) -> !outdated(sentence).isEmpty()).toList();
	}

	/** Those a section could still take, or say anew. */
	public Stream<Sentence> offered(Section section, List<Sentence> now) {
		return now.stream()
			.filter((sentence) -> sentence.section() == section
					&& !this.narrative.of(section).contains(sentence.words()));
	}

}
