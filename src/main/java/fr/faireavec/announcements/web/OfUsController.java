package fr.faireavec.announcements.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.announcements.Announcement;
import fr.faireavec.announcements.Announcements;
import fr.faireavec.announcements.Announcing;
import fr.faireavec.announcements.ToldOfUs;
import fr.faireavec.announcements.Withheld;
import fr.faireavec.announcements.WordsTold;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.FrenchFormat;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A pilot or copilot reads what the bilan to come will say of their structure, and takes
 * back what it does not want told.
 */
@Controller
@RequestMapping("/parcours/{slug}/bilan/de-nous")
class OfUsController {

	private final Announcements announcements;

	private final Announcing announcing;

	private final WordsTold told;

	private final FrenchFormat french;

	OfUsController(Announcements announcements, Announcing announcing, WordsTold told, FrenchFormat french) {
		this.announcements = announcements;
		this.announcing = announcing;
		this.told = told;
		this.french = french;
	}

	@GetMapping
	String read(Seat.Piloting seat, Model model) {
		UUID parcours = seat.parcours().getId();
		Optional<Announcement> announced = this.announcements.underWay(parcours);
		List<Withheld> withheld = announced.isPresent() ? this.announcements.withheld(parcours) : List.of();
		model.addAttribute("due",
				announced.map((one) -> this.french.fullDay(one.due().atZone(Zones.PARIS))).orElse(null));
		model
			.addAttribute("ours",
					announced.map((one) -> this.told.of(parcours, one.from(), one.to())
						.stream()
						.filter((ours) -> seat.pilots(ours.enrolmentId()))
						.map((ours) -> OurView.of(ours, withheld))
						.toList()).orElse(List.of()));
		return "announcements/of-us";
	}

	@PostMapping("/retrait")
	String takeBack(Seat.Piloting seat, @Valid @ModelAttribute("form") OfUsForm form, BindingResult errors,
			RedirectAttributes redirect) {
		this.announcing.takeBack(seat.parcours().getId(), own(seat, form, errors), form.action);
		redirect.addFlashAttribute("flash", Flash.done("announcements.takenBack"));
		return back(seat, redirect);
	}

	@PostMapping("/retour")
	String giveBack(Seat.Piloting seat, @Valid @ModelAttribute("form") OfUsForm form, BindingResult errors,
			RedirectAttributes redirect) {
		this.announcing.giveBack(seat.parcours().getId(), own(seat, form, errors), form.action);
		redirect.addFlashAttribute("flash", Flash.done("announcements.givenBack"));
		return back(seat, redirect);
	}

	private static UUID own(Seat.Piloting seat, OfUsForm form, BindingResult errors) {
		UUID enrolment = form.enrolment;
		if (errors.hasErrors() || enrolment == null) {
			throw new Refusal("announcements.noStructure");
		}
		if (!seat.pilots(enrolment)) {
			throw new NotFound();
		}
		return enrolment;
	}

	private static String back(Seat.Piloting seat, RedirectAttributes redirect) {
		redirect.addAttribute("slug", seat.parcours().getSlug());
		return "redirect:/parcours/{slug}/bilan/de-nous";
	}

	/** What is said of one structure, and what of it was taken back. */
	record OurView(String enrolment, String structure, List<Action> actions, List<String> lines, boolean unnamed) {

		static OurView of(ToldOfUs ours, List<Withheld> withheld) {
			return new OurView(ours.enrolmentId().toString(), ours.structure(),
					ours.actions()
						.stream()
						.map((action) -> new Action(action.id().toString(), action.title(), action.learning(),
								isWithheld(ours, action.id(), withheld)))
						.toList(),
					ours.lines(), isWithheld(ours, null, withheld));
		}

		private static boolean isWithheld(ToldOfUs ours, @Nullable UUID action, List<Withheld> withheld) {
			return withheld.stream()
				.anyMatch((one) -> one.enrolmentId().equals(ours.enrolmentId())
						&& Objects.equals(one.actionId(), action));
		}

	}

	/** An action, the words it is told by, and whether it was taken back. */
	record Action(String id, String title, String learning, boolean withheld) {
	}

}
