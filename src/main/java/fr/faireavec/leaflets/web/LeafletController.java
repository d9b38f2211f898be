package fr.faireavec.leaflets.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.leaflets.Leaflet;
import fr.faireavec.leaflets.LeafletPdf;
import fr.faireavec.leaflets.Leaflets;
import fr.faireavec.parcours.Seat;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What accounts for each grant in words, for those who run the parcours. */
@Controller
@RequestMapping("/parcours/{slug}/bilan/cerfa")
class LeafletController {

	private final Bilans bilans;

	private final Leaflets leaflets;

	private final LeafletPdf pdf;

	LeafletController(Bilans bilans, Leaflets leaflets, LeafletPdf pdf) {
		this.bilans = bilans;
		this.leaflets = leaflets;
		this.pdf = pdf;
	}

	/**
	 * @param version the latest when none is asked for
	 */
	@GetMapping
	String show(Seat.Running seat, @RequestParam(required = false) @Nullable Integer version, Model model) {
		Optional<Bilan> bilan = bilan(seat, version);
		if (version != null && bilan.isEmpty()) {
			throw new NotFound();
		}
		model.addAttribute("bilan", bilan.orElse(null));
		model.addAttribute("leaflets", bilan.map(this.leaflets::of).orElse(List.of()));
		return "leaflets/all";
	}

	@GetMapping("/{conventionId}.pdf")
	ResponseEntity<byte[]> print(Seat.Running seat, @PathVariable UUID conventionId,
			@RequestParam(required = false) @Nullable Integer version) {
		Bilan bilan = bilan(seat, version).orElseThrow(NotFound::new);
		Leaflet leaflet = this.leaflets.of(bilan)
			.stream()
			.filter((one) -> one.conventionId().equals(conventionId))
			.findFirst()
			.orElseThrow(NotFound::new);
		String name = seat.parcours().getSlug() + "-cerfa-version-" + bilan.number() + ".pdf";
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(this.pdf.print(bilan, leaflet));
	}

	private Optional<Bilan> bilan(Seat.Running seat, @Nullable Integer version) {
		UUID id = seat.parcours().getId();
		return (version == null) ? this.bilans.latest(id) : this.bilans.numbered(id, version);
	}

}
