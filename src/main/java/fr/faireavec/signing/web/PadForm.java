package fr.faireavec.signing.web;

import fr.faireavec.attendance.Stay;
import fr.faireavec.signing.Ink;
import fr.faireavec.signing.Signing;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A signature, drawn or else written. */
abstract class PadForm {

	public int half = 1;

	@Size(max = Ink.LONGEST)
	public String strokes = "";

	@Size(max = 170)
	@Typed(Typed.As.LINE)
	public String written = "";

	@Size(max = 20)
	@Typed(Typed.As.LINE)
	public String moment = "";

	Signing.Claim toClaim(@Nullable String phone, Stay stay) {
		return new Signing.Claim(this.strokes, this.written, this.moment, phone, stay);
	}

}
