package fr.faireavec.attendance.web;

import java.time.LocalTime;

import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.Stay;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** When somebody came and left, where it was not from beginning to end. */
class StayForm {

	public @Nullable LocalTime cameAt;

	public @Nullable LocalTime leftAt;

	public boolean remote;

	@Size(max = 500)
	public String reason = "";

	static StayForm of(Register.Line line) {
		StayForm form = new StayForm();
		form.cameAt = line.stay().cameAt();
		form.leftAt = line.stay().leftAt();
		form.remote = line.stay().remote();
		return form;
	}

	Stay toStay() {
		return new Stay(this.cameAt, this.leftAt, this.remote);
	}

}
