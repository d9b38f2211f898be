package fr.faireavec.evidence;

/** What a photo or a document holds: a JPEG, a PDF. */
@SuppressWarnings("ArrayRecordComponent")
public record EvidenceFile(PieceKind kind, byte[] content) {
}
