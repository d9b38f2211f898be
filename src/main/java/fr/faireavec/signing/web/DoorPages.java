package fr.faireavec.signing.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.RegisterReading;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.signing.RemoteLinks;
import fr.faireavec.signing.RoomReading;
import fr.faireavec.signing.Rooms;
import fr.faireavec.signing.TurningCode;
import fr.faireavec.documents.QrCode;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Prepares the door of « la salle ». */
@Component
class DoorPages {

	private final CollectiveSessions sessions;

	private final RegisterReading registers;

	private final Rooms rooms;

	private final RoomReading reading;

	private final RemoteLinks remote;

	private final TurningCode moment;

	private final BaseUrl base;

	private final MessageSource messages;

	DoorPages(CollectiveSessions sessions, RegisterReading registers, Rooms rooms, RoomReading reading,
			RemoteLinks remote, TurningCode moment, BaseUrl base, MessageSource messages) {
		this.sessions = sessions;
		this.registers = registers;
		this.rooms = rooms;
		this.reading = reading;
		this.remote = remote;
		this.moment = moment;
		this.base = base;
		this.messages = messages;
	}

	String show(Seat.Running seat, int rank, Model model) {
		CollectiveSession session = session(seat, rank);
		Register register = this.registers.of(seat.parcours().getId(), rank);
		String address = this.rooms.knownCode(session.getId())
			.map((code) -> this.base.of("/salle/" + code))
			.orElse(null);
		RoomReading.Rules rules = this.reading.rules(seat.parcours().getId());
		model.addAttribute("page",
				new DoorPage(href(seat, rank), register, address, (address != null) ? QrCode.of(address) : null,
						(address != null && rules.turning()) ? this.moment.now(session.getId()) : null,
						register.slot() != null && seat.parcours().getStatus().isOpenToWork(),
						remote(session, register)));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", SigningRulesForm.of(rules));
		}
		return "signing/door";
	}

	/** The same, saying why a press was refused. */
	String refused(Seat.Running seat, int rank, BindingResult errors, Model model) {
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + errors.getObjectName(), errors);
		model.addAttribute("problems",
				errors.getAllErrors()
					.stream()
					.map((error) -> this.messages.getMessage(error, Locale.FRENCH))
					.distinct()
					.toList());
		return show(seat, rank, model);
	}

	SigningRulesForm rules(Seat.Running seat) {
		return SigningRulesForm.of(this.reading.rules(seat.parcours().getId()));
	}

	CollectiveSession session(Seat.Running seat, int rank) {
		return this.sessions.ranked(seat.parcours().getId(), rank).orElseThrow(NotFound::new);
	}

	private List<DoorPage.RemoteLink> remote(CollectiveSession session, Register register) {
		if (session.getMode() == Mode.PRESENTIEL || register.sheets().isEmpty()) {
			return List.of();
		}
		Map<UUID, String> links = this.remote.known(session.getId());
		return register.sheets()
			.getFirst()
			.lines()
			.stream()
			.map((line) -> new DoorPage.RemoteLink(line.personId(), line.name(),
					links.containsKey(line.personId()) ? this.base.of("/salle/" + links.get(line.personId())) : null))
			.toList();
	}

	static String href(Seat seat, int rank) {
		return "/parcours/" + seat.parcours().getSlug() + "/seances/" + rank + "/salle";
	}

}
