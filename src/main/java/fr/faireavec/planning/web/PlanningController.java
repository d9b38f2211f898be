package fr.faireavec.planning.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.Seat;
import fr.faireavec.polls.PollSheet;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.ProgrammeDating;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All the dates of a parcours: an open poll, or one table for who knows them already. */
@Controller
@RequestMapping("/parcours/{slug}/planification")
class PlanningController {

	private final ProgrammeDating dating;

	private final PlanningPages pages;

	PlanningController(ProgrammeDating dating, PlanningPages pages) {
		this.dating = dating;
		this.pages = pages;
	}

	/** With an option for each day in « choix », what that would cost. */
	@GetMapping
	String show(Seat.Running seat, @RequestParam(name = "choix", required = false) @Nullable List<UUID> chosen,
			Model model) {
		Optional<PollSheet> poll = this.pages.poll(seat);
		return poll.isPresent()
				? this.pages.poll(seat, poll.get(), byRank(poll.get(), (chosen != null) ? chosen : List.of()), model)
				: this.pages.table(seat, null, model);
	}

	/**
	 * The table, though a poll is open: days that it does not ask about have dates too.
	 */
	@GetMapping("/dates")
	String table(Seat.Running seat, Model model) {
		return this.pages.table(seat, null, model);
	}

	@PostMapping("/dates")
	String date(Seat.Running seat, @Valid @ModelAttribute("form") DatesForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		seat.parcours().requireOpenToWork();
		List<CollectiveSession> days = this.pages.days(seat);
		if (!form.pasted.isBlank()) {
			Submission.accepted(errors, () -> paste(form, days));
			return this.pages.table(seat, form, model);
		}
		form.check(days, errors);
		Optional<Integer> changed = Submission.of(errors,
				() -> this.dating.date(seat.parcours().getId(), form.datings(days), form.accepted));
		if (changed.isEmpty()) {
			return this.pages.table(seat, form, model);
		}
		redirect.addFlashAttribute("flash", (changed.get() == 0) ? Flash.note("planning.dated.none")
				: Flash.done((changed.get() == 1) ? "planning.dated.one" : "planning.dated.many", changed.get()));
		return "redirect:" + PlanningPages.href(seat);
	}

	/** What is pasted fills the rows; nothing is kept before it was looked at. */
	private static void paste(DatesForm form, List<CollectiveSession> days) {
		List<Integer> ranks = DatesForm.open(days)
			.stream()
			.filter((day) -> !day.getState().isFirm())
			.map(CollectiveSession::getRank)
			.toList();
		List<Integer> unread = PastedDates.fill(form, ranks);
		if (!unread.isEmpty()) {
			throw Refusal.of("pasted",
					(unread.size() == 1) ? "planning.pasted.unread.one" : "planning.pasted.unread.many",
					unread.toString().replaceAll("[\\[\\]]", ""));
		}
		form.pasted = "";
		throw new Unconfirmed("web.warnings", List.of(Warning.of("planning.pasted.check")));
	}

	private static Map<Integer, UUID> byRank(PollSheet poll, List<UUID> chosen) {
		Map<Integer, UUID> byRank = new LinkedHashMap<>();
		poll.days()
			.forEach((day) -> day.options()
				.stream()
				.filter((option) -> chosen.contains(option.id()))
				.findFirst()
				.ifPresent((option) -> byRank.put(day.rank(), option.id())));
		return byRank;
	}

}
