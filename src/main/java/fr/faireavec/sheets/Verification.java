package fr.faireavec.sheets;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells anybody whether a file is one of ours, as it was issued; and nothing else. */
@Component
public class Verification {

	private final IssuedFiles issued;

	Verification(IssuedFiles issued) {
		this.issued = issued;
	}

	/** When it was issued as it is; empty otherwise. */
	@Transactional(readOnly = true)
	public Optional<Instant> of(byte[] file) {
		return this.issued.issuedAt(RegisterContent.sha256(file));
	}

}
