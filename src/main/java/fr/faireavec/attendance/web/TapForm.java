package fr.faireavec.attendance.web;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.Tap;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One press as a device kept it; its age is in seconds. */
class TapForm {

	@NotNull
	public @Nullable UUID key;

	@NotNull
	public @Nullable AttendanceStatus status;

	public boolean paper;

	@Size(max = 20)
	public String seen = "";

	public int age;

	Tap toTap() {
		return new Tap(Objects.requireNonNull(this.key), Objects.requireNonNull(this.status),
				this.paper ? AttendanceMethod.PAPER : AttendanceMethod.BY_FACILITATOR, this.seen,
				Duration.ofSeconds(this.age));
	}

}
