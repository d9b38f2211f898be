package fr.faireavec.bilans.web;

import java.util.Optional;

import fr.faireavec.bilans.BilanCharts;
import fr.faireavec.bilans.BilanFileKind;
import fr.faireavec.bilans.BilanFiles;
import fr.faireavec.bilans.SharedLinks;
import fr.faireavec.bilans.SharedLinks.Opened;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Network;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Whoever has a link reads one version of a bilan, as its funder does, without signing
 * in. Only what leads nowhere is counted.
 */
@Controller
@RequestMapping("/bilans/partage/{link}")
class SharedBilanController {

	private final SharedLinks links;

	private final BilanFiles files;

	private final BilanCharts charts;

	private final PublishedPages pages;

	private final Throttle throttle;

	SharedBilanController(SharedLinks links, BilanFiles files, BilanCharts charts, PublishedPages pages,
			Throttle throttle) {
		this.links = links;
		this.files = files;
		this.charts = charts;
		this.pages = pages;
		this.throttle = throttle;
	}

	@GetMapping
	String read(@PathVariable("link") String token, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		Optional<Opened> opened = open(token, request, response);
		if (opened.isEmpty()) {
			response.setStatus(HttpStatus.NOT_FOUND.value());
			return "bilans/gone";
		}
		model.addAttribute("token", token);
		model.addAttribute("charts", "/bilans/partage/" + token);
		model.addAttribute("which", "");
		return this.pages.shared(opened.get(), model);
	}

	@GetMapping("/bilan.pdf")
	ResponseEntity<byte[]> pdf(@PathVariable("link") String token, HttpServletRequest request,
			HttpServletResponse response) {
		return file(token, BilanFileKind.PDF, request, response);
	}

	@GetMapping("/bilan.xlsx")
	ResponseEntity<byte[]> workbook(@PathVariable("link") String token, HttpServletRequest request,
			HttpServletResponse response) {
		return file(token, BilanFileKind.XLSX, request, response);
	}

	@GetMapping("/bilan.csv")
	ResponseEntity<byte[]> csv(@PathVariable("link") String token, HttpServletRequest request,
			HttpServletResponse response) {
		return file(token, BilanFileKind.CSV, request, response);
	}

	@GetMapping("/graphique-{chart}.svg")
	ResponseEntity<byte[]> svg(@PathVariable("link") String token, @PathVariable String chart,
			HttpServletRequest request, HttpServletResponse response) {
		Opened opened = open(token, request, response).orElseThrow(NotFound::new);
		return ChartController.svg(opened.slug(), chart, this.charts.of(opened.bilan(), chart));
	}

	@GetMapping("/graphique-{chart}.png")
	ResponseEntity<byte[]> png(@PathVariable("link") String token, @PathVariable String chart,
			HttpServletRequest request, HttpServletResponse response) {
		Opened opened = open(token, request, response).orElseThrow(NotFound::new);
		return ChartController.png(opened.slug(), chart, this.charts.of(opened.bilan(), chart));
	}

	private ResponseEntity<byte[]> file(String token, BilanFileKind kind, HttpServletRequest request,
			HttpServletResponse response) {
		Opened opened = open(token, request, response).orElseThrow(NotFound::new);
		return BilanFilesController.answer(kind, kind.named(opened.slug(), "version-" + opened.bilan().number()),
				this.files.of(opened.bilan(), opened.extent(), kind));
	}

	private Optional<Opened> open(String token, HttpServletRequest request, HttpServletResponse response) {
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
		Optional<Opened> opened = this.links.find(token);
		opened.ifPresentOrElse(this.links::noteOpening,
				() -> this.throttle.pass(Gate.LOOKUP, Throttle.Attempt.from(Network.of(request))));
		return opened;
	}

}
