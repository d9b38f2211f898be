package fr.faireavec.visits.web;

import java.util.List;
import java.util.Optional;

import fr.faireavec.journal.ActionPart;
import fr.faireavec.journal.JournalHead;
import fr.faireavec.journal.JournalNews;
import fr.faireavec.parcours.Seat;
import fr.faireavec.visits.JournalVisits;

import org.springframework.stereotype.Component;

/** At the head of a journal: what is new since the last visit. */
@Component
class NewsHead implements JournalHead {

	private static final int FEW = 5;

	private final JournalVisits visits;

	NewsHead(JournalVisits visits) {
		this.visits = visits;
	}

	@Override
	public Optional<ActionPart.Shown> of(Seat seat) {
		List<JournalNews.Line> lines = this.visits.open(seat);
		int few = Math.min(FEW, lines.size());
		return lines.isEmpty() ? Optional.empty()
				: Optional.of(new ActionPart.Shown("visits/_news",
						new Content("/parcours/" + seat.parcours().getSlug() + "/journal/", lines.subList(0, few),
								lines.subList(few, lines.size()))));
	}

	/**
	 * What there is to read.
	 *
	 * @param more folded, until one asks for it
	 */
	public record Content(String href, List<JournalNews.Line> lines, List<JournalNews.Line> more) {
	}

}
