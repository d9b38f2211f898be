package fr.faireavec.evidence.web;

import fr.faireavec.evidence.Piece;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is said of a photo or a document. */
class PieceForm {

	public int version;

	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String label = "";

	@NotNull
	public @Nullable Recognisable recognisable;

	static PieceForm of(Piece piece) {
		PieceForm form = new PieceForm();
		form.version = piece.version();
		form.label = piece.label();
		form.recognisable = piece.recognisable() ? Recognisable.SOMEBODY : Recognisable.NOBODY;
		return form;
	}

}
