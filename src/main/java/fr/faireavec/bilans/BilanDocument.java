package fr.faireavec.bilans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything a published bilan says, frozen: what its pages and files are made from, and
 * what its SHA-256 is of. Names nobody, unless the narrative does.
 *
 * @param number of the version, from 1
 * @param closed whether the parcours was closed when it was published
 * @param narrative at most 5000 characters, by the animation
 * @param actions DONE ones and ABANDONED ones with a learning, shared with the bilan
 */
public record BilanDocument(int format, int formula, String parcours, String programme, String territory,
		LocalDate startsOn, LocalDate endsOn, boolean closed, int number, BilanKind kind, Instant publishedAt,
		String narrative, Figures figures, List<ActionLine> actions) {

	public BilanDocument {
		actions = List.copyOf(actions);
	}

}
