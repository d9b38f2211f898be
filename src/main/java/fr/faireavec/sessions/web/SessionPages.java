package fr.faireavec.sessions.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.DayPart;
import fr.faireavec.sessions.GuestSpeakers;
import fr.faireavec.sessions.Mode;
import fr.faireavec.web.Option;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Prepares the pages of one day, for the controllers that read it and those that act on
 * it.
 */
@Component
class SessionPages {

	private final CollectiveSessions sessions;

	private final MessageSource messages;

	private final GuestSpeakers speakers;

	private final ObjectProvider<DayPart> parts;

	private final Clock clock;

	SessionPages(CollectiveSessions sessions, MessageSource messages, GuestSpeakers speakers,
			ObjectProvider<DayPart> parts, Clock clock) {
		this.sessions = sessions;
		this.speakers = speakers;
		this.parts = parts;
		this.messages = messages;
		this.clock = clock;
	}

	CollectiveSession session(Seat seat, int rank) {
		return this.sessions.ranked(seat.parcours().getId(), rank).orElseThrow(NotFound::new);
	}

	String day(Seat seat, int rank, Model model) {
		CollectiveSession session = session(seat, rank);
		model.addAttribute("speakers",
				this.speakers.ofSession(session.getId())
					.stream()
					.map((speaker) -> SpeakerRow.of(speaker, seat instanceof Seat.Running))
					.toList());
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", WordForm.on(session.getVersion()));
		}
		model.addAttribute("parts",
				this.parts.orderedStream().flatMap((part) -> part.of(seat, session).stream()).toList());
		return show("sessions/day", seat, session, model);
	}

	/** A page of its own for one gesture on that day. */
	String show(String view, Seat seat, int rank, Model model) {
		return show(view, seat, session(seat, rank), model);
	}

	private String show(String view, Seat seat, CollectiveSession session, Model model) {
		model.addAttribute("day", SessionPage.of(session, seat, seat.parcours().now(this.clock)));
		model.addAttribute("href", href(seat, session.getRank()));
		return view;
	}

	List<Option> modes() {
		return List.of(Mode.values())
			.stream()
			.map((mode) -> new Option(mode.name(), word("sessions.mode." + mode)))
			.toList();
	}

	static String href(Seat seat, int rank) {
		return "/parcours/" + seat.parcours().getSlug() + "/seances/" + rank;
	}

	private String word(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

}
