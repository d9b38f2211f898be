package fr.faireavec.sessions;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import fr.faireavec.kernel.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * From a moment to a later one, as people say it: in the parcours's zone. Kept as said,
 * whatever the machine's zone: 2 h 30 on the night the clocks change stays 2 h 30.
 */
@Embeddable
public record TimeSlot(@Column(name = "starts_at") @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME) LocalDateTime start,
		@Column(name = "ends_at") @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME) LocalDateTime end) {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy H:mm", Locale.ROOT);

	private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

	public TimeSlot {
		if (!end.isAfter(start)) {
			throw new Refusal("sessions.endBeforeStart");
		}
	}

	public static TimeSlot of(LocalDate day, LocalTime from, LocalTime to) {
		return new TimeSlot(day.atTime(from), day.atTime(to));
	}

	/** The day it begins. */
	public LocalDate day() {
		return this.start.toLocalDate();
	}

	/**
	 * Whether it ends, before midnight, the day it begins: hours are said without one.
	 */
	boolean isWithinOneDay() {
		return this.end.toLocalDate().equals(day());
	}

	/** As a watch measures it there; both hours are on one day. */
	public Duration duration() {
		return Duration.between(this.start, this.end);
	}

	public boolean overlaps(TimeSlot other) {
		return this.start.isBefore(other.end) && other.start.isBefore(this.end);
	}

	/** As the history writes it: « 10/12/2026 9:30–16:30 ». */
	@Override
	public String toString() {
		return DAY.format(this.start) + "–" + HOUR.format(this.end);
	}

}
