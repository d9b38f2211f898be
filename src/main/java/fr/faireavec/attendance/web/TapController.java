package fr.faireavec.attendance.web;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.attendance.TapConflict;
import fr.faireavec.attendance.TapTaking;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Presses that a device kept until it had a network, one by one, for its script. */
@Controller
@RequestMapping("/parcours/{slug}/seances/{rank}/emargement/{halfDayId}/{personId}/geste")
class TapController {

	private final TapTaking taking;

	private final RegisterPages pages;

	private final MessageSource messages;

	TapController(TapTaking taking, RegisterPages pages, MessageSource messages) {
		this.taking = taking;
		this.pages = pages;
		this.messages = messages;
	}

	/**
	 * 200 once it counts, 409 when somebody else said something else, 422 when it is
	 * refused: the device then keeps it, and shows why.
	 */
	@PostMapping
	ResponseEntity<Answer> take(Seat.Running seat, @PathVariable UUID halfDayId, @PathVariable UUID personId,
			@Valid @ModelAttribute("tap") TapForm tap, BindingResult errors) {
		try {
			return Submission
				.of(errors, () -> this.taking.take(seat.parcours().getId(), halfDayId, personId, tap.toTap()))
				.map((seen) -> ResponseEntity.ok(new Answer(seen, null)))
				.orElseGet(() -> ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
					.body(new Answer("",
							errors.getAllErrors()
								.stream()
								.map((error) -> this.messages.getMessage(error, Locale.FRENCH))
								.distinct()
								.collect(Collectors.joining(" ")))));
		}
		catch (TapConflict conflict) {
			return ResponseEntity.status(HttpStatus.CONFLICT)
				.body(new Answer(conflict.there().seen(),
						this.pages.said(conflict.there(), seat.parcours().getZone())));
		}
	}

	/**
	 * What the device does with the press.
	 *
	 * @param seen what there is to see of the line now
	 * @param why it does not count: what somebody else said, or what is refused
	 */
	record Answer(String seen, @Nullable String why) {
	}

}
