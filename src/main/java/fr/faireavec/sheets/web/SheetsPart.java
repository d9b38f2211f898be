package fr.faireavec.sheets.web;

import java.util.List;
import java.util.Optional;

import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.DayPart;
import fr.faireavec.sheets.Attestation;
import fr.faireavec.sheets.Attestations;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a day: what of it is printed. */
@Component
@Order(50)
class SheetsPart implements DayPart {

	private final Attestations attestations;

	SheetsPart(Attestations attestations) {
		this.attestations = attestations;
	}

	@Override
	public Optional<Shown> of(Seat seat, CollectiveSession session) {
		boolean register = seat instanceof Seat.Running && session.getState().isFirm();
		List<Attestation> attested = session.getState().isFirm() ? this.attestations.of(seat, session.getRank())
				: List.of();
		String parcours = "/parcours/" + seat.parcours().getSlug();
		return (register || !attested.isEmpty())
				? Optional.of(new Shown("sheets/_part",
						new Offered(parcours, parcours + "/seances/" + session.getRank(), register, attested)))
				: Optional.empty();
	}

	/**
	 * Which documents whoever looks may have.
	 *
	 * @param parcours the address of the parcours
	 * @param href the address of the day
	 * @param register the sheet to sign and the register
	 * @param attested whose attestations
	 */
	public record Offered(String parcours, String href, boolean register, List<Attestation> attested) {
	}

}
