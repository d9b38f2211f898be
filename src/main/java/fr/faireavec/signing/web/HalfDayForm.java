package fr.faireavec.signing.web;

import fr.faireavec.attendance.Stay;
import fr.faireavec.signing.Signing;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A signature for one half-day. */
abstract class HalfDayForm extends PadForm {

	public int half = 1;

	@Size(max = 20)
	@Typed(Typed.As.LINE)
	public String moment = "";

	Signing.Claim toClaim(@Nullable String phone, Stay stay) {
		return new Signing.Claim(this.strokes, this.written, this.moment, phone, stay);
	}

}
