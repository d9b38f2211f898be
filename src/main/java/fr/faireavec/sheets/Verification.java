package fr.faireavec.sheets;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import fr.faireavec.documents.IssuedDocuments;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells anybody whether a file is one of ours, as it was issued; and nothing else. */
@Component
public class Verification {

	private final List<IssuedDocuments> issued;

	Verification(List<IssuedDocuments> issued) {
		this.issued = issued;
	}

	/** When it was issued as it is; empty otherwise. */
	@Transactional(readOnly = true)
	public Optional<Instant> of(byte[] file) {
		String sha256 = RegisterContent.sha256(file);
		return this.issued.stream().map((known) -> known.issuedAt(sha256)).flatMap(Optional::stream).findFirst();
	}

}
