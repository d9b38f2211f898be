package fr.faireavec.planning.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.Seat;
import fr.faireavec.planning.DateProposals;
import fr.faireavec.polls.AskedDay;
import fr.faireavec.polls.PollOpening;
import fr.faireavec.polls.PollTerms;
import fr.faireavec.sequences.Proposal;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.web.Flash;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Option;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Dates are asked of the cohort: proposed, looked at, then sent. */
@Controller
@RequestMapping("/parcours/{slug}/planification/sondage")
class PollOpeningController {

	private static final int DAYS_TO_ANSWER = 10;

	private final PollOpening opening;

	private final Scheduling scheduling;

	private final DateProposals proposals;

	private final ShortageWords shortages;

	private final PlanningPages pages;

	private final FrenchFormat french;

	private final MessageSource messages;

	PollOpeningController(PollOpening opening, Scheduling scheduling, DateProposals proposals, ShortageWords shortages,
			PlanningPages pages, FrenchFormat french, MessageSource messages) {
		this.opening = opening;
		this.scheduling = scheduling;
		this.proposals = proposals;
		this.shortages = shortages;
		this.pages = pages;
		this.french = french;
		this.messages = messages;
	}

	/** With dates proposed for each day that has none. */
	@GetMapping
	String beforeOpening(Seat.Running seat, Model model, RedirectAttributes redirect) {
		seat.parcours().requireOpenToWork();
		if (this.pages.poll(seat).isPresent()) {
			return already(seat, redirect);
		}
		LocalDate today = this.pages.today(seat);
		WindowForm window = WindowForm.of(seat.parcours(), today);
		List<Proposal> proposed = this.proposals.of(seat.parcours().getId(), this.pages.days(seat), window.window());
		PollForm form = PollForm.of(toDate(seat), today.plusDays(DAYS_TO_ANSWER), window);
		proposed.forEach((proposal) -> form.propose(proposal.rank(), proposal.dates()));
		model.addAttribute("form", form);
		return page(seat, proposed, model);
	}

	/** The same within another window. */
	@GetMapping("/fenetre")
	String beforeProposing(Seat.Running seat, Model model, RedirectAttributes redirect) {
		seat.parcours().requireOpenToWork();
		if (this.pages.poll(seat).isPresent()) {
			return already(seat, redirect);
		}
		model.addAttribute("form", WindowForm.of(seat.parcours(), this.pages.today(seat)));
		return windowPage(model);
	}

	@PostMapping("/fenetre")
	String propose(Seat.Running seat, @Valid @ModelAttribute("form") WindowForm window, BindingResult errors,
			Model model) {
		LocalDate today = this.pages.today(seat);
		window.check(today, errors);
		if (errors.hasErrors()) {
			return windowPage(model);
		}
		List<Proposal> proposed = this.proposals.of(seat.parcours().getId(), this.pages.days(seat), window.window());
		PollForm form = PollForm.of(toDate(seat), today.plusDays(DAYS_TO_ANSWER), window);
		proposed.forEach((proposal) -> form.propose(proposal.rank(), proposal.dates()));
		BindingResult blank = new DirectFieldBindingResult(form, "form");
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", blank);
		model.addAttribute("form", form);
		return page(seat, proposed, model);
	}

	@PostMapping
	String open(Seat.Running seat, @Valid @ModelAttribute("form") PollForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		List<CollectiveSession> days = toDate(seat);
		form.check(days, this.pages.today(seat), errors);
		UUID parcoursId = seat.parcours().getId();
		Optional<UUID> opened = Submission.of(errors, () -> {
			PollTerms terms = form.terms();
			List<AskedDay> asked = form.days(days);
			return this.opening.opened(form.key, parcoursId, terms, asked).orElseGet(() -> {
				Submission.requireRead(warnings(parcoursId, asked), form.accepted);
				return this.opening.open(form.key, parcoursId, terms, asked);
			});
		});
		if (opened.isEmpty()) {
			return page(seat, List.of(), model);
		}
		redirect.addFlashAttribute("flash", Flash.done("planning.opened"));
		return "redirect:" + PlanningPages.href(seat);
	}

	/** One poll at a time: it is where answers come. */
	private static String already(Seat seat, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", Flash.note("planning.ask.already"));
		return "redirect:" + PlanningPages.href(seat);
	}

	/** What is unusual about each date; none of it forbids to ask. */
	private List<Warning> warnings(UUID parcoursId, List<AskedDay> asked) {
		List<Warning> warnings = new ArrayList<>();
		for (AskedDay day : asked) {
			day.days()
				.forEach((date) -> this.scheduling.warnings(parcoursId, day.rank(), day.on(date))
					.forEach((warning) -> warnings
						.add(Warning.of("planning.warning", String.valueOf(day.rank()), this.french.date(date),
								this.messages.getMessage(warning.messageKey(), warning.arguments(), Locale.FRENCH)))));
		}
		return warnings;
	}

	/** Neither firm nor held nor given up. */
	private List<CollectiveSession> toDate(Seat seat) {
		return this.pages.days(seat)
			.stream()
			.filter((day) -> day.getState().isOpen() && !day.getState().isFirm())
			.toList();
	}

	private String page(Seat seat, List<Proposal> proposed, Model model) {
		List<CollectiveSession> days = toDate(seat);
		model.addAttribute("days", days.stream().map(DateRow::of).toList());
		model.addAttribute("shortages", this.shortages.said(proposed));
		model.addAttribute("unpublished", !this.proposals.areHolidaysPublished(seat.parcours().getEndsOn()));
		return "planning/open";
	}

	private String windowPage(Model model) {
		model.addAttribute("weekdays",
				List.of(DayOfWeek.values())
					.stream()
					.map((day) -> new Option(day.name(),
							this.messages.getMessage("planning.weekday." + day, null, Locale.FRENCH)))
					.toList());
		return "planning/window";
	}

}
