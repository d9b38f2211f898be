package fr.faireavec.attendance;

import java.time.LocalTime;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.TimeSlot;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * How much of a half-day somebody present was there, and whether from elsewhere. Hours
 * are those of a watch where the parcours takes place.
 *
 * @param cameAt after the half-day began; null from its beginning
 * @param leftAt before the half-day ended; null until its end
 * @param remote away from the room
 */
@Embeddable
public record Stay(@Column(name = "came_at") @JdbcTypeCode(SqlTypes.LOCAL_TIME) @Nullable LocalTime cameAt,
		@Column(name = "left_at") @JdbcTypeCode(SqlTypes.LOCAL_TIME) @Nullable LocalTime leftAt,
		@Column(name = "remote") boolean remote) {

	/** All the half-day, in the room. */
	public static final Stay WHOLE = new Stay(null, null, false);

	/**
	 * The same, without an hour that says nothing.
	 * @throws Refusal when an hour is outside the half-day, or nothing is left between
	 * the two
	 */
	Stay within(TimeSlot halfDay) {
		LocalTime start = halfDay.start().toLocalTime();
		LocalTime end = halfDay.end().toLocalTime();
		if (this.cameAt != null && (this.cameAt.isBefore(start) || !this.cameAt.isBefore(end))) {
			throw Refusal.of("cameAt", "attendance.stay.outside", said(start), said(end));
		}
		if (this.leftAt != null && (this.leftAt.isAfter(end) || !this.leftAt.isAfter(start))) {
			throw Refusal.of("leftAt", "attendance.stay.outside", said(start), said(end));
		}
		if (this.cameAt != null && this.leftAt != null && !this.leftAt.isAfter(this.cameAt)) {
			throw Refusal.of("leftAt", "attendance.stay.backwards");
		}
		return new Stay(start.equals(this.cameAt) ? null : this.cameAt, end.equals(this.leftAt) ? null : this.leftAt,
				this.remote);
	}

	/** From beginning to end, here or elsewhere. */
	public boolean isWhole() {
		return this.cameAt == null && this.leftAt == null;
	}

	/** The same hours, in the room or away from it. */
	Stay seen(boolean elsewhere) {
		return new Stay(this.cameAt, this.leftAt, elsewhere);
	}

	/** When she was there of that half-day. */
	public TimeSlot of(TimeSlot halfDay) {
		return TimeSlot.of(halfDay.day(), (this.cameAt != null) ? this.cameAt : halfDay.start().toLocalTime(),
				(this.leftAt != null) ? this.leftAt : halfDay.end().toLocalTime());
	}

	private static String said(LocalTime time) {
		return time.getHour() + "\u00a0h" + ((time.getMinute() > 0) ? "\u00a0%02d".formatted(time.getMinute()) : "");
	}

}
