package fr.faireavec.attendance.web;

import java.util.UUID;

import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.RegisterReading;
import fr.faireavec.attendance.StayTaking;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hours of one person on one half-day: came late, left early, was elsewhere. */
@Controller
@RequestMapping("/parcours/{slug}/seances/{rank}/emargement/{halfDayId}/{personId}/heures")
class StayController {

	private final StayTaking taking;

	private final RegisterReading reading;

	StayController(StayTaking taking, RegisterReading reading) {
		this.taking = taking;
		this.reading = reading;
	}

	@GetMapping
	String before(Seat.Running seat, @PathVariable int rank, @PathVariable UUID halfDayId, @PathVariable UUID personId,
			Model model) {
		seat.parcours().requireOpenToWork();
		Asked asked = asked(seat, rank, halfDayId, personId);
		model.addAttribute("form", StayForm.of(asked.line()));
		return show(seat, rank, asked, model);
	}

	@PostMapping
	String note(Seat.Running seat, @PathVariable int rank, @PathVariable UUID halfDayId, @PathVariable UUID personId,
			@Valid @ModelAttribute("form") StayForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Asked asked = asked(seat, rank, halfDayId, personId);
		if (!Submission.accepted(errors,
				() -> this.taking.note(seat.parcours().getId(), halfDayId, personId, form.toStay(), form.reason))) {
			return show(seat, rank, asked, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("attendance.stay.noted", asked.line().name()));
		return RegisterPages.back(seat, rank, asked.sheet().ordinal(), false) + "#p-" + personId;
	}

	/** Only of who is on the sheet, there or not said of yet. */
	private Asked asked(Seat.Running seat, int rank, UUID halfDayId, UUID personId) {
		return this.reading.of(seat.parcours().getId(), rank)
			.sheets()
			.stream()
			.filter((sheet) -> sheet.halfDayId().equals(halfDayId))
			.flatMap((sheet) -> sheet.line(personId).map((line) -> new Asked(sheet, line)).stream())
			.findFirst()
			.orElseThrow(NotFound::new);
	}

	private static String show(Seat.Running seat, int rank, Asked asked, Model model) {
		model.addAttribute("asked", asked);
		model.addAttribute("rank", rank);
		model.addAttribute("register", RegisterPages.href(seat, rank));
		return "attendance/stay";
	}

	/** Whose hours, on which sheet. */
	public record Asked(Register.Sheet sheet, Register.Line line) {

		public boolean closed() {
			return this.sheet.seal() != null;
		}

		/** Saying her hours says that she was there. */
		public boolean saysMore() {
			return this.line.status() != AttendanceStatus.PRESENT;
		}

		/** As on a register: which half-day. */
		public String half() {
			return this.sheet.morning() ? "attendance.half.morning" : "attendance.half.afternoon";
		}

	}

}
