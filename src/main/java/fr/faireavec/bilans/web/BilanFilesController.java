package fr.faireavec.bilans.web;

import java.time.LocalDate;

import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.BilanFigures;
import fr.faireavec.bilans.BilanFileKind;
import fr.faireavec.bilans.BilanFiles;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.bilans.Extent;
import fr.faireavec.bilans.LiveBilan;
import fr.faireavec.bilans.Period;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The bilan as files. Funders and structures have what was published; the animation also
 * what is live.
 */
@Controller
class BilanFilesController {

	private final BilanFigures figures;

	private final Bilans bilans;

	private final BilanFiles files;

	BilanFilesController(BilanFigures figures, Bilans bilans, BilanFiles files) {
		this.figures = figures;
		this.bilans = bilans;
		this.files = files;
	}

	@GetMapping("/parcours/{slug}/bilan.pdf")
	ResponseEntity<byte[]> pdf(Seat seat, @RequestParam(required = false) @Nullable Integer version,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to) {
		return file(seat, version, from, to, BilanFileKind.PDF);
	}

	@GetMapping("/parcours/{slug}/bilan.xlsx")
	ResponseEntity<byte[]> workbook(Seat seat, @RequestParam(required = false) @Nullable Integer version,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to) {
		return file(seat, version, from, to, BilanFileKind.XLSX);
	}

	@GetMapping("/parcours/{slug}/bilan.csv")
	ResponseEntity<byte[]> csv(Seat seat, @RequestParam(required = false) @Nullable Integer version,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to) {
		return file(seat, version, from, to, BilanFileKind.CSV);
	}

	@GetMapping("/parcours/{slug}/bilan/actions.csv")
	ResponseEntity<byte[]> actions(Seat seat, @RequestParam(required = false) @Nullable Integer version,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to) {
		return file(seat, version, from, to, BilanFileKind.ACTIONS);
	}

	private ResponseEntity<byte[]> file(Seat seat, @Nullable Integer version, @Nullable LocalDate from,
			@Nullable LocalDate to, BilanFileKind kind) {
		Parcours parcours = seat.parcours();
		if (seat instanceof Seat.Running && version == null) {
			Period period = Period.of(parcours, from, to);
			LiveBilan live = this.figures.live(parcours.getId(), period.from(), period.to());
			return answer(kind, kind.named(parcours.getSlug(), "apercu"), this.files.live(parcours, live, kind));
		}
		Bilan bilan = OpenBilan.by(seat, version, this.bilans);
		Extent extent = Extent.of(seat, bilan.document().figures());
		return answer(kind, kind.named(parcours.getSlug(), "version-" + bilan.number()),
				this.files.of(bilan, extent, kind));
	}

	/** To be kept: never opened within the pages. */
	static ResponseEntity<byte[]> answer(BilanFileKind kind, String name, byte[] file) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, kind.mediaType())
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(file);
	}

}
