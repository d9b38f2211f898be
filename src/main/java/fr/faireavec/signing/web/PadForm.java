package fr.faireavec.signing.web;

import fr.faireavec.signing.Ink;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Size;

/** A signature, drawn or else written. */
abstract class PadForm {

	@Size(max = Ink.LONGEST)
	public String strokes = "";

	@Size(max = 170)
	@Typed(Typed.As.LINE)
	public String written = "";

}
