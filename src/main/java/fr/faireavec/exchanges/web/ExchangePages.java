package fr.faireavec.exchanges.web;

import java.time.Clock;
import java.util.UUID;

import fr.faireavec.exchanges.Comment;
import fr.faireavec.exchanges.Exchanges;
import fr.faireavec.exchanges.Note;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Prepares the pages on which an action is talked about. */
@Component
class ExchangePages {

	private final Exchanges exchanges;

	private final Clock clock;

	ExchangePages(Exchanges exchanges, Clock clock) {
		this.exchanges = exchanges;
		this.clock = clock;
	}

	String all(Seat seat, UUID actionId, Model model) {
		about(seat, actionId, model);
		model.addAttribute("comments", this.exchanges.of(actionId));
		model.addAttribute("me", seat.viewer().personId());
		model.addAttribute("runs", seat instanceof Seat.Running);
		model.addAttribute("note", note(seat, actionId));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new CommentForm());
		}
		return "exchanges/all";
	}

	/** One's own words, to be said otherwise or taken back. */
	String one(Seat seat, UUID actionId, UUID commentId, Model model) {
		about(seat, actionId, model);
		Comment comment = own(seat, actionId, commentId);
		model.addAttribute("comment", comment);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", CorrectionForm.of(comment));
		}
		return "exchanges/one";
	}

	Comment own(Seat seat, UUID actionId, UUID commentId) {
		Comment comment = this.exchanges.one(actionId, commentId);
		if (!comment.authorId().equals(seat.viewer().personId())) {
			throw new NotFound();
		}
		return comment;
	}

	/** Somebody's words, to be taken away by the animation. */
	String removal(Seat.Running seat, UUID actionId, UUID commentId, Model model) {
		about(seat, actionId, model);
		model.addAttribute("comment", this.exchanges.one(actionId, commentId));
		return "exchanges/removal";
	}

	String note(Seat.Facilitating seat, UUID actionId, Model model) {
		about(seat, actionId, model);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", NoteForm.of(this.exchanges.note(seat, actionId)));
		}
		return "exchanges/note";
	}

	/** What the animation noted, for those who run the parcours; null for all others. */
	@Nullable Note note(Seat seat, UUID actionId) {
		return (seat instanceof Seat.Facilitating running) ? this.exchanges.note(running, actionId) : null;
	}

	private void about(Seat seat, UUID actionId, Model model) {
		LoggedAction action = this.exchanges.about(seat, actionId);
		model.addAttribute("action", action);
		model.addAttribute("href", href(seat, actionId));
		model.addAttribute("writable",
				LoggedAction.isWritable(seat.parcours(), action.getEnrolment(), seat.parcours().today(this.clock)));
		model.addAttribute("structure", action.getEnrolment().getStructure().getName());
		model.addAttribute("withCohort", action.getDetails().sharing().cohort());
	}

	static String href(Seat seat, UUID actionId) {
		return "/parcours/" + seat.parcours().getSlug() + "/journal/" + actionId + "/echanges";
	}

}
