package fr.faireavec.bilans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import fr.faireavec.narratives.Narrative;

/**
 * Everything a published bilan says, frozen: what its pages and files are made from, and
 * what its SHA-256 is of. Names nobody, unless what is told does.
 *
 * @param number of the version, from 1
 * @param closed whether the parcours was closed when it was published
 * @param narrative what the animation told in one text; empty since format 4
 * @param story what it tells, section by section; nothing until format 4
 * @param synthesis what the animation adds to its first page; nothing until format 2,
 * which had none
 * @param actions DONE ones and ABANDONED ones with a learning, shared with the bilan
 */
public record BilanDocument(int format, int formula, String parcours, String programme, String territory,
		LocalDate startsOn, LocalDate endsOn, boolean closed, int number, BilanKind kind, Instant publishedAt,
		String narrative, Narrative story, Synthesis synthesis, Figures figures, List<ActionLine> actions) {

	public BilanDocument {
		story = Objects.requireNonNullElse(story, Narrative.NONE);
		synthesis = Objects.requireNonNullElse(synthesis, Synthesis.NONE);
		actions = List.copyOf(actions);
	}

}
