package fr.faireavec.exchanges.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.exchanges.Comment;
import fr.faireavec.exchanges.Note;
import fr.faireavec.journal.ActionPart;
import fr.faireavec.parcours.Seat;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** On the page of an action: what was said about it last. */
@Component
class ExchangePart implements ActionPart {

	private static final int LAST = 3;

	private final ExchangePages pages;

	ExchangePart(ExchangePages pages) {
		this.pages = pages;
	}

	@Override
	public Optional<Shown> ofOwn(Seat seat, UUID actionId, boolean writable) {
		List<Comment> comments = this.pages.read(seat, actionId);
		Note note = this.pages.note(seat, actionId);
		boolean nothing = comments.isEmpty() && (note == null || note.words().isEmpty());
		return (nothing && !writable) ? Optional.empty() : Optional.of(shown(seat, actionId, comments, note, writable));
	}

	@Override
	public Optional<Shown> ofShared(Seat seat, UUID actionId) {
		return Optional.of(shown(seat, actionId, this.pages.read(seat, actionId), null,
				seat.parcours().getStatus().keepsItsPeople()));
	}

	private static Shown shown(Seat seat, UUID actionId, List<Comment> comments, @Nullable Note note,
			boolean writable) {
		List<Comment> last = comments.subList(Math.max(0, comments.size() - LAST), comments.size());
		return new Shown("exchanges/_part",
				new Content(ExchangePages.href(seat, actionId), last, comments.size() - last.size(), note, writable));
	}

	/**
	 * What there is to read.
	 *
	 * @param before how many words came before the last ones
	 * @param note null for those who do not run the parcours
	 */
	public record Content(String href, List<Comment> comments, int before, @Nullable Note note, boolean writable) {
	}

}
