package fr.faireavec.funders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import org.jspecify.annotations.Nullable;

/** What a funder pays for; answered by the room that keeps the conventions. */
public interface FunderConventions {

	/**
	 * How many each funder signed for the parcours this member of the staff may open;
	 * absent for none.
	 */
	Map<UUID, Integer> counts(Viewer viewer);

	/** Those of the parcours this member of the staff may open. */
	List<Funded> of(UUID funderId, Viewer viewer);

	/**
	 * Whether this member of the animation runs every parcours it pays for; never one
	 * that pays for none.
	 */
	boolean allRunBy(Viewer viewer, UUID funderId);

	/** Whether it pays for a parcours this member of the animation does not run. */
	boolean someRunByOthers(Viewer viewer, UUID funderId);

	/** One convention, its amount in euros; the path leads to those of its parcours. */
	record Funded(String parcours, String number, @Nullable BigDecimal amount, LocalDate startsOn, LocalDate endsOn,
			@Nullable LocalDate reportDueOn, String path) {
	}

}
