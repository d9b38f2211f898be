package fr.faireavec.sheets.web;

import java.util.UUID;

import fr.faireavec.parcours.Seat;
import fr.faireavec.sheets.Attestations;
import fr.faireavec.sheets.BlankSheets;
import fr.faireavec.sheets.MeetingFiles;
import fr.faireavec.sheets.RegisterFiles;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents of attendance. */
@Controller
@RequestMapping("/parcours/{slug}")
class SheetController {

	private final BlankSheets blanks;

	private final RegisterFiles registers;

	private final Attestations attestations;

	private final MeetingFiles meetings;

	SheetController(BlankSheets blanks, RegisterFiles registers, Attestations attestations, MeetingFiles meetings) {
		this.blanks = blanks;
		this.registers = registers;
		this.attestations = attestations;
		this.meetings = meetings;
	}

	@GetMapping("/seances/{rank}/feuille.pdf")
	ResponseEntity<byte[]> blank(Seat.Running seat, @PathVariable int rank) {
		return PdfAnswer.named(name("feuille", seat, rank), this.blanks.print(seat.parcours(), rank));
	}

	@GetMapping("/seances/{rank}/emargement.pdf")
	ResponseEntity<byte[]> register(Seat.Running seat, @PathVariable int rank) {
		return PdfAnswer.named(name("emargement", seat, rank), this.registers.of(seat.parcours(), rank));
	}

	@GetMapping("/seances/{rank}/attestations.pdf")
	ResponseEntity<byte[]> ofDay(Seat seat, @PathVariable int rank,
			@RequestParam(name = "personne", required = false) @Nullable UUID personId) {
		return PdfAnswer.named(name("attestations", seat, rank), this.attestations.print(seat, rank, personId));
	}

	@GetMapping("/attestations.pdf")
	ResponseEntity<byte[]> ofParcours(Seat seat,
			@RequestParam(name = "personne", required = false) @Nullable UUID personId) {
		return PdfAnswer.named("attestations-" + seat.parcours().getSlug(),
				this.attestations.print(seat, null, personId));
	}

	@GetMapping("/rendez-vous/{id}/feuille.pdf")
	ResponseEntity<byte[]> meeting(Seat seat, @PathVariable UUID id) {
		return PdfAnswer.named("rendez-vous-" + seat.parcours().getSlug(), this.meetings.print(seat, id));
	}

	private static String name(String what, Seat seat, int rank) {
		return what + "-" + seat.parcours().getSlug() + "-jour-" + rank;
	}

}
