package fr.faireavec.parcours.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Introductions;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.parcours.FacilitationKeeping;
import fr.faireavec.parcours.ParcoursReading;
import fr.faireavec.parcours.Seat;
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

/** Who runs a parcours: who joins them, who leaves. */
@Controller
@RequestMapping("/parcours/{slug}/animation")
class FacilitationController {

	private final FacilitationKeeping keeping;

	private final ParcoursReading reading;

	private final People people;

	private final Accounts accounts;

	private final Introductions introductions;

	FacilitationController(FacilitationKeeping keeping, ParcoursReading reading, People people, Accounts accounts,
			Introductions introductions) {
		this.keeping = keeping;
		this.reading = reading;
		this.people = people;
		this.accounts = accounts;
		this.introductions = introductions;
	}

	@GetMapping
	String show(Seat.Running seat, Model model) {
		model.addAttribute("form", new FacilitatorForm());
		return page(seat, model);
	}

	@PostMapping
	String add(Seat.Running seat, @Valid @ModelAttribute("form") FacilitatorForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Optional<Person> added = Submission.of(errors,
				() -> this.keeping.add(seat.viewer(), seat.parcours().getId(), Objects.requireNonNull(form.person)));
		if (added.isEmpty()) {
			return page(seat, model);
		}
		return done(seat, Flash.done("parcours.facilitator.added", added.get().getName()), redirect);
	}

	@PostMapping("/{personId}/fin")
	String remove(Seat.Running seat, @PathVariable UUID personId, RedirectAttributes redirect) {
		Person removed = this.keeping.remove(seat.viewer(), seat.parcours().getId(), personId);
		return done(seat, Flash.done("parcours.facilitator.removed", removed.getName()), redirect);
	}

	private String page(Seat.Running seat, Model model) {
		List<Person> running = this.reading.whole(seat.parcours().getId())
			.getFacilitators()
			.stream()
			.sorted(Comparator.comparing(Person::getFamilyName).thenComparing(Person::getGivenName))
			.toList();
		List<Person> mayJoin = this.people.whoMayFacilitate()
			.stream()
			.filter((person) -> !running.contains(person))
			.toList();
		Map<UUID, String> who = this.introductions.of(Stream.concat(running.stream(), mayJoin.stream()).toList());
		model.addAttribute("running", running);
		model.addAttribute("who", who);
		model.addAttribute("closed", this.accounts.closedAmong(running.stream().map(Person::getId).toList()));
		model.addAttribute("open", seat.parcours().getStatus().isOpenToWork());
		model.addAttribute("me", seat.viewer().personId());
		model.addAttribute("opensNotes", seat.viewer().isAdministrator() && !seat.readsInternalNotes());
		model.addAttribute("mayJoin",
				mayJoin.stream()
					.map((person) -> new Option(person.getId().toString(), String.valueOf(who.get(person.getId()))))
					.toList());
		return "parcours/animation";
	}

	private static String done(Seat seat, Flash flash, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", flash);
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/animation";
	}

}
