package fr.faireavec.privacy.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.Zones;
import fr.faireavec.privacy.ErasureNotices;
import fr.faireavec.privacy.Erasing;
import fr.faireavec.privacy.ErasureRequest;
import fr.faireavec.privacy.ErasureRequests;
import fr.faireavec.privacy.NameErasing;
import fr.faireavec.privacy.PersonSearch;
import fr.faireavec.privacy.PersonalFile;
import fr.faireavec.privacy.RetentionRuns;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administration answers requests, its own people's and those that come by post. */
@Controller
class DataRequestsController {

	private static final String HOME = "redirect:/administration/donnees";

	private static final Limit SETTLED = Limit.of(20);

	private static final int NEAR = 7;

	private final ErasureRequests requests;

	private final Erasing erasing;

	private final NameErasing names;

	private final PersonSearch people;

	private final PersonalFile file;

	private final PersonalFiles files;

	private final RetentionRuns runs;

	private final ErasureNotices notices;

	private final Clock clock;

	DataRequestsController(ErasureRequests requests, Erasing erasing, NameErasing names, PersonSearch people,
			PersonalFile file, PersonalFiles files, RetentionRuns runs, ErasureNotices notices, Clock clock) {
		this.requests = requests;
		this.erasing = erasing;
		this.names = names;
		this.people = people;
		this.file = file;
		this.files = files;
		this.runs = runs;
		this.notices = notices;
		this.clock = clock;
	}

	@GetMapping("/administration/donnees")
	String all(Viewer viewer, @RequestParam(defaultValue = "") String q, Model model) {
		model.addAttribute("waiting",
				this.requests.open().stream().map((request) -> Waiting.of(request, today())).toList());
		model.addAttribute("settled", this.requests.settled(SETTLED));
		model.addAttribute("q", q);
		model.addAttribute("people", this.people.find(q));
		model.addAttribute("names", this.names.find(q));
		model.addAttribute("runs", this.runs.latest());
		model.addAttribute("notices", this.notices.all());
		model.addAttribute("holds", this.notices.holds());
		return "privacy/requests";
	}

	@GetMapping("/administration/donnees/{personId}")
	String one(Viewer viewer, @PathVariable UUID personId, Model model) {
		model.addAttribute("form", new RefusalForm());
		return page(personId, model);
	}

	/** Taking somebody's file out is noted: hence a POST. */
	@PostMapping("/administration/donnees/{personId}/fichier.json")
	ResponseEntity<byte[]> json(Viewer viewer, @PathVariable UUID personId) {
		this.erasing.handedOver(personId);
		return this.files.json(personId);
	}

	@PostMapping("/administration/donnees/{personId}/fichier.csv")
	ResponseEntity<byte[]> csv(Viewer viewer, @PathVariable UUID personId) {
		this.erasing.handedOver(personId);
		return this.files.csv(personId);
	}

	/** A request that came by post, by telephone, in person. */
	@PostMapping("/administration/donnees/{personId}/demande")
	String ask(Viewer viewer, @PathVariable UUID personId, RedirectAttributes redirect) {
		this.erasing.ask(personId);
		redirect.addFlashAttribute("flash", Flash.done("privacy.person.noted"));
		return HOME + "/" + personId;
	}

	@PostMapping("/administration/donnees/{personId}/refus")
	String refuse(Viewer viewer, @PathVariable UUID personId, @Valid @ModelAttribute("form") RefusalForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.erasing.refuse(personId, form.reason))) {
			return page(personId, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("privacy.person.refused"));
		return HOME;
	}

	private String page(UUID personId, Model model) {
		model.addAttribute("person", this.people.get(personId));
		model.addAttribute("request",
				this.requests.openOf(personId).map((request) -> Waiting.of(request, today())).orElse(null));
		model.addAttribute("prospect", this.file.prospect(personId));
		return "privacy/person";
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Zones.PARIS);
	}

	/** A request without its answer: whose, since when, until when, how pressing. */
	public record Waiting(UUID personId, String name, java.time.Instant askedAt, LocalDate dueOn, String pressing) {

		static Waiting of(ErasureRequest request, LocalDate today) {
			LocalDate due = request.getDueOn();
			String pressing = due.isBefore(today) ? "late" : due.isAfter(today.plusDays(NEAR)) ? "far" : "near";
			return new Waiting(request.getPerson().getId(), request.getPerson().getName(), request.getAskedAt(), due,
					pressing);
		}

		public String style() {
			return switch (this.pressing) {
				case "late" -> "coral";
				case "near" -> "sun";
				default -> "";
			};
		}

	}

}
