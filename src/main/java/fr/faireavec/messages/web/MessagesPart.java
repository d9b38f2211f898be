package fr.faireavec.messages.web;

import java.util.List;
import java.util.Optional;

import fr.faireavec.messages.MessageRow;
import fr.faireavec.messages.MessageRows;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.DayPart;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a day: what was written about it, to whoever looks. */
@Component
@Order(100)
class MessagesPart implements DayPart {

	private final MessageRows rows;

	MessagesPart(MessageRows rows) {
		this.rows = rows;
	}

	@Override
	public Optional<Shown> of(Seat seat, CollectiveSession session) {
		Written written = switch (seat) {
			case Seat.Running running ->
				new Written(this.rows.about(session.getId()), running.parcours().getStatus().keepsItsPeople()
						? MessagePages.href(running) + "/nouveau?jour=" + session.getRank() : null);
			case Seat.Piloting piloting ->
				new Written(this.rows.about(session.getId(), piloting.viewer().personId()), null);
			case Seat.Funding funding -> new Written(List.of(), null);
		};
		return (written.rows().isEmpty() && written.write() == null) ? Optional.empty()
				: Optional.of(new Shown("messages/_part", written));
	}

	/**
	 * What was, and where one writes more.
	 *
	 * @param write null for whoever may not
	 */
	public record Written(List<MessageRow> rows, @Nullable String write) {
	}

}
