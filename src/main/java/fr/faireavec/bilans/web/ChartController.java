package fr.faireavec.bilans.web;

import java.time.LocalDate;
import java.util.Optional;

import fr.faireavec.bilans.BilanCharts;
import fr.faireavec.bilans.BilanFigures;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.bilans.Period;
import fr.faireavec.documents.ChartPicture;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The charts of a bilan, each as a picture, for whoever reads that bilan. */
@Controller
class ChartController {

	private final BilanFigures figures;

	private final Bilans bilans;

	private final BilanCharts charts;

	ChartController(BilanFigures figures, Bilans bilans, BilanCharts charts) {
		this.figures = figures;
		this.bilans = bilans;
		this.charts = charts;
	}

	@GetMapping("/parcours/{slug}/bilan/graphique-{chart}.svg")
	ResponseEntity<byte[]> svg(Seat seat, @PathVariable String chart,
			@RequestParam(required = false) @Nullable Integer version,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to) {
		return svg(seat.parcours().getSlug(), chart, picture(seat, chart, version, from, to));
	}

	@GetMapping("/parcours/{slug}/bilan/graphique-{chart}.png")
	ResponseEntity<byte[]> png(Seat seat, @PathVariable String chart,
			@RequestParam(required = false) @Nullable Integer version,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to) {
		return png(seat.parcours().getSlug(), chart, picture(seat, chart, version, from, to));
	}

	static ResponseEntity<byte[]> svg(String slug, String chart, Optional<ChartPicture> picture) {
		return answer(slug + "-" + chart + ".svg", "image/svg+xml", picture.orElseThrow(NotFound::new).svg());
	}

	static ResponseEntity<byte[]> png(String slug, String chart, Optional<ChartPicture> picture) {
		return answer(slug + "-" + chart + ".png", MediaType.IMAGE_PNG_VALUE, picture.orElseThrow(NotFound::new).png());
	}

	private Optional<ChartPicture> picture(Seat seat, String chart, @Nullable Integer version, @Nullable LocalDate from,
			@Nullable LocalDate to) {
		Parcours parcours = seat.parcours();
		if (seat instanceof Seat.Running && version == null) {
			Period period = Period.of(parcours, from, to);
			return this.charts.live(parcours, this.figures.live(parcours.getId(), period.from(), period.to()), chart);
		}
		return this.charts.of(OpenBilan.by(seat, version, this.bilans), chart);
	}

	/** To be kept, never opened here. */
	private static ResponseEntity<byte[]> answer(String name, String type, byte[] file) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, type)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(file);
	}

}
