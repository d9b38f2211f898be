package fr.faireavec.replies.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import fr.faireavec.parcours.Seat;
import fr.faireavec.replies.Answer;
import fr.faireavec.replies.Answering;
import fr.faireavec.replies.RepliesToRead;
import fr.faireavec.replies.ReplyCard;
import fr.faireavec.replies.ReplyCards;
import fr.faireavec.replies.ReplyReading;
import fr.faireavec.replies.Standing;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.DayPart;

import org.springframework.stereotype.Component;

/**
 * On the page of a day: who comes, for the animation; whether one comes, and who said so
 * of the others, for the cohort.
 */
@Component
class ReplyPart implements DayPart {

	private final ReplyCards cards;

	private final ReplyReading reading;

	private final RepliesToRead toRead;

	private final Clock clock;

	ReplyPart(ReplyCards cards, ReplyReading reading, RepliesToRead toRead, Clock clock) {
		this.toRead = toRead;
		this.cards = cards;
		this.reading = reading;
		this.clock = clock;
	}

	@Override
	public Optional<Shown> of(Seat seat, CollectiveSession session) {
		return switch (seat) {
			case Seat.Running running -> summary(running, session);
			case Seat.Piloting piloting -> asked(piloting, session);
			case Seat.Funding funding -> Optional.empty();
		};
	}

	private Optional<Shown> asked(Seat.Piloting seat, CollectiveSession session) {
		return this.cards.of(session, seat.viewer().personId())
			.map((card) -> new Shown("replies/_cohort", new AmongPeers(card,
					this.reading.of(session).stream().filter((one) -> one.answer() == Answer.COMING).toList())));
	}

	private Optional<Shown> summary(Seat.Running seat, CollectiveSession session) {
		if (Answering.whyNot(session, this.clock) != null) {
			return Optional.empty();
		}
		List<Standing> people = this.reading.of(session);
		String href = "/parcours/" + seat.parcours().getSlug() + "/seances/" + session.getRank() + "/presences";
		return Optional.of(new Shown("replies/_summary", RepliesPage.of(href, session, people,
				this.toRead.of(session.getId()), seat.readsInternalNotes(), null, seat.parcours().today(this.clock))));
	}

	/** What one is asked, and those of the cohort who come; who does not is not told. */
	record AmongPeers(ReplyCard card, List<Standing> coming) {
	}

}
