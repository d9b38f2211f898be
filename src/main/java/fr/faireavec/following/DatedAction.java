package fr.faireavec.following;

import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.journal.ActionState;
import org.jspecify.annotations.Nullable;

/**
 * An action that has a date, in a calendar.
 *
 * @param startsOn its first day, or the only one that is known
 * @param endsOn its last day, when another
 */
public record DatedAction(UUID id, UUID enrolmentId, String title, String structureName, ActionState state,
		LocalDate startsOn, @Nullable LocalDate endsOn) {

	/** Where it stands in a month: its first day there. */
	public LocalDate firstDay(LocalDate from) {
		return this.startsOn.isBefore(from) ? from : this.startsOn;
	}

}
