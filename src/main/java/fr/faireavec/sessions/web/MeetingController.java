package fr.faireavec.sessions.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.MeetingRow;
import fr.faireavec.sessions.MeetingRows;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The individual meetings of a parcours: all for those who run it, her own for a pilot.
 */
@Controller
class MeetingController {

	private final MeetingRows rows;

	private final MeetingKeeping keeping;

	private final Enrolments enrolments;

	private final MeetingPages pages;

	private final Clock clock;

	MeetingController(MeetingRows rows, MeetingKeeping keeping, Enrolments enrolments, MeetingPages pages,
			Clock clock) {
		this.rows = rows;
		this.keeping = keeping;
		this.enrolments = enrolments;
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping("/parcours/{slug}/rendez-vous")
	String list(Seat seat, @RequestParam(name = "etat", required = false) @Nullable String state, Model model) {
		model.addAttribute("form", new ExtraMeetingForm());
		return listPage(seat, state, model);
	}

	@PostMapping("/parcours/{slug}/rendez-vous")
	String add(Seat.Running seat, @Valid @ModelAttribute("form") ExtraMeetingForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Optional<IndividualMeeting> made = Submission.of(errors, () -> this.keeping.addExtra(form.key,
				seat.parcours().getId(), Objects.requireNonNull(form.enrolment), form.purpose));
		if (made.isEmpty()) {
			return listPage(seat, null, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("sessions.meeting.added"));
		return "redirect:" + MeetingPages.href(seat, made.get().getId());
	}

	@GetMapping("/parcours/{slug}/rendez-vous/{id}")
	String page(Seat seat, @PathVariable UUID id, Model model) {
		return this.pages.page(seat, id, model);
	}

	private String listPage(Seat seat, @Nullable String state, Model model) {
		UUID parcoursId = seat.parcours().getId();
		List<MeetingRow> found = switch (seat) {
			case Seat.Running running -> this.rows.of(parcoursId);
			case Seat.Piloting piloting -> this.rows.ofEnrolments(parcoursId, piloting.enrolmentIds());
			case Seat.Funding funding -> throw new NotFound();
		};
		boolean open = seat instanceof Seat.Running && seat.parcours().getStatus().isOpenToWork();
		model.addAttribute("grid", MeetingGrid.of(found, known(state)));
		model.addAttribute("total", found.size());
		model.addAttribute("running", seat instanceof Seat.Running);
		model.addAttribute("structures", open ? structures(seat) : List.of());
		return "sessions/meetings";
	}

	private List<Option> structures(Seat seat) {
		LocalDate today = seat.parcours().today(this.clock);
		return this.enrolments.ofParcours(seat.parcours().getId())
			.stream()
			.filter((enrolment) -> !enrolment.isAwayOn(today))
			.map((enrolment) -> new Option(enrolment.getId().toString(), enrolment.getStructure().getName()))
			.toList();
	}

	private static @Nullable MeetingState known(@Nullable String state) {
		for (MeetingState known : MeetingState.values()) {
			if (known.name().equals(state)) {
				return known;
			}
		}
		return null;
	}

}
