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

}
