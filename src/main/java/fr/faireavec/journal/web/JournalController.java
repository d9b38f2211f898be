package fr.faireavec.journal.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.journal.ActionDrafts;
import fr.faireavec.journal.ActionFilter;
import fr.faireavec.journal.ActionRows;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.ActionVocabulary;
import fr.faireavec.journal.JournalHead;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.PilotedStructure;
import fr.faireavec.parcours.Seat;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal of a parcours, as the animation reads it and as a pilot does. */
@Controller
class JournalController {

	private static final int PAGE = 20;

	private static final int OWN = 10;

	private static final int GLIMPSE = 6;

	private final ActionRows rows;

	private final Enrolments enrolments;

	private final ActionVocabulary vocabulary;

	private final JournalChoices options;

	private final ActionDrafts drafts;

	private final List<JournalHead> heads;

	private final Clock clock;

	JournalController(ActionRows rows, Enrolments enrolments, ActionVocabulary vocabulary, JournalChoices options,
			ActionDrafts drafts, List<JournalHead> heads, Clock clock) {
		this.rows = rows;
		this.enrolments = enrolments;
		this.vocabulary = vocabulary;
		this.options = options;
		this.drafts = drafts;
		this.heads = heads;
		this.clock = clock;
	}

	@GetMapping("/parcours/{slug}/journal")
	String list(@ModelAttribute("filter") FilterForm filter, BindingResult unreadable,
			@RequestParam(name = "page", defaultValue = "1") int number,
			@RequestParam(name = "vue", defaultValue = "") String view, Seat seat, Model model) {
		return switch (seat) {
			case Seat.Running running -> all(running, filter, number, model);
			case Seat.Piloting piloting when "partages".equals(view) -> shared(piloting, number, model);
			case Seat.Piloting piloting -> own(piloting, filter.structure, number, model);
			case Seat.Funding funding -> throw new NotFound();
		};
	}

	private String all(Seat.Running seat, FilterForm filter, int number, Model model) {
		head(seat, model);
		UUID parcoursId = seat.parcours().getId();
		model.addAttribute("actions", this.rows.page(parcoursId, filter.toFilter(), number, PAGE));
		model.addAttribute("begun", this.drafts.begun(parcoursId));
		model.addAttribute("filtered", !filter.toFilter().isAny());
		model.addAttribute("structures", this.options.structures(this.enrolments.ofParcours(parcoursId)));
		model.addAttribute("states", this.options.states(Stream.of(ActionState.values())));
		model.addAttribute("themes", this.options.options(this.vocabulary.themes(parcoursId)));
		model.addAttribute("writable", seat.parcours().getStatus().keepsItsPeople());
		return "journal/all";
	}

	/** Whoever stands for several structures reads all their journals, or one. */
	private String own(Seat.Piloting seat, @Nullable UUID chosen, int number, Model model) {
		head(seat, model);
		UUID parcoursId = seat.parcours().getId();
		List<PilotedStructure> read = seat.structures()
			.stream()
			.filter((structure) -> chosen == null || !seat.pilots(chosen) || structure.enrolmentId().equals(chosen))
			.toList();
		ActionFilter ours = new ActionFilter(read.stream().map(PilotedStructure::enrolmentId).toList(), null, null);
		model.addAttribute("begun", this.drafts.begun(parcoursId));
		model.addAttribute("structures", seat.structures());
		model.addAttribute("read", read);
		model.addAttribute("writable",
				read.stream().anyMatch((structure) -> isWritable(seat, structure.enrolmentId())));
		model.addAttribute("actions", this.rows.page(parcoursId, ours, number, OWN));
		model.addAttribute("shared", this.rows.sharedWith(parcoursId, seat.enrolmentIds(), 1, GLIMPSE));
		return "journal/own";
	}

	private void head(Seat seat, Model model) {
		model.addAttribute("heads", this.heads.stream().flatMap((head) -> head.of(seat).stream()).toList());
	}

	private boolean isWritable(Seat.Piloting seat, UUID enrolmentId) {
		Parcours parcours = seat.parcours();
		return this.enrolments.in(parcours.getId(), enrolmentId)
			.filter((enrolment) -> LoggedAction.isWritable(parcours, enrolment, parcours.today(this.clock)))
			.isPresent();
	}

	private String shared(Seat.Piloting seat, int number, Model model) {
		model.addAttribute("shared", this.rows.sharedWith(seat.parcours().getId(), seat.enrolmentIds(), number, PAGE));
		return "journal/others";
	}

}
