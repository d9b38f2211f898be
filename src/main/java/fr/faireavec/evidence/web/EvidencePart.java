package fr.faireavec.evidence.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.evidence.Evidence;
import fr.faireavec.evidence.Piece;
import fr.faireavec.journal.ActionPart;
import fr.faireavec.parcours.Seat;

import org.springframework.stereotype.Component;

/** On the page of an action: what shows that it took place. */
@Component
class EvidencePart implements ActionPart {

	private final Evidence evidence;

	private final Clock clock;

	EvidencePart(Evidence evidence, Clock clock) {
		this.evidence = evidence;
		this.clock = clock;
	}

	@Override
	public Optional<Shown> ofOwn(Seat seat, UUID actionId, boolean writable) {
		List<Piece> pieces = this.evidence.of(actionId, seat.parcours().today(this.clock));
		return (pieces.isEmpty() && !writable) ? Optional.empty()
				: shown(new Content(EvidencePages.href(seat, actionId), pieces, true, writable));
	}

	@Override
	public Optional<Shown> ofShared(Seat seat, UUID actionId) {
		List<Piece> pieces = this.evidence.shared(actionId, seat.parcours().today(this.clock));
		return pieces.isEmpty() ? Optional.empty()
				: shown(new Content(EvidencePages.href(seat, actionId), pieces, false, false));
	}

	private static Optional<Shown> shown(Content content) {
		return Optional.of(new Shown("evidence/_part", content));
	}

	/**
	 * What there is to see.
	 *
	 * @param own each leads to its page, and says who may see it
	 * @param writable more may be added
	 */
	public record Content(String href, List<Piece> pieces, boolean own, boolean writable) {
	}

}
