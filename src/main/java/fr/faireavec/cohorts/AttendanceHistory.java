package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Until when attendance was taken for a structure; answered by the room that takes it.
 */
public interface AttendanceHistory {

	/** The last day for which somebody of this enrolment has a line in the register. */
	Optional<LocalDate> lastDay(UUID enrolmentId);

	/** The last day for which this person has one for it: her mandate covers that day. */
	Optional<LocalDate> lastDay(UUID enrolmentId, UUID personId);

	/**
	 * The last day this enrolment has a line for whose registers are all countersigned:
	 * until then nobody is added to them.
	 */
	Optional<LocalDate> lastClosedDay(UUID enrolmentId);

}
