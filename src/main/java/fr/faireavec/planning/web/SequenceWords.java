package fr.faireavec.planning.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.polls.PollSheet;
import fr.faireavec.sequences.Breach;
import fr.faireavec.sequences.Candidate;
import fr.faireavec.sequences.DayReading;
import fr.faireavec.sequences.Loosening;
import fr.faireavec.sequences.Outcome;
import fr.faireavec.sequences.Say;
import fr.faireavec.sequences.Scored;
import fr.faireavec.web.FrenchFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says why a sequence is what it is, in words: what it gives, what it costs. */
@Component
class SequenceWords {

	private static final int NOTES = 5;

	private static final double WEEK = 7.0;

	private final FrenchFormat french;

	private final MessageSource messages;

	SequenceWords(FrenchFormat french, MessageSource messages) {
		this.french = french;
		this.messages = messages;
	}

	SequenceView sequence(PollSheet poll, Scored shown, @Nullable Scored best, Map<UUID, String> structures,
			LocalDate farAfter) {
		List<DayReading> days = asked(poll, shown);
		boolean first = best != null && best.chosen().equals(shown.chosen());
		int count = days.size();
		Map<UUID, Integer> served = served(days, structures);
		int worst = served.values().stream().min(Integer::compare).orElse(0);
		String title = say(first ? "best" : "yours", (worst == count) ? say("all", count) : say("least", worst, count));
		List<SequenceView.Card> cards = new ArrayList<>();
		for (DayReading day : days) {
			LocalDate date = day.candidate().start().toLocalDate();
			cards.add(new SequenceView.Card(day.rank(), title(poll, day.rank()), day.candidate().id(), date,
					say("coverage", day.represented().size(), day.structures()), people(poll, day),
					day.missing().isEmpty() ? null : say("missing", names(day.missing(), structures)),
					cards.isEmpty() || date.isBefore(farAfter)));
		}
		return new SequenceView(first, title, cards, breaches(shown.breaches()), notes(poll, shown, days, structures),
				worst(served, worst, count, structures));
	}

	/** What another sequence would change. */
	AlternativeView alternative(PollSheet poll, Scored other, Scored shown, Map<UUID, String> structures,
			boolean fullDaysFirst) {
		return view(say(fullDaysFirst ? "other.full" : "other.next"), poll, other, shown, structures);
	}

	/** The best one, beside one that was chosen by hand. */
	AlternativeView best(PollSheet poll, Scored best, Scored shown, Map<UUID, String> structures) {
		return view(say("other.best"), poll, best, shown, structures);
	}

	private AlternativeView view(String title, PollSheet poll, Scored other, Scored shown,
			Map<UUID, String> structures) {
		List<DayReading> theirs = asked(poll, other);
		List<DayReading> ours = asked(poll, shown);
		List<AlternativeView.Date> dates = new ArrayList<>();
		for (int i = 0; i < theirs.size(); i++) {
			dates.add(new AlternativeView.Date(this.french.shortDay(theirs.get(i).candidate().start()),
					!theirs.get(i).candidate().equals(ours.get(i).candidate())));
		}
		return new AlternativeView(title, dates, cost(theirs, ours, structures),
				theirs.stream().map((day) -> day.candidate().id()).toList());
	}

	private String cost(List<DayReading> theirs, List<DayReading> ours, Map<UUID, String> structures) {
		List<String> parts = new ArrayList<>();
		int people = sum(theirs, DayReading::yes) - sum(ours, DayReading::yes);
		if (people != 0) {
			parts.add(this.french.count(Math.abs(people),
					(people > 0) ? "planning.sequence.more" : "planning.sequence.fewer"));
		}
		for (int i = 0; i < theirs.size(); i++) {
			List<UUID> lost = new ArrayList<>(ours.get(i).represented());
			lost.removeAll(theirs.get(i).represented());
			List<UUID> gained = new ArrayList<>(theirs.get(i).represented());
			gained.removeAll(ours.get(i).represented());
			if (!lost.isEmpty()) {
				parts.add(say("lost", names(lost, structures), theirs.get(i).rank()));
			}
			if (!gained.isEmpty()) {
				parts.add(say("gained", names(gained, structures), theirs.get(i).rank()));
			}
		}
		return parts.isEmpty() ? say("same") : sentence(String.join(", ", parts));
	}

	/** What to loosen when nothing is possible, each in a sentence. */
	List<String> loosenings(PollSheet poll, Outcome outcome) {
		if (outcome.best().isPresent()) {
			return List.of();
		}
		List<String> said = new ArrayList<>();
		for (Loosening loosening : outcome.loosenings()) {
			said.add(say("loosen", String.join(" ; ", breaches(loosening.places()))));
		}
		if (!outcome.together().isEmpty()) {
			said.add(say("together", String.join(" ; ", breaches(outcome.together()))));
		}
		return said.isEmpty() ? List.of(say("nothing")) : said;
	}

