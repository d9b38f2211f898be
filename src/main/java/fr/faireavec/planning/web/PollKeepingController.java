package fr.faireavec.planning.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.Seat;
import fr.faireavec.polls.PollDeciding;
import fr.faireavec.polls.PollInviting;
import fr.faireavec.polls.PollOpening;
import fr.faireavec.polls.PollSequences;
import fr.faireavec.polls.PollSheet;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
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

/** What the animation does with an open poll, until dates are taken from it. */
@Controller
@RequestMapping("/parcours/{slug}/planification")
class PollKeepingController {

	private final PollOpening opening;

	private final PollInviting inviting;

	private final PollDeciding deciding;

	private final PollSequences sequences;

	private final SequenceWords words;

	private final PlanningPages pages;

	PollKeepingController(PollOpening opening, PollInviting inviting, PollDeciding deciding, PollSequences sequences,
			SequenceWords words, PlanningPages pages) {
		this.opening = opening;
		this.inviting = inviting;
		this.deciding = deciding;
		this.sequences = sequences;
		this.words = words;
		this.pages = pages;
	}

	@PostMapping("/relance")
	String remind(Seat.Running seat, RedirectAttributes redirect) {
		int asked = this.inviting.remind(id(seat));
		return done(seat, redirect, (asked == 0) ? Flash.note("planning.reminded.none")
				: Flash.done((asked == 1) ? "planning.reminded.one" : "planning.reminded.many", asked));
	}

	@GetMapping("/echeance")
	String beforeExtending(Seat.Running seat, Model model) {
		PollSheet poll = poll(seat);
		model.addAttribute("form", ExtensionForm.of(poll.version(), poll.terms().closesOn()));
		return "planning/extend";
	}

	@PostMapping("/echeance")
	String extend(Seat.Running seat, @Valid @ModelAttribute("form") ExtensionForm form, BindingResult errors,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors,
				() -> this.opening.extend(id(seat), form.version, Objects.requireNonNull(form.closesOn)),
				() -> ExtensionForm.of(poll(seat).version(), poll(seat).terms().closesOn()))) {
			return "planning/extend";
		}
		return done(seat, redirect, Flash.done("planning.extended"));
	}

	@GetMapping("/dates/ajout")
	String beforeProposing(Seat.Running seat, Model model) {
		PollSheet poll = poll(seat);
		OptionForm form = new OptionForm();
		form.version = poll.version();
		model.addAttribute("form", form);
		return optionPage(poll, model);
	}

	@PostMapping("/dates/ajout")
	String propose(Seat.Running seat, @Valid @ModelAttribute("form") OptionForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		PollSheet poll = poll(seat);
		if (form.rank != null && poll.days().stream().noneMatch((day) -> form.rank.equals(day.rank()))) {
			errors.rejectValue("rank", "planning.rank.unknown");
		}
		if (!Submission.accepted(errors, () -> this.opening.propose(id(seat), form.version,
				Objects.requireNonNull(form.rank), Objects.requireNonNull(form.date)))) {
			return optionPage(poll, model);
		}
		return done(seat, redirect, Flash.done("planning.proposed"));
	}

	@PostMapping("/options/{optionId}/retrait")
	String withdraw(Seat.Running seat, @PathVariable UUID optionId, @ModelAttribute("form") VersionForm form,
			BindingResult errors, RedirectAttributes redirect) {
		this.opening.withdraw(id(seat), form.version, optionId);
		return done(seat, redirect, Flash.done("planning.withdrawn"));
	}

	@PostMapping("/cloture")
	String close(Seat.Running seat, @ModelAttribute("form") VersionForm form, BindingResult errors,
			RedirectAttributes redirect) {
		this.deciding.close(id(seat), form.version);
		return done(seat, redirect, Flash.done("planning.closed"));
	}

	@PostMapping("/abandon")
	String abandon(Seat.Running seat, @ModelAttribute("form") VersionForm form, BindingResult errors,
			RedirectAttributes redirect) {
		this.opening.abandon(id(seat), form.version);
		return done(seat, redirect, Flash.done("planning.abandoned"));
	}

	@PostMapping("/decision")
	String decide(Seat.Running seat, @Valid @ModelAttribute("form") DecisionForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		PollSheet poll = poll(seat);
		if (!Submission.accepted(errors, () -> {
			Submission.requireRead(breaches(poll, form), form.accepted);
			this.deciding.decide(id(seat), form.version, form.chosen(poll), form.firm);
		})) {
			return this.pages.poll(seat, poll, form.chosen(poll), model);
		}
		return done(seat, redirect, Flash.done("planning.decided"));
	}

	/** A rule that is broken is read first; whoever chooses may. */
	private List<Warning> breaches(PollSheet poll, DecisionForm form) {
		return this.words.breaches(this.sequences.price(poll, form.chosen(poll)).breaches())
			.stream()
			.map((breach) -> Warning.of("planning.breach", breach))
			.toList();
	}

	private String optionPage(PollSheet poll, Model model) {
		model.addAttribute("ranks",
				poll.days()
					.stream()
					.map((day) -> new Option(String.valueOf(day.rank()), day.rank() + ". " + day.title()))
					.toList());
		return "planning/option";
	}

	private PollSheet poll(Seat seat) {
		return this.pages.poll(seat).orElseThrow(NotFound::new);
	}

	private static UUID id(Seat seat) {
		return seat.parcours().getId();
	}

	private static String done(Seat seat, RedirectAttributes redirect, Flash flash) {
		redirect.addFlashAttribute("flash", flash);
		return "redirect:" + PlanningPages.href(seat);
	}

}
