package fr.faireavec.following.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.following.CohortJournal;
import fr.faireavec.following.CohortJournals;
import fr.faireavec.following.OwnWordRows;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.SessionRow;
import fr.faireavec.sessions.SessionRows;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.web.BarChart;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How a cohort's journal stands, for those who run the parcours. */
@Controller
class CohortJournalController {

	private final CohortJournals journals;

	private final OwnWordRows words;

	private final SessionRows sessions;

	private final MessageSource messages;

	private final FrenchFormat french;

	private final Clock clock;

	CohortJournalController(CohortJournals journals, OwnWordRows words, SessionRows sessions, MessageSource messages,
			FrenchFormat french, Clock clock) {
		this.journals = journals;
		this.words = words;
		this.sessions = sessions;
		this.messages = messages;
		this.french = french;
		this.clock = clock;
	}

	@GetMapping("/parcours/{slug}/journal/suivi")
	String show(Seat.Running seat, Model model) {
		UUID parcoursId = seat.parcours().getId();
		CohortJournal journal = this.journals.of(parcoursId);
		Optional<SessionRow> next = next(parcoursId);
		model.addAttribute("silent", journal.silent());
		model.addAttribute("next", next.orElse(null));
		model.addAttribute("announced", next.map((day) -> this.journals.announcedFor(day.id())).orElse(List.of()));
		model.addAttribute("charts",
				Stream.of(Taxonomy.THEME, Taxonomy.LEVEL, Taxonomy.EFFECT)
					.filter((list) -> !journal.of(list).isEmpty())
					.map((list) -> chart(list, journal.of(list)))
					.toList());
		model.addAttribute("words", this.words.all(parcoursId).size());
		return "following/journal";
	}

	private Optional<SessionRow> next(UUID parcoursId) {
		LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), Zones.PARIS);
		return this.sessions.of(parcoursId)
			.stream()
			.filter((day) -> day.state() == SessionState.SCHEDULED && day.slot() != null
					&& !day.slot().end().isBefore(now))
			.min(Comparator.comparing((day) -> (day.slot() != null) ? day.slot().start() : LocalDateTime.MAX));
	}

	private BarChart chart(Taxonomy list, List<CohortJournal.Share> shares) {
		return new BarChart(say("following.chart." + list), shares.stream()
			.map((share) -> new BarChart.Bar(share.label().isEmpty() ? say("following.chart.other") : share.label(),
					share.actions(), this.french.number(share.actions()), false))
			.toList(), say("following.chart.label." + list), say("following.chart.actions"));
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

}
