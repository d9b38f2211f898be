package fr.faireavec.sheets.web;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.sheets.Attestations;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** One's own attestations, once one has no seat any more too. */
@Controller
class OwnAttestationsController {

	private final Attestations attestations;

	OwnAttestationsController(Attestations attestations) {
		this.attestations = attestations;
	}

	@GetMapping("/mon-compte/attestations.pdf")
	ResponseEntity<byte[]> own(Viewer viewer) {
		return PdfAnswer.named("mes-attestations", this.attestations.printOwn(viewer));
	}

}
