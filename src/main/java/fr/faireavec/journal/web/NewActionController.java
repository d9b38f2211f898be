package fr.faireavec.journal.web;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.journal.ActionChoices;
import fr.faireavec.journal.ActionDrafts;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.ActionVocabulary;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursStatus;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import fr.faireavec.web.TypedForms;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes an action in under a minute, from a phone. */
@Controller
class NewActionController {

	private static final String PAGE = "/parcours/{slug}/journal/nouvelle-action";

	private final ActionLogging logging;

	private final Enrolments enrolments;

	private final ActionVocabulary vocabulary;

	private final IndividualMeetings meetings;

	private final JournalChoices options;

	private final ActionDrafts drafts;

	private final TypedForms typedForms;

	private final Clock clock;

	NewActionController(ActionLogging logging, Enrolments enrolments, ActionVocabulary vocabulary,
			IndividualMeetings meetings, JournalChoices options, ActionDrafts drafts, TypedForms typedForms,
			Clock clock) {
		this.logging = logging;
		this.enrolments = enrolments;
		this.vocabulary = vocabulary;
		this.meetings = meetings;
		this.options = options;
		this.drafts = drafts;
		this.typedForms = typedForms;
		this.clock = clock;
	}

	/**
	 * May come filled in: « d’ici au jour 5 », decided in a meeting, for one structure,
	 * or as it was left.
	 */
	@GetMapping(PAGE)
	String blank(@RequestParam(name = "seance", required = false) @Nullable Integer session,
			@RequestParam(name = "rendezvous", required = false) @Nullable UUID meeting,
			@RequestParam(name = "structure", required = false) @Nullable UUID structure,
			@RequestParam(name = "brouillon", required = false) @Nullable UUID draft, Seat seat, Model model) {
		List<Enrolment> writers = writers(seat);
		NewActionForm form = new NewActionForm();
		if (seat.parcours().getStatus() == ParcoursStatus.CLOSED) {
			form.state = ActionState.DONE;
		}
		form.session = session;
		form.structure = structure;
		if (meeting != null) {
			this.meetings.in(seat.parcours().getId(), meeting)
				.map(IndividualMeeting::getEnrolment)
				.filter(writers::contains)
				.ifPresent((decides) -> {
					form.meeting = meeting;
					form.structure = decides.getId();
				});
		}
		if (draft == null) {
			model.addAttribute("form", form);
		}
		else {
			this.typedForms.show(form,
					this.drafts.typed(draft, seat.parcours().getId(), null).orElseThrow(NotFound::new), model);
		}
		return page(seat, writers, draft, model);
	}

	@PostMapping(PAGE)
	String log(@Valid @ModelAttribute("form") NewActionForm form, BindingResult errors,
			@RequestParam(name = "puis", defaultValue = "") String next,
			@RequestParam(name = "brouillon", required = false) @Nullable UUID draft, Seat seat, Model model,
			RedirectAttributes redirect) {
		List<Enrolment> writers = writers(seat);
		Enrolment enrolment = chosen(seat, form, writers);
		if (enrolment == null) {
			errors.rejectValue("structure", "journal.structure.needed");
		}
		Optional<LoggedAction> made = Submission.of(errors, () -> this.logging.log(form.key, seat.parcours().getId(),
				Objects.requireNonNull(enrolment).getId(), form.toDraft()));
		if (made.isEmpty()) {
			return page(seat, writers, draft, model);
		}
		this.drafts.noted(draft);
		redirect.addFlashAttribute("flash",
				Flash.done(form.isDone() ? "journal.logged.done" : "journal.logged", made.get().getTitle()));
		String page = "redirect:/parcours/" + seat.parcours().getSlug() + "/journal/" + made.get().getId();
		if (form.isDone()) {
			return OutcomeController.pageFor(ActionState.DONE, page);
		}
		return page + switch (next) {
			case "completer" -> "/modifier";
			case "photo" -> "/pieces";
			default -> "";
		};
	}

	private static @Nullable Enrolment chosen(Seat seat, NewActionForm form, List<Enrolment> writers) {
		return (seat instanceof Seat.Piloting && writers.size() == 1) ? writers.getFirst()
				: writers.stream()
					.filter((enrolment) -> enrolment.getId().equals(form.structure))
					.findFirst()
					.orElse(null);
	}

	/** The structures this seat may write for. */
	private List<Enrolment> writers(Seat seat) {
		Parcours parcours = seat.parcours();
		Stream<Enrolment> open = switch (seat) {
			case Seat.Running running -> this.enrolments.ofParcours(parcours.getId()).stream();
			case Seat.Piloting piloting ->
				piloting.enrolmentIds().stream().flatMap((mine) -> this.enrolments.in(parcours.getId(), mine).stream());
			case Seat.Funding funding -> throw new NotFound();
		};
		return open.filter((enrolment) -> LoggedAction.isWritable(parcours, enrolment, parcours.today(this.clock)))
			.toList();
	}

	private String page(Seat seat, List<Enrolment> writers, @Nullable UUID draft, Model model) {
		ActionChoices choices = this.vocabulary.of(seat.parcours().getId());
		boolean own = seat instanceof Seat.Piloting;
		boolean alone = own && writers.size() == 1;
		model.addAttribute("draft", draft);
		model.addAttribute("begun",
				this.drafts.begun(seat.parcours().getId())
					.stream()
					.filter((begun) -> begun.actionId() == null && !begun.id().equals(draft))
					.toList());
		model.addAttribute("own", own);
		model.addAttribute("structures", alone ? null : this.options.structures(writers));
		model.addAttribute("structure", alone ? writers.getFirst().getStructure().getName() : null);
		model.addAttribute("writable", !writers.isEmpty());
		model.addAttribute("states", this.options.states(noted(seat.parcours().getStatus())));
		model.addAttribute("sessions", this.options.sessions(choices));
		model.addAttribute("themes", this.options.entries(choices, Taxonomy.THEME));
		return "journal/new";
	}

	private static Stream<ActionState> noted(ParcoursStatus status) {
		Stream<ActionState> tried = Stream.of(ActionState.ONGOING, ActionState.DONE);
		return (status == ParcoursStatus.CLOSED) ? tried
				: Stream.concat(Stream.of(ActionState.IDEA, ActionState.PLANNED), tried);
	}

}
