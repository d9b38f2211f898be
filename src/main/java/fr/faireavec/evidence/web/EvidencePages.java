package fr.faireavec.evidence.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.documents.QrCode;
import fr.faireavec.evidence.Authorising;
import fr.faireavec.evidence.Consent;
import fr.faireavec.evidence.Evidence;
import fr.faireavec.evidence.EvidenceFile;
import fr.faireavec.evidence.Piece;
import fr.faireavec.evidence.PieceKind;
import fr.faireavec.evidence.Purpose;
import fr.faireavec.evidence.Support;
import fr.faireavec.journal.ActionRows;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.LoggedActions;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Option;

import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Prepares the pages about what shows an action, and knows who opens them: its structure
 * and the animation all of them, the cohort what it may see.
 */
@Component
class EvidencePages {

	private final LoggedActions actions;

	private final ActionRows rows;

	private final Evidence evidence;

	private final Authorising authorising;

	private final MessageSource messages;

	private final Clock clock;

	EvidencePages(LoggedActions actions, ActionRows rows, Evidence evidence, Authorising authorising,
			MessageSource messages, Clock clock) {
		this.actions = actions;
		this.rows = rows;
		this.evidence = evidence;
		this.authorising = authorising;
		this.messages = messages;
		this.clock = clock;
	}

	/** The action, for who may read it whole. */
	LoggedAction action(Seat seat, UUID actionId) {
		return this.actions.openTo(seat, actionId).orElseThrow(NotFound::new);
	}

	/** One piece of it, for the same. */
	Piece piece(Seat seat, UUID actionId, UUID pieceId) {
		action(seat, actionId);
		return this.evidence.of(actionId, today(seat))
			.stream()
			.filter((one) -> one.id().equals(pieceId))
			.findFirst()
			.orElseThrow(NotFound::new);
	}

	/** One piece, for whoever may see it: the cohort too, where it is shown to it. */
	void requireSeen(Seat seat, UUID actionId, UUID pieceId) {
		if (this.actions.openTo(seat, actionId).isPresent()) {
			return;
		}
		boolean shared = seat instanceof Seat.Piloting reader
				&& this.rows.sharedWith(seat.parcours().getId(), reader.enrolmentIds(), actionId).isPresent();
		if (!shared
				|| this.evidence.shared(actionId, today(seat)).stream().noneMatch((one) -> one.id().equals(pieceId))) {
			throw new NotFound();
		}
	}

	String all(Seat seat, UUID actionId, Model model) {
		List<Piece> pieces = this.evidence.of(actionId, today(seat));
		about(seat, action(seat, actionId), model);
		model.addAttribute("pieces", pieces);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new PiecesForm());
		}
		model.addAttribute("who", options("evidence.recognisable.", Recognisable.values()));
		return "evidence/all";
	}

	String link(Seat seat, UUID actionId, Model model) {
		about(seat, action(seat, actionId), model);
		return "evidence/link";
	}

	String one(Seat seat, UUID actionId, UUID pieceId, Model model) {
		Piece piece = piece(seat, actionId, pieceId);
		about(seat, action(seat, actionId), model);
		model.addAttribute("piece", piece);
		model.addAttribute("consents", this.evidence.consents(pieceId, today(seat)));
		model.addAttribute("who", options("evidence.recognisable.", Recognisable.values()));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", PieceForm.of(piece));
		}
		return "evidence/one";
	}

	String ask(Seat seat, UUID actionId, UUID pieceId, Model model) {
		model.addAttribute("piece", piece(seat, actionId, pieceId));
		about(seat, action(seat, actionId), model);
		model.addAttribute("purposes", options("evidence.purpose.", Purpose.values()));
		model.addAttribute("supports", options("evidence.support.", Support.values()));
		return "evidence/ask";
	}

	String consent(Seat seat, UUID actionId, UUID pieceId, UUID authorisationId, Model model) {
		model.addAttribute("piece", piece(seat, actionId, pieceId));
		about(seat, action(seat, actionId), model);
		model.addAttribute("consent", consent(seat, pieceId, authorisationId));
		this.authorising.address(authorisationId, pieceId).ifPresent((address) -> {
			model.addAttribute("address", address);
			model.addAttribute("qr", QrCode.of(address));
		});
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new SignedForm());
		}
		return "evidence/consent";
	}

	/** One who was asked about that piece. */
	Consent consent(Seat seat, UUID pieceId, UUID authorisationId) {
		return this.evidence.consents(pieceId, today(seat))
			.stream()
			.filter((one) -> one.id().equals(authorisationId))
			.findFirst()
			.orElseThrow(NotFound::new);
	}

	LocalDate today(Seat seat) {
		return seat.parcours().today(this.clock);
	}

	private void about(Seat seat, LoggedAction action, Model model) {
		model.addAttribute("action", action);
		model.addAttribute("href", href(seat, action.getId()));
		model.addAttribute("writable", LoggedAction.isWritable(seat.parcours(), action.getEnrolment(), today(seat)));
	}

	private List<Option> options(String prefix, Enum<?>... values) {
		return Arrays.stream(values).map((value) -> new Option(value.name(), say(prefix + value.name()))).toList();
	}

	String say(String key, Object... args) {
		return Objects.requireNonNull(this.messages.getMessage(key, args, Locale.FRENCH));
	}

	static String href(Seat seat, UUID actionId) {
		return "/parcours/" + seat.parcours().getSlug() + "/journal/" + actionId + "/pieces";
	}

	/**
	 * A picture and nothing else, for which browsers need the style to show it by itself;
	 * a document to be kept, never opened here.
	 */
	static ResponseEntity<byte[]> answer(EvidenceFile file) {
		boolean photo = file.kind() == PieceKind.PHOTO;
		ContentDisposition how = photo ? ContentDisposition.inline().filename("photo.jpg").build()
				: ContentDisposition.attachment().filename("document.pdf").build();
		return ResponseEntity.ok()
			.contentType(photo ? MediaType.IMAGE_JPEG : MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, how.toString())
			.header("Content-Security-Policy",
					photo ? "default-src 'none'; style-src 'unsafe-inline'; sandbox" : "default-src 'none'; sandbox")
			.body(file.content());
	}

}
