package fr.faireavec.planning.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.parcours.Seat;
import fr.faireavec.polls.PollReading;
import fr.faireavec.polls.PollSequences;
import fr.faireavec.polls.PollSheet;
import fr.faireavec.sequences.Outcome;
import fr.faireavec.sequences.Scored;
import fr.faireavec.sequences.SequenceProblem;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.ProgrammeDating;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Prepares the page where a parcours is dated: its poll if one is open, or the table. */
@Component
class PlanningPages {

	/** What somebody is close enough to be told of as certain. */
	private static final int FIRM_WEEKS = 10;

	private final PollReading reading;

	private final PollSequences sequences;

	private final ProgrammeDating dating;

	private final SequenceWords words;

	private final PollGrids grids;

	private final Clock clock;

	PlanningPages(PollReading reading, PollSequences sequences, ProgrammeDating dating, SequenceWords words,
			PollGrids grids, Clock clock) {
		this.reading = reading;
		this.sequences = sequences;
		this.dating = dating;
		this.words = words;
		this.grids = grids;
		this.clock = clock;
	}

	static String href(Seat seat) {
		return "/parcours/" + seat.parcours().getSlug() + "/planification";
	}

	List<CollectiveSession> days(Seat seat) {
		return this.dating.days(seat.parcours().getId());
	}

	LocalDate today(Seat seat) {
		return seat.parcours().today(this.clock);
	}

	Optional<PollSheet> poll(Seat seat) {
		return this.reading.aliveIn(seat.parcours().getId());
	}

	/** One row a day, with what was typed if something was. */
	String table(Seat seat, @Nullable DatesForm typed, Model model) {
		List<CollectiveSession> days = days(seat);
		if (typed == null) {
			model.addAttribute("form", DatesForm.of(days));
		}
		else {
			// Whoever sends again has read what the day is by now.
			days.forEach((day) -> typed.version.put(String.valueOf(day.getRank()), day.getVersion()));
		}
		model.addAttribute("days", days.stream().map(DateRow::of).toList());
		model.addAttribute("open", seat.parcours().getStatus().isOpenToWork());
		model.addAttribute("asking", this.reading.isAliveIn(seat.parcours().getId()));
		return "planning/dates";
	}

	/**
	 * The poll: what was answered, the best sequence, or the one that is chosen instead.
	 * @param chosen an option by rank; none for the best
	 */
	String poll(Seat seat, PollSheet poll, Map<Integer, UUID> chosen, Model model) {
		LocalDate today = today(seat);
		SequenceProblem problem = this.sequences.problem(poll);
		Outcome outcome = this.sequences.best(problem);
		Map<UUID, String> structures = this.sequences.structures(poll);
		Scored shown = chosen.isEmpty() ? outcome.best().orElse(null)
				: this.sequences.price(problem, whole(poll, chosen, outcome));
		SequenceView sequence = (shown != null)
				? this.words.sequence(poll, shown, outcome.best().orElse(null), structures, today.plusWeeks(FIRM_WEEKS))
				: null;
		List<AlternativeView> others = new ArrayList<>();
		if (shown != null) {
			outcome.otherOrder()
				.filter((other) -> !other.chosen().equals(shown.chosen()))
				.ifPresent((other) -> others.add(this.words.alternative(poll, other, shown, structures, true)));
			outcome.next()
				.filter((next) -> !next.chosen().equals(shown.chosen()))
				.ifPresent((next) -> others.add(this.words.alternative(poll, next, shown, structures, false)));
			outcome.best()
				.filter((best) -> !best.chosen().equals(shown.chosen()))
				.ifPresent((best) -> others.addFirst(this.words.best(poll, best, shown, structures)));
		}
		model.addAttribute("page",
				new PlanningPage(href(seat), poll, today, sequence, others, this.words.loosenings(poll, outcome),
						this.grids.grid(poll, shown, structures), this.grids.people(poll, href(seat))));
		if (!model.containsAttribute("form")) {
			DecisionForm form = new DecisionForm();
			form.version = poll.version();
			if (sequence != null) {
				sequence.cards().forEach((card) -> {
					form.choice.put(String.valueOf(card.rank()), card.optionId());
					if (card.near()) {
						form.firm.add(card.rank());
					}
				});
			}
			model.addAttribute("form", form);
		}
		return "planning/poll";
	}

	/** A day nobody chose for keeps what the best sequence says, or its first date. */
	private static Map<Integer, UUID> whole(PollSheet poll, Map<Integer, UUID> chosen, Outcome outcome) {
		Map<Integer, UUID> whole = new LinkedHashMap<>();
		for (PollSheet.AskedOn day : poll.days()) {
			UUID best = day.options()
				.stream()
				.map(PollSheet.Dated::id)
				.filter((id) -> outcome.best()
					.filter((one) -> one.chosen().stream().anyMatch((candidate) -> candidate.id().equals(id)))
					.isPresent())
				.findFirst()
				.orElse(day.options().getFirst().id());
			UUID wanted = chosen.get(day.rank());
			boolean there = day.options().stream().anyMatch((option) -> option.id().equals(wanted));
			whole.put(day.rank(), (there && wanted != null) ? wanted : best);
		}
		return whole;
	}

}
