package fr.faireavec.parcours.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Introductions;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Warning;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursCreation;
import fr.faireavec.parcours.ParcoursProfile;
import fr.faireavec.parcours.ProgrammeOutlines;
import fr.faireavec.parcours.Seats;
import fr.faireavec.web.Flash;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Option;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes a parcours from a template, on one page that shows what it will hold. */
@Controller
class ParcoursController {

	private static final int USUAL_MONTHS = 9;

	private final ParcoursCreation creation;

	private final ProgrammeOutlines outlines;

	private final OutlineStones stones;

	private final People people;

	private final Introductions introductions;

	private final Seats seats;

	private final FrenchFormat french;

	private final Clock clock;

	ParcoursController(ParcoursCreation creation, ProgrammeOutlines outlines, OutlineStones stones, People people,
			Introductions introductions, Seats seats, FrenchFormat french, Clock clock) {
		this.creation = creation;
		this.outlines = outlines;
		this.stones = stones;
		this.people = people;
		this.introductions = introductions;
		this.seats = seats;
		this.french = french;
		this.clock = clock;
	}

	@GetMapping("/parcours/nouveau")
	String blank(Viewer viewer, Model model) {
		ParcoursForm form = new ParcoursForm();
		LocalDate nextMonth = LocalDate.now(this.clock.withZone(Zones.PARIS)).plusMonths(1).withDayOfMonth(1);
		form.template = this.outlines.offers().getFirst().code();
		form.startsOn = nextMonth;
		form.endsOn = nextMonth.plusMonths(USUAL_MONTHS).minusDays(1);
		form.facilitators.add(viewer.personId());
		model.addAttribute("form", form);
		return page(form, model);
	}

	/** The programme alone, as the dates and the template change. */
	@GetMapping("/parcours/nouveau/apercu")
	String outline(@ModelAttribute("form") ParcoursForm form, BindingResult unreadable, Viewer viewer, Model model) {
		this.stones.show(form, model);
		return "parcours/_outline";
	}

	@PostMapping(path = "/parcours/nouveau", params = "apercu")
	String preview(@ModelAttribute("form") ParcoursForm form, BindingResult unreadable, Viewer viewer, Model model) {
		return page(form, model);
	}

	@PostMapping("/parcours/nouveau")
	String create(@Valid @ModelAttribute("form") ParcoursForm form, BindingResult errors, Viewer viewer, Model model,
			RedirectAttributes redirect) {
		Optional<Parcours> made = Submission.of(errors, () -> create(viewer, form));
		if (made.isEmpty()) {
			return page(form, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("parcours.created", made.get().getName()));
		return "redirect:/parcours/" + made.get().getSlug();
	}

	private Parcours create(Viewer viewer, ParcoursForm form) {
		List<Person> chosen = chosen(form);
		if (!viewer.isAdministrator()
				&& chosen.stream().noneMatch((person) -> person.getId().equals(viewer.personId()))) {
			throw Refusal.of("facilitators", "parcours.keepYourself");
		}
		ParcoursProfile profile = form.toProfile(chosen);
		Submission.requireRead(unusual(profile), form.accepted);
		Parcours made = this.creation.create(form.key, form.template, profile);
		if (this.seats.of(viewer, made.getSlug()).isEmpty()) {
			throw new NotFound();
		}
		return made;
	}

	/** A slip of the year, or a parcours written once it is over: both look the same. */
	private List<Warning> unusual(ParcoursProfile profile) {
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		if (profile.endsOn().isBefore(today)) {
			return List.of(Warning.of("parcours.warning.over", this.french.date(profile.endsOn())));
		}
		return profile.startsOn().isBefore(today)
				? List.of(Warning.of("parcours.warning.begun", this.french.date(profile.startsOn()))) : List.of();
	}

	private List<Person> chosen(ParcoursForm form) {
		Set<UUID> wanted = Set.copyOf(form.facilitators);
		List<Person> chosen = this.people.whoMayFacilitate()
			.stream()
			.filter((person) -> wanted.contains(person.getId()))
			.toList();
		if (chosen.size() != wanted.size()) {
			throw Refusal.of("facilitators", "parcours.facilitator.notOffered");
		}
		return chosen;
	}

	private String page(ParcoursForm form, Model model) {
		model.addAttribute("offers",
				this.outlines.offers()
					.stream()
					.map((offer) -> new Option(offer.code(), offer.title(), offer.description()))
					.toList());
		List<Person> mayFacilitate = this.people.whoMayFacilitate();
		Map<UUID, String> who = this.introductions.of(mayFacilitate);
		model.addAttribute("people",
				mayFacilitate.stream()
					.map((person) -> new Option(person.getId().toString(), String.valueOf(who.get(person.getId()))))
					.toList());
		this.stones.show(form, model);
		return "parcours/new";
	}

}
