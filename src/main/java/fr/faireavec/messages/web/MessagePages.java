package fr.faireavec.messages.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.messages.Addressees;
import fr.faireavec.messages.Audience;
import fr.faireavec.messages.Draft;
import fr.faireavec.messages.MessageReading;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.SessionRow;
import fr.faireavec.sessions.SessionRows;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Option;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Prepares the pages of a message: written, read, sent. */
@Component
class MessagePages {

	private final SessionRows sessions;

	private final People people;

	private final MessageReading reading;

	private final FrenchFormat french;

	private final MessageSource messages;

	MessagePages(SessionRows sessions, People people, MessageReading reading, FrenchFormat french,
			MessageSource messages) {
		this.sessions = sessions;
		this.people = people;
		this.reading = reading;
		this.french = french;
		this.messages = messages;
	}

	String form(Seat.Running seat, Model model) {
		model.addAttribute("audiences", Stream.of(Audience.values()).map(this::option).toList());
		model.addAttribute("structures",
				this.reading.structures(seat.parcours().getId())
					.stream()
					.map((one) -> new Option(one.enrolmentId().toString(), one.name()))
					.toList());
		model.addAttribute("days", this.sessions.of(seat.parcours().getId()).stream().map(this::option).toList());
		return "messages/write";
	}

	String preview(Seat.Running seat, Draft draft, Addressees to, Model model) {
		model.addAttribute("to", to);
		model.addAttribute("day", days(seat, draft));
		Person writer = this.people.findById(seat.viewer().personId()).orElseThrow(NotFound::new);
		model.addAttribute("answers", writer.getEmail());
		return "messages/preview";
	}

	String sent(Seat.Running seat, UUID messageId, Model model) {
		model.addAttribute("message", this.reading.sent(seat.parcours().getId(), messageId).orElseThrow(NotFound::new));
		return "messages/message";
	}

	private List<String> days(Seat.Running seat, Draft draft) {
		return this.sessions.of(seat.parcours().getId())
			.stream()
			.filter((day) -> Integer.valueOf(day.rank()).equals(draft.rank()))
			.map((day) -> option(day).label())
			.toList();
	}

	private Option option(Audience audience) {
		return new Option(audience.name(), say("messages.audience." + audience),
				audience.isOfADay() ? say("messages.audience.ofADay") : null);
	}

	private Option option(SessionRow day) {
		String named = this.messages.getMessage("sessions.named", new Object[] { day.rank(), day.title() },
				Locale.FRENCH);
		return new Option(String.valueOf(day.rank()),
				(day.slot() != null) ? named + ", " + this.french.shortDay(day.slot().start()) : named);
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

	static String href(Seat seat) {
		return "/parcours/" + seat.parcours().getSlug() + "/messages";
	}

}
