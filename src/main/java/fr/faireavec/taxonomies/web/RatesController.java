package fr.faireavec.taxonomies.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Zones;
import fr.faireavec.taxonomies.HourlyRate;
import fr.faireavec.taxonomies.HourlyRates;
import fr.faireavec.taxonomies.PricedHours;
import fr.faireavec.taxonomies.RateKeeping;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hourly rates that price volunteers' hours. */
@Controller
class RatesController {

	private static final String HOME = "redirect:/administration/listes/taux";

	private final HourlyRates rates;

	private final RateKeeping keeping;

	private final PricedHours priced;

	private final Clock clock;

	RatesController(HourlyRates rates, RateKeeping keeping, PricedHours priced, Clock clock) {
		this.rates = rates;
		this.keeping = keeping;
		this.priced = priced;
		this.clock = clock;
	}

	@GetMapping("/administration/listes/taux")
	String list(Model model) {
		model.addAttribute("form", new RateForm());
		return page(model);
	}

	@PostMapping("/administration/listes/taux")
	String add(@Valid @ModelAttribute("form") RateForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.keeping.add(form.key, form.toTerms()))) {
			return page(model);
		}
		redirect.addFlashAttribute("flash", Flash.done("taxonomies.rate.added"));
		return HOME;
	}

	@GetMapping("/administration/listes/taux/{rateId}")
	String edit(@PathVariable UUID rateId, Model model) {
		model.addAttribute("form", RateForm.of(at(rateId)));
		return page(rateId, model);
	}

	@PostMapping("/administration/listes/taux/{rateId}")
	String correct(@PathVariable UUID rateId, @Valid @ModelAttribute("form") RateForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.keeping.correct(rateId, form.version, form.toTerms()),
				() -> RateForm.of(at(rateId)))) {
			return page(rateId, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("taxonomies.rate.corrected"));
		return HOME;
	}

	@PostMapping("/administration/listes/taux/{rateId}/retrait")
	String retire(@PathVariable UUID rateId, RedirectAttributes redirect) {
		this.keeping.retire(rateId);
		redirect.addFlashAttribute("flash",
				Flash.withUndo("taxonomies.rate.retired", "/administration/listes/taux/" + rateId + "/retablissement"));
		return HOME;
	}

	@PostMapping("/administration/listes/taux/{rateId}/retablissement")
	String restore(@PathVariable UUID rateId, RedirectAttributes redirect) {
		this.keeping.restore(rateId);
		redirect.addFlashAttribute("flash", Flash.done("taxonomies.rate.restored"));
		return HOME;
	}

	private HourlyRate at(UUID rateId) {
		return this.rates.findById(rateId).orElseThrow(NotFound::new);
	}

	private String page(UUID rateId, Model model) {
		HourlyRate rate = at(rateId);
		model.addAttribute("rate", rate);
		model.addAttribute("used", this.priced.usedRates().contains(rate.getId()));
		return "taxonomies/rate";
	}

	private String page(Model model) {
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		List<HourlyRate> all = this.rates.newestFirst();
		Set<UUID> used = this.priced.usedRates();
		UUID current = all.stream()
			.filter((rate) -> !rate.isRetired() && !rate.getTerms().validFrom().isAfter(today))
			.map(HourlyRate::getId)
			.findFirst()
			.orElse(null);
		model.addAttribute("rates",
				all.stream()
					.map((rate) -> new RateRow(rate, used.contains(rate.getId()), rate.getId().equals(current)))
					.toList());
		return "taxonomies/rates";
	}

	/** One rate, whether it priced something, and whether it prices today's actions. */
	public record RateRow(HourlyRate rate, boolean used, boolean current) {
	}

}
