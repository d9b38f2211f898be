package fr.faireavec.evidence;

/** What a piece of evidence is. */
public enum PieceKind {

	/** Drawn anew. */
	PHOTO,

	/** A PDF, handed on as it came. */
	DOCUMENT,

	/** An address elsewhere. */
	LINK

}
