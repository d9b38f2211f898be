package fr.faireavec.documents;

import java.time.Instant;
import java.util.Optional;

/** Answered by each room that issues files and knows them again. */
public interface IssuedDocuments {

	/**
	 * When a file was issued; empty if it never was, or not as it is now.
	 * @param sha256 of all it holds, in lower case hexadecimal digits
	 */
	Optional<Instant> issuedAt(String sha256);

}
