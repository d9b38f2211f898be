package fr.faireavec.attendance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.cohorts.AttendanceHistory;
import fr.faireavec.sessions.AttendanceKept;

import org.springframework.stereotype.Component;

/** Tells the rooms below what was signed, so that nothing moves under it. */
@Component
class RegisterMemory implements AttendanceHistory, AttendanceKept {

	private final Book book;

	RegisterMemory(Book book) {
		this.book = book;
	}

	@Override
	public Optional<LocalDate> lastDay(UUID enrolmentId) {
		return this.book.lastMoment(enrolmentId).map(LocalDateTime::toLocalDate);
	}

	@Override
	public Optional<LocalDate> lastDay(UUID enrolmentId, UUID personId) {
		return this.book.lastMoment(enrolmentId, personId).map(LocalDateTime::toLocalDate);
	}

	@Override
	public Optional<LocalDate> lastClosedDay(UUID enrolmentId) {
		return this.book.lastClosedMoment(enrolmentId).map(LocalDateTime::toLocalDate);
	}

	@Override
	public boolean forSession(UUID sessionId) {
		return this.book.isBegun(sessionId);
	}

}
