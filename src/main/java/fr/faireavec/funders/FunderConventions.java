package fr.faireavec.funders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import org.jspecify.annotations.Nullable;

/** What a funder pays for; answered by the room that keeps the conventions. */
public interface FunderConventions {

	List<Funded> of(UUID funderId, Viewer viewer);

	/**
	 * One convention, its amount in euros; the path is null where this person has no
	 * seat.
	 */
	record Funded(String parcours, String number, @Nullable BigDecimal amount, LocalDate startsOn, LocalDate endsOn,
			@Nullable LocalDate reportDueOn, @Nullable String path) {
	}

}
