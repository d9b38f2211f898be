package fr.faireavec.scans.web;

import java.util.List;
import java.util.Optional;

import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.RegisterPart;
import fr.faireavec.parcours.Seat;
import fr.faireavec.scans.Scan;
import fr.faireavec.scans.Scans;

import org.springframework.stereotype.Component;

/** Beside a register that is copied from paper: the paper. */
@Component
class PaperPart implements RegisterPart {

	private final Scans scans;

	PaperPart(Scans scans) {
		this.scans = scans;
	}

	@Override
	public Optional<Shown> of(Seat.Running seat, int rank, Register.Sheet sheet, boolean paper) {
		List<Scan> all = this.scans.ofDay(seat.parcours().getId(), rank);
		List<Scan> shown = all.stream().filter((scan) -> scan.isOf(sheet.ordinal())).toList();
		return Optional.of(new Shown("scans/_beside", new Papers(PaperPages.href(seat, rank), sheet.ordinal(), shown,
				all.size(), seat.parcours().getStatus().isOpenToWork()), paper && !shown.isEmpty()));
	}

	/**
	 * What there is of a sheet.
	 *
	 * @param half the half-day in hand
	 * @param shown the pages of it
	 * @param count those of the day, whichever they are
	 * @param open whether they may be changed
	 */
	public record Papers(String href, int half, List<Scan> shown, int count, boolean open) {
	}

}
