package fr.faireavec.dossiers.web;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import fr.faireavec.dossiers.Dossier;
import fr.faireavec.dossiers.Dossiers;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The proofs of each convention, for those who run the parcours; opened, for its readers.
 */
@Controller
@RequestMapping("/parcours/{slug}/bilan/preuves")
class DossierController {

	private final Dossiers dossiers;

	DossierController(Dossiers dossiers) {
		this.dossiers = dossiers;
	}

	@GetMapping
	String list(Seat seat, Model model) {
		List<Dossier> all = this.dossiers.of(seat);
		model.addAttribute("dossiers", all);
		model.addAttribute("running", seat instanceof Seat.Running);
		model.addAttribute("waiting", all.stream().anyMatch(Dossier::isWaiting));
		return "dossiers/list";
	}

	@PostMapping("/conventions/{conventionId}")
	String ask(Seat.Running seat, @PathVariable UUID conventionId) {
		this.dossiers.ask(seat, conventionId);
		return back(seat);
	}

	@GetMapping("/{dossierId}/dossier.zip")
	void file(Seat seat, @PathVariable UUID dossierId, HttpServletResponse response) throws IOException {
		Dossier dossier = this.dossiers.of(seat)
			.stream()
			.filter((one) -> dossierId.equals(one.id()) && one.isReady())
			.findFirst()
			.orElseThrow(NotFound::new);
		response.setContentType("application/zip");
		response.setContentLengthLong(dossier.bytes());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment()
					.filename("preuves-" + seat.parcours().getSlug() + ".zip")
					.build()
					.toString());
		this.dossiers.write(dossier, response.getOutputStream());
	}

	@PostMapping("/{dossierId}/ouverture")
	String open(Seat.Running seat, @PathVariable UUID dossierId, RedirectAttributes redirect) {
		this.dossiers.open(seat, dossierId);
		redirect.addFlashAttribute("flash", Flash.done("dossiers.opened"));
		return back(seat);
	}

	@PostMapping("/{dossierId}/fermeture")
	String close(Seat.Running seat, @PathVariable UUID dossierId, RedirectAttributes redirect) {
		this.dossiers.close(seat, dossierId);
		redirect.addFlashAttribute("flash", Flash.done("dossiers.closed"));
		return back(seat);
	}

	@PostMapping("/{dossierId}/suppression")
	String remove(Seat.Running seat, @PathVariable UUID dossierId, RedirectAttributes redirect) {
		this.dossiers.remove(seat, dossierId);
		redirect.addFlashAttribute("flash", Flash.done("dossiers.removed"));
		return back(seat);
	}

	private static String back(Seat seat) {
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/bilan/preuves";
	}

}
