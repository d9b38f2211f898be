package fr.faireavec.scans.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import fr.faireavec.attendance.RegisterReading;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.scans.Scan;
import fr.faireavec.scans.Scans;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.web.Option;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** Prepares the pages about paper: all of a day, or one of them. */
@Component
class PaperPages {

	private final Scans scans;

	private final RegisterReading registers;

	private final CollectiveSessions sessions;

	private final MessageSource messages;

	PaperPages(Scans scans, RegisterReading registers, CollectiveSessions sessions, MessageSource messages) {
		this.messages = messages;
		this.scans = scans;
		this.registers = registers;
		this.sessions = sessions;
	}

	String all(Seat.Running seat, int rank, Model model) {
		model.addAttribute("page", page(seat, rank));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new PapersForm());
		}
		return "scans/all";
	}

	String one(Seat.Running seat, int rank, UUID id, Model model) {
		PapersPage page = page(seat, rank);
		Scan scan = page.scans().stream().filter((one) -> one.id().equals(id)).findFirst().orElseThrow(NotFound::new);
		model.addAttribute("page", page);
		model.addAttribute("scan", scan);
		model.addAttribute("days",
				this.sessions.ofParcours(seat.parcours().getId())
					.stream()
					.filter((session) -> session.getState().isFirm())
					.map((session) -> new Option(Integer.toString(session.getRank()),
							session.getRank() + ". " + session.getTitle()))
					.toList());
		model.addAttribute("halves",
				List.of(new Option("1", say("scans.half.1")), new Option("2", say("scans.half.2"))));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", ScanForm.of(scan));
		}
		return "scans/one";
	}

	/** What is wrong with a field, if something is. */
	@Nullable String said(BindingResult errors, String field) {
		FieldError error = errors.getFieldError(field);
		return (error != null) ? this.messages.getMessage(error, Locale.FRENCH) : null;
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

	private PapersPage page(Seat.Running seat, int rank) {
		UUID parcoursId = seat.parcours().getId();
		return new PapersPage(this.registers.of(parcoursId, rank), this.scans.ofDay(parcoursId, rank),
				this.scans.room(parcoursId), register(seat, rank), seat.parcours().getStatus().isOpenToWork());
	}

	static String href(Seat seat, int rank) {
		return register(seat, rank) + "/feuilles";
	}

	static String register(Seat seat, int rank) {
		return "/parcours/" + seat.parcours().getSlug() + "/seances/" + rank + "/emargement";
	}

}
