package fr.faireavec.evidence;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence, as it is shown.
 *
 * @param address of a link
 * @param recognisable somebody can be recognised
 * @param open the cohort may see it, where the action is shared with it
 * @param asked how many were asked whether they agree
 * @param credit what is written beside it; may be empty
 */
public record Piece(UUID id, int version, PieceKind kind, String label, @Nullable String address, boolean recognisable,
		boolean open, int asked, String credit) {

	public boolean isPhoto() {
		return this.kind == PieceKind.PHOTO;
	}

	public boolean isLink() {
		return this.kind == PieceKind.LINK;
	}

}
