package fr.faireavec.signing.web;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.RegisterReading;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.signing.RoomReading;
import fr.faireavec.signing.RoomReading.Device;
import fr.faireavec.signing.RoomReading.Own;
import fr.faireavec.web.Option;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Prepares what one phone sees of « la salle ». */
@Component
class RoomPages {

	private final RegisterReading registers;

	private final RoomReading reading;

	private final CurrentActor actor;

	RoomPages(RegisterReading registers, RoomReading reading, CurrentActor actor) {
		this.registers = registers;
		this.reading = reading;
		this.actor = actor;
	}

	/**
	 * The list, or somebody's frame to sign in, or their thanks.
	 * @param half 1 or 2, or null for the half-day of the moment
	 * @param chosen who was chosen on the list
	 * @param choosing somebody else is to be chosen
	 */
	String show(Entry entry, @Nullable String phone, @Nullable Integer half, @Nullable UUID chosen, boolean choosing,
			Model model) {
		Register register = this.registers.of(entry.parcoursId(), entry.session().getRank());
		Optional<Register.Sheet> sheet = sheet(register, half);
		model.addAttribute("apart", true);
		if (sheet.isEmpty()) {
			model.addAttribute("first", register.sheets().getFirst());
			model.addAttribute("register", register);
			return "signing/early";
		}
		Device device = this.reading.device(entry.session(), phone);
		Own mine = device.at(sheet.get().halfDayId()).orElse(null);
		boolean here = mine != null && chosen == null && !choosing;
		Register.Line who = here ? line(sheet.get(), mine.personId())
				: line(sheet.get(), signer(entry, device, chosen, choosing));
		RoomPage page = new RoomPage(entry.href(), entry.session().getParcours().getName(), register, sheet.get(), who,
				here ? mine : null, device.tablet(), this.reading.rules(entry.parcoursId()).turning(), entry.remote(),
				entry.session().getParcours().getZone());
		model.addAttribute("page", page);
		if (!model.containsAttribute("form")) {
			SignatureForm form = new SignatureForm();
			form.half = sheet.get().ordinal();
			form.person = (who != null) ? who.personId() : null;
			model.addAttribute("form", form);
		}
		Own owner = device.owner().orElse(null);
		if (mine == null && owner != null && owner.guestId() != null && chosen == null && !choosing
				&& !page.isClosed()) {
			return newcomer(page, owner, model);
		}
		if (here || (entry.remote() && who != null && who.isSigned())) {
			return "signing/thanks";
		}
		return (who == null || who.isSigned() || page.isClosed()) ? "signing/list" : "signing/sign";
	}

	/** What somebody who is not on the list fills in. */
	String newcomer(Entry entry, @Nullable String phone, int half, Model model) {
		String shown = show(entry, phone, (half > 0) ? half : null, null, true, model);
		if (!"signing/list".equals(shown)) {
			return shown;
		}
		RoomPage page = (RoomPage) model.getAttribute("page");
		if (page == null || page.isClosed()) {
			return shown;
		}
		return newcomer(page, null, model);
	}

	/**
	 * @param known who signed on this phone before, if anybody did
	 */
	private static String newcomer(RoomPage page, @Nullable Own known, Model model) {
		if (!(model.getAttribute("form") instanceof NewcomerForm)) {
			NewcomerForm form = new NewcomerForm();
			form.half = page.sheet().ordinal();
			form.name = (known != null) ? known.name() : "";
			form.organisation = (known != null) ? known.organisation() : "";
			model.addAttribute("form", form);
		}
		model.addAttribute("structures",
				page.register()
					.structures()
					.stream()
					.map((one) -> new Option(one.enrolmentId().toString(), one.structure()))
					.toList());
		return "signing/newcomer";
	}

	private @Nullable UUID signer(Entry entry, Device device, @Nullable UUID chosen, boolean choosing) {
		if (entry.only() != null) {
			return entry.only();
		}
		if (chosen != null || choosing || device.tablet()) {
			return chosen;
		}
		return device.owner().map(Own::personId).orElseGet(this.actor::personId);
	}

	private static Optional<Register.Sheet> sheet(Register register, @Nullable Integer half) {
		return register.sheets()
			.stream()
			.filter((one) -> half != null && one.ordinal() == half && one.open())
			.findFirst()
			.or(register::toSign);
	}

	private static Register.@Nullable Line line(Register.Sheet sheet, @Nullable UUID personId) {
		return (personId != null) ? sheet.line(personId).orElse(null) : null;
	}

}
