package fr.faireavec.sequences;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import fr.faireavec.sequences.Proposal.Shortage;
import fr.faireavec.sequences.Proposal.Why;

/**
 * Proposes up to four dates for each day that has none. Days follow each other evenly,
 * half way between the closest and the furthest they may be, or closer where the window
 * or the dates around ask for it; each may then move within a range so narrow that
 * whatever is chosen in two consecutive ranges respects the spacing. Dates only, no
 * instants: neither the machine's zone nor a change of clocks has a say.
 */
public final class Proposals {

	/** As many as a poll asks about one day. */
	public static final int MOST = 4;

	private final Wish wish;

	private Proposals(Wish wish) {
		this.wish = wish;
	}

	/** One proposal for each day without a date, in the order of the days. */
	public static List<Proposal> of(Wish wish) {
		return new Proposals(wish).all();
	}

	private List<Proposal> all() {
		List<Proposal> proposals = new ArrayList<>();
		List<Wish.Place> run = new ArrayList<>();
		Optional<LocalDate> before = Optional.empty();
		for (Wish.Place place : this.wish.days()) {
			if (place.pinned().isEmpty()) {
				run.add(place);
				continue;
			}
			proposals.addAll(run(run, before, place.pinned()));
			run.clear();
			before = place.pinned();
		}
		proposals.addAll(run(run, before, Optional.empty()));
		return List.copyOf(proposals);
	}

	/** Consecutive days without a date, between those that have one. */
	private List<Proposal> run(List<Wish.Place> run, Optional<LocalDate> before, Optional<LocalDate> after) {
		List<Proposal> proposals = new ArrayList<>();
		if (run.isEmpty()) {
			return proposals;
		}
		// Too many for the window: the first ones have room, the others are said.
		int fitting = run.size();
		Pace pace = Pace.of(fitting, this.wish, before, after);
		while (!pace.fits() && fitting > 1) {
			fitting--;
			pace = Pace.of(fitting, this.wish, before, after);
		}
		List<LocalDate> previous = before.map(List::of).orElse(List.of());
		for (int i = 0; i < run.size(); i++) {
			if (i >= fitting || !pace.fits()) {
				proposals.add(new Proposal(run.get(i).rank(), List.of(),
						Optional.of(new Shortage(Why.NO_ROOM, this.wish.firstDay(), this.wish.lastDay(), Map.of()))));
				continue;
			}
			Proposal proposal = propose(run.get(i).rank(), pace.range(i), pace.room(i), previous);
			proposals.add(proposal);
			previous = proposal.dates().isEmpty() ? previous : proposal.dates();
		}
		return proposals;
	}

	private Proposal propose(int rank, Range range, Range room, List<LocalDate> previous) {
		Map<String, Integer> kept = new TreeMap<>();
		List<LocalDate> within = range.dates().filter((date) -> isFree(rank, date, kept)).toList();
		if (within.size() >= MOST) {
			return new Proposal(rank, spread(within), Optional.empty());
		}
		if (!within.isEmpty()) {
			return new Proposal(rank, within,
					Optional.of(new Shortage(Why.FEW_LEFT, range.from(), range.until(), kept)));
		}
		List<LocalDate> beside = beside(rank, range, room, previous);
		return new Proposal(rank, beside, Optional
			.of(new Shortage(beside.isEmpty() ? Why.FEW_LEFT : Why.BESIDE, range.from(), range.until(), kept)));
	}

	/** The free dates nearest to the range that some date of the day before allows. */
	private List<LocalDate> beside(int rank, Range range, Range room, List<LocalDate> previous) {
		LocalDate middle = range.from().plusDays(ChronoUnit.DAYS.between(range.from(), range.until()) / 2);
		return room.dates()
			.filter((date) -> isFree(rank, date, new TreeMap<>()))
			.filter((date) -> previous.isEmpty() || previous.stream().anyMatch((earlier) -> follows(earlier, date)))
			.sorted(Comparator.comparingLong((LocalDate date) -> Math.abs(ChronoUnit.DAYS.between(middle, date)))
				.thenComparing(Comparator.naturalOrder()))
			.limit(MOST)
			.sorted()
			.toList();
	}

	private boolean follows(LocalDate earlier, LocalDate later) {
		long days = ChronoUnit.DAYS.between(earlier, later);
		return days >= this.wish.spacing().fewestDays() && days <= this.wish.spacing().mostDays();
	}

	private boolean isFree(int rank, LocalDate date, Map<String, Integer> kept) {
		if (!this.wish.weekdays().contains(date.getDayOfWeek())) {
			return false;
		}
		Optional<String> by = this.wish.keptClear()
			.by(rank, date.atTime(this.wish.start()), date.atTime(this.wish.end()));
		by.ifPresent((reason) -> kept.merge(reason, 1, Integer::sum));
		return by.isEmpty();
	}

	/** Four of them, the first and the last among them, as evenly as can be. */
	private static List<LocalDate> spread(List<LocalDate> dates) {
		List<LocalDate> some = new ArrayList<>();
		for (int i = 0; i < MOST; i++) {
			some.add(dates.get(i * (dates.size() - 1) / (MOST - 1)));
		}
		return some;
	}

}
