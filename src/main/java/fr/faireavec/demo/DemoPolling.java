package fr.faireavec.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.polls.AskedDay;
import fr.faireavec.polls.Askee;
import fr.faireavec.polls.PollAnswering;
import fr.faireavec.polls.PollOpening;
import fr.faireavec.polls.PollReading;
import fr.faireavec.polls.PollSheet;
import fr.faireavec.polls.PollTerms;
import fr.faireavec.sequences.Say;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;

import org.springframework.stereotype.Component;

/** A poll as a cohort answers it: most can, some cannot, two say nothing. */
@Component
class DemoPolling {

	private static final AskedDay.Hours HOURS = new AskedDay.Hours(LocalTime.of(9, 30), LocalTime.of(12, 30),
			LocalTime.of(13, 30), LocalTime.of(16, 30));

	private static final List<String> SILENT = List.of("Paul Tison", "Luc Fontaine");

	/** The one who says a word. */
	private static final int TALKS = 5;

	private final People people;

	private final PollOpening opening;

	private final PollAnswering answering;

	private final PollReading reading;

	private final Scheduling scheduling;

	private final CollectiveSessions sessions;

	DemoPolling(People people, PollOpening opening, PollAnswering answering, PollReading reading, Scheduling scheduling,
			CollectiveSessions sessions) {
		this.people = people;
		this.opening = opening;
		this.answering = answering;
		this.reading = reading;
		this.scheduling = scheduling;
		this.sessions = sessions;
	}

	/** A date far away is kept free. */
	void reserve(Parcours parcours, int rank, LocalDate day, String venue, String commune) {
		int version = this.sessions.ranked(parcours.getId(), rank).orElseThrow().getVersion();
		this.scheduling.reserve(parcours.getId(), rank, version, asked(rank, venue, commune, List.of(day)).on(day));
	}

	/** Asks for these days, the dates by rank. */
	void open(Parcours parcours, Person by, LocalDate closesOn, String message, String venue, String commune,
			Map<Integer, List<LocalDate>> dates) {
		List<AskedDay> days = dates.entrySet()
			.stream()
			.map((day) -> asked(day.getKey(), venue, commune, day.getValue()))
			.toList();
		PollTerms terms = new PollTerms(closesOn, PollTerms.FEWEST_WEEKS, PollTerms.MOST_WEEKS, message, false);
		Impersonation.as(by, () -> this.opening.open(Ids.next(), parcours.getId(), terms, days));
	}

	/** Everybody answers but two; the second date of each day suits fewer. */
	void answer(Parcours parcours) {
		PollSheet poll = this.reading.aliveIn(parcours.getId()).orElseThrow();
		int person = 0;
		for (Askee askee : poll.askees()) {
			person++;
			if (!SILENT.contains(askee.name())) {
				Map<UUID, Say> said = said(poll, askee, person);
				String comment = (person == TALKS) ? "Le mardi, je termine à 16 h." : "";
				Runnable answer = () -> this.answering.answer(poll.id(), askee.id(), said, comment, Set.of());
				if (askee.isGuest()) {
					answer.run();
				}
				else {
					Impersonation.as(this.people.getReferenceById(askee.id()), answer);
				}
			}
		}
	}

	private static Map<UUID, Say> said(PollSheet poll, Askee askee, int person) {
		Map<UUID, Say> said = new LinkedHashMap<>();
		for (PollSheet.AskedOn day : poll.days()) {
			int place = 0;
			for (PollSheet.Dated option : day.options()) {
				int drawn = (person * 7 + day.rank() * 5 + place * 11) % 10;
				boolean suits = place == (day.rank() % 2);
				said.put(option.id(), suits ? ((drawn == 3) ? Say.IF_NEEDED : Say.YES)
						: (drawn < 3) ? Say.NO : (drawn == 4) ? Say.IF_NEEDED : Say.YES);
				place++;
			}
		}
		return askee.kind() == Askee.Kind.FACILITATOR ? all(said) : said;
	}

	private static Map<UUID, Say> all(Map<UUID, Say> said) {
		Map<UUID, Say> all = new LinkedHashMap<>();
		said.keySet().forEach((option) -> all.put(option, Say.YES));
		return all;
	}

	private static AskedDay asked(int rank, String venue, String commune, List<LocalDate> dates) {
		return new AskedDay(rank, HOURS, new AskedDay.Place(Mode.PRESENTIEL, venue, commune, ""), dates);
	}

}
