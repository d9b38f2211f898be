package fr.faireavec.sessions;

import java.util.UUID;

/**
 * Whether somebody signed for a session; answered by the room that takes attendance.
 * While it is so, its half-days stay where they are.
 */
public interface AttendanceKept {

	boolean forSession(UUID sessionId);

}
