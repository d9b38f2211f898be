package fr.faireavec.library;

import java.time.Clock;
import java.time.LocalDate;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.Pilotage;

import org.springframework.stereotype.Component;

/**
 * Who reads the library: those who run parcours, and those who stand for a structure in
 * one today. Funders read bilans, and nothing else (rule 10).
 */
@Component
public class LibraryAccess {

	private final Pilotage pilotage;

	private final Clock clock;

	LibraryAccess(Pilotage pilotage, Clock clock) {
		this.pilotage = pilotage;
		this.clock = clock;
	}

	/**
	 * Lets them in.
	 * @throws NotFound when it is not for them
	 */
	public void require(Viewer viewer) {
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		if (!viewer.isStaff() && this.pilotage.parcours(viewer.personId(), today).isEmpty()) {
			throw new NotFound();
		}
	}

}