	/** Each rule that is broken, in a sentence. */
	List<String> breaches(List<Breach> breaches) {
		return breaches.stream()
			.map((breach) -> say("breach." + breach.constraint(), breach.rank(), breach.previousRank(),
					Math.abs(breach.days())))
			.toList();
	}

	private List<String> notes(PollSheet poll, Scored shown, List<DayReading> days, Map<UUID, String> structures) {
		List<String> notes = new ArrayList<>();
		List<String> excluded = new ArrayList<>();
		for (DayReading day : days) {
			for (DayReading.Alternative other : day.alternatives()) {
				String date = this.french.day(other.candidate().start());
				if (!other.obstacles().isEmpty()) {
					excluded.add(say("impossible", date, say("obstacle." + other.obstacles().getFirst())));
				}
				else if (!other.excluded().isEmpty()) {
					excluded.add(say("excluded", date, names(other.excluded(), structures)));
				}
			}
		}
		if (!excluded.isEmpty()) {
			notes.add(sentence(excluded.stream().limit(NOTES).collect(Collectors.joining(" ; "))));
		}
		List<String> gaps = gaps(poll, shown.chosen());
		if (!gaps.isEmpty()) {
			notes.add(say("gaps", and(gaps)));
		}
		return notes;
	}

	/** In weeks, between one day and the next, where one of them at least is chosen. */
	private List<String> gaps(PollSheet poll, List<Candidate> chosen) {
		List<String> gaps = new ArrayList<>();
		for (int i = 1; i < chosen.size(); i++) {
			if (poll.option(chosen.get(i).id()).isPresent() || poll.option(chosen.get(i - 1).id()).isPresent()) {
				long days = ChronoUnit.DAYS.between(chosen.get(i - 1).start().toLocalDate(),
						chosen.get(i).start().toLocalDate());
				gaps.add(this.french.number(Math.round(days / WEEK)));
			}
		}
		return gaps;
	}

	private String worst(Map<UUID, Integer> served, int worst, int count, Map<UUID, String> structures) {
		List<String> names = served.entrySet()
			.stream()
			.filter((one) -> one.getValue() == worst)
			.map((one) -> Objects.requireNonNull(structures.get(one.getKey())))
			.sorted()
			.toList();
		if (names.isEmpty()) {
			return "";
		}
		if (worst == count) {
			return say("worst.none");
		}
		return (names.size() == 1) ? say("worst", names.getFirst(), worst, count) : say("worst.several", worst, count);
	}

	private static Map<UUID, Integer> served(List<DayReading> days, Map<UUID, String> structures) {
		Map<UUID, Integer> served = new HashMap<>();
		structures.keySet().forEach((structure) -> served.put(structure, 0));
		days.forEach((day) -> day.represented().forEach((structure) -> served.merge(structure, 1, Integer::sum)));
		return served;
	}

	private String people(PollSheet poll, DayReading day) {
		String yes = this.french.count(day.yes(), "planning.sequence.people");
		long ifNeeded = poll.participants()
			.stream()
			.filter((askee) -> poll.answers()
				.getOrDefault(day.candidate().id(), Map.of())
				.get(askee.id()) == Say.IF_NEEDED)
			.count();
		return (ifNeeded > 0) ? say("ifNeeded", yes, ifNeeded) : yes;
	}

	private static List<DayReading> asked(PollSheet poll, Scored scored) {
		return scored.days().stream().filter((day) -> poll.option(day.candidate().id()).isPresent()).toList();
	}

	private static String title(PollSheet poll, int rank) {
		return poll.days()
			.stream()
			.filter((day) -> day.rank() == rank)
			.map(PollSheet.AskedOn::title)
			.findFirst()
			.orElse("");
	}

	private static int sum(List<DayReading> days, Function<DayReading, Integer> what) {
		return days.stream().mapToInt(what::apply).sum();
	}

	private String names(List<UUID> structures, Map<UUID, String> names) {
		return and(structures.stream().map((id) -> Objects.requireNonNull(names.get(id))).sorted().toList());
	}

	private String and(List<String> parts) {
		return (parts.size() < 2) ? String.join("", parts)
				: say("and", String.join(", ", parts.subList(0, parts.size() - 1)), parts.getLast());
	}

	private static String sentence(String words) {
		return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1) + ".";
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("planning.sequence." + key, words, Locale.FRENCH);
	}

}
