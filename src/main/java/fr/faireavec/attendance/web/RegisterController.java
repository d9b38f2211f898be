package fr.faireavec.attendance.web;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.attendance.AttendanceTaking;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of a day: the animation presses, or copies the signed sheet. */
@Controller
@RequestMapping("/parcours/{slug}/seances/{rank}/emargement")
class RegisterController {

	private final AttendanceTaking taking;

	private final RegisterPages pages;

	RegisterController(AttendanceTaking taking, RegisterPages pages) {
		this.taking = taking;
		this.pages = pages;
	}

	@GetMapping
	String page(Seat.Running seat, @PathVariable int rank,
			@RequestParam(name = "demi-journee", required = false) @Nullable Integer half,
			@RequestParam(name = "saisie", required = false) @Nullable String source,
			@RequestParam(name = "vu", required = false) @Nullable String seen, HttpServletResponse response,
			Model model) {
		String view = this.pages.show(seat, rank, half, "papier".equals(source), model);
		if (seen != null && model.getAttribute("page") instanceof RegisterPage page && page.digest().equals(seen)) {
			response.setStatus(HttpStatus.NO_CONTENT.value());
			return "attendance/unchanged";
		}
		return view;
	}

	/** To be signed until every half-day is countersigned, then as it was signed. */
	@GetMapping(params = "impression")
	String sheet(Seat.Running seat, @PathVariable int rank, Model model) {
		this.pages.show(seat, rank, null, false, model);
		boolean signed = model.getAttribute("page") instanceof RegisterPage page && page.isAllSealed();
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/seances/" + rank
				+ (signed ? "/emargement.pdf" : "/feuille.pdf");
	}

	@PostMapping("/{halfDayId}/{personId}")
	String mark(Seat.Running seat, @PathVariable int rank, @PathVariable UUID halfDayId, @PathVariable UUID personId,
			@Valid @ModelAttribute("mark") MarkForm mark, BindingResult errors, Model model) {
		if (!Submission.accepted(errors, () -> this.taking.record(seat.parcours().getId(), halfDayId, personId,
				Objects.requireNonNull(mark.status), mark.how(), mark.reason))) {
			model.addAttribute("refusedPerson", personId);
			return this.pages.refused(seat, rank, mark.half, mark.paper, errors, model);
		}
		return RegisterPages.back(seat, rank, mark.half, mark.paper) + "#p-" + personId;
	}

	@PostMapping("/{halfDayId}/tous")
	String everyone(Seat.Running seat, @PathVariable int rank, @PathVariable UUID halfDayId,
			@ModelAttribute("gesture") GestureForm gesture, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Optional<Integer> written = Submission.of(errors,
				() -> this.taking.everyonePresent(seat.parcours().getId(), halfDayId));
		if (written.isEmpty()) {
			return this.pages.refused(seat, rank, gesture.half, false, errors, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("attendance.everyone.done", written.get()));
		return RegisterPages.back(seat, rank, gesture.half, false);
	}

	@PostMapping("/{halfDayId}/contreseing")
	String countersign(Seat.Running seat, @PathVariable int rank, @PathVariable UUID halfDayId,
			@ModelAttribute("gesture") GestureForm gesture, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.taking.countersign(seat.parcours().getId(), halfDayId))) {
			return this.pages.refused(seat, rank, gesture.half, false, errors, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("attendance.countersigned"));
		return RegisterPages.back(seat, rank, gesture.half, false);
	}

	@PostMapping("/effacement")
	String clear(Seat.Running seat, @PathVariable int rank, @ModelAttribute("gesture") GestureForm gesture,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.taking.clear(seat.parcours().getId(), rank, gesture.reason))) {
			model.addAttribute("clearing", true);
			return this.pages.refused(seat, rank, gesture.half, false, errors, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("attendance.cleared"));
		return RegisterPages.back(seat, rank, gesture.half, false);
	}

}
