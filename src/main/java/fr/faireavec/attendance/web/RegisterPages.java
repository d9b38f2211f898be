package fr.faireavec.attendance.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.RegisterPart;
import fr.faireavec.attendance.RegisterReading;
import fr.faireavec.attendance.SignatureTraits;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Option;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** Prepares the page of a register, for those who read it and those who write in it. */
@Component
class RegisterPages {

	private final RegisterReading reading;

	private final SignatureTraits traits;

	private final List<RegisterPart> parts;

	private final MessageSource messages;

	private final FrenchFormat french;

	private final Clock clock;

	RegisterPages(RegisterReading reading, SignatureTraits traits, List<RegisterPart> parts, MessageSource messages,
			FrenchFormat french, Clock clock) {
		this.reading = reading;
		this.traits = traits;
		this.parts = parts;
		this.messages = messages;
		this.french = french;
		this.clock = clock;
	}

	/**
	 * @param half 1 or 2, or null for the half-day of the moment
	 */
	String show(Seat.Running seat, int rank, @Nullable Integer half, boolean paper, Model model) {
		Register register = this.reading.of(seat.parcours().getId(), rank);
		Register.Sheet sheet = register.sheets()
			.stream()
			.filter((one) -> half != null && one.ordinal() == half)
			.findFirst()
			.or(register::current)
			.orElse(null);
		RegisterPage page = new RegisterPage(register, sheet, this.traits.ofSession(seat.parcours().getId(), rank),
				href(seat, rank), seat.parcours().getStatus().isOpenToWork(), paper, seat.parcours().getZone(),
				seat.parcours().now(this.clock));
		model.addAttribute("page", page);
		model.addAttribute("presences", presences(page));
		model.addAttribute("structures",
				register.structures()
					.stream()
					.map((one) -> new Option(one.enrolmentId().toString(), one.structure()))
					.toList());
		model.addAttribute("parts", (sheet == null) ? List.of()
				: this.parts.stream().flatMap((part) -> part.of(seat, rank, sheet, paper).stream()).toList());
		model.addAttribute("keys", register.replacements().stream().map((one) -> Ids.next()).toList());
		if (!model.containsAttribute("form")) {
			GuestForm form = new GuestForm();
			form.half = (sheet != null) ? sheet.ordinal() : 1;
			form.onlyHalf = page.unsealedHalf();
			model.addAttribute("form", form);
		}
		return "attendance/register";
	}

	private List<Option> presences(RegisterPage page) {
		return Stream
			.concat(Stream.of(new Option("", say("attendance.guest.wholeDay"))),
					page.register()
						.sheets()
						.stream()
						.map((one) -> new Option(Integer.toString(one.ordinal()), say(page.halfKey(one) + ".capital"))))
			.toList();
	}

	/** « Absence excusée. Notée par Malik Dubreuil à 9 h 40 » */
	String said(Register.Line line, ZoneId zone) {
		Instant at = Objects.requireNonNull(line.at());
		return say("attendance.tap.said", say("attendance.status." + line.status()), say("attendance.by.hour",
				say("attendance.how." + line.how()), line.by(), this.french.time(at.atZone(zone))));
	}

	private String say(String key, @Nullable Object... args) {
		return this.messages.getMessage(key, args, Locale.FRENCH);
	}

	/** The same, saying why a press was refused. */
	String refused(Seat.Running seat, int rank, int half, boolean paper, BindingResult errors, Model model) {
		model.addAttribute("problems",
				errors.getAllErrors()
					.stream()
					.map((error) -> this.messages.getMessage(error, Locale.FRENCH))
					.distinct()
					.toList());
		FieldError reason = errors.getFieldError("reason");
		if (reason != null) {
			model.addAttribute("reasonProblem", this.messages.getMessage(reason, Locale.FRENCH));
		}
		return show(seat, rank, half, paper, model);
	}

	static String href(Seat seat, int rank) {
		return "/parcours/" + seat.parcours().getSlug() + "/seances/" + rank + "/emargement";
	}

	static String back(Seat seat, int rank, int half, boolean paper) {
		return "redirect:" + href(seat, rank) + "?demi-journee=" + half + (paper ? "&saisie=papier" : "");
	}

}
