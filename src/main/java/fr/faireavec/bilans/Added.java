package fr.faireavec.bilans;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.narratives.Narrative;
import fr.faireavec.narratives.Section;
import org.jspecify.annotations.Nullable;

/**
 * What whoever publishes a bilan adds to its figures.
 *
 * @param narrative what it tells, section by section
 * @param reasons why, by figure, where the gap with what was planned is large
 * @param haste why it is published before its people had seven days to read it; empty
 * when they had
 * @param action the one told on the first page, among those that are published; null for
 * none
 */
public record Added(Narrative narrative, Map<String, String> reasons, String haste, @Nullable UUID action) {

	/** Of the haste, in characters. */
	public static final int LONGEST_HASTE = 500;

	public Added {
		haste = haste.strip();
		Map<String, String> said = new TreeMap<>();
		reasons.forEach((figure, reason) -> said.put(figure, reason.strip()));
		said.values().removeIf(String::isEmpty);
		reasons = said;
	}

	/** What was done, told in some words, and nothing else. */
	public static Added narrative(String done, String haste) {
		return new Added(Narrative.ofWhatWasDone(done), Map.of(), haste, null);
	}

	/**
	 * As it is frozen.
	 * @throws Refusal when a text is too long, a reason is about no figure one promises
	 * anything of, or the action is not published
	 */
	Synthesis synthesis(LiveBilan live) {
		for (Section section : Section.values()) {
			if (this.narrative.of(section).length() > Narrative.LONGEST) {
				throw new Refusal("narratives.tooLong", Narrative.LONGEST);
			}
		}
		this.reasons.forEach((figure, reason) -> {
			if (!FigureLines.PROMISED.contains(figure)) {
				throw new Refusal("bilans.why.unknown");
			}
			if (reason.length() > Synthesis.LONGEST_REASON) {
				throw Refusal.of("why[" + figure + "]", "bilans.publish.narrativeTooLong", Synthesis.LONGEST_REASON);
			}
		});
		return new Synthesis(this.reasons, place(live));
	}

	private @Nullable Integer place(LiveBilan live) {
		if (this.action == null) {
			return null;
		}
		List<UUID> published = live.published().stream().map(LiveBilan.Logged::id).toList();
		int place = published.indexOf(this.action);
		if (place < 0) {
			throw Refusal.of("action", "bilans.action.unknown");
		}
		return place;
	}

}
