package fr.faireavec.exchanges.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import fr.faireavec.exchanges.Comment;
import fr.faireavec.exchanges.CommentReaders;
import fr.faireavec.exchanges.Exchanges;
import fr.faireavec.exchanges.Note;
import fr.faireavec.exchanges.Reader;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Option;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Prepares the pages on which an action is talked about. */
@Component
class ExchangePages {

	private final Exchanges exchanges;

	private final CommentReaders readers;

	private final MessageSource messages;

	private final Clock clock;

	ExchangePages(Exchanges exchanges, CommentReaders readers, MessageSource messages, Clock clock) {
		this.exchanges = exchanges;
		this.readers = readers;
		this.messages = messages;
		this.clock = clock;
	}

	String all(Seat seat, UUID actionId, Model model) {
		about(seat, actionId, model);
		UUID me = seat.viewer().personId();
		model.addAttribute("comments", read(seat, actionId));
		model.addAttribute("readers", this.readers.of(actionId, me).stream().map(this::option).toList());
		model.addAttribute("me", me);
		model.addAttribute("runs", seat instanceof Seat.Running);
		model.addAttribute("note", note(seat, actionId));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new CommentForm());
		}
		return "exchanges/all";
	}

	private Option option(Reader reader) {
		String from = reader.structure();
		return new Option(reader.id().toString(), reader.name() + ", "
				+ ((from != null) ? from : this.messages.getMessage("exchanges.animation", null, Locale.FRENCH)));
	}

	/** What was said; whoever is told of it by letters read it now. */
	List<Comment> read(Seat seat, UUID actionId) {
		if (!(seat instanceof Seat.Administering)) {
			this.readers.read(seat.viewer().personId(), actionId);
		}
		return this.exchanges.of(actionId);
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
