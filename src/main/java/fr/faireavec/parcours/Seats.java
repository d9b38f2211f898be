package fr.faireavec.parcours;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the seat of a person in a parcours, from what is true at this request. */
@Component
public class Seats {

	private final AllParcours allParcours;

	private final Conventions conventions;

	private final Pilotage pilotage;

	private final Clock clock;

	Seats(AllParcours allParcours, Conventions conventions, Pilotage pilotage, Clock clock) {
		this.allParcours = allParcours;
		this.conventions = conventions;
		this.pilotage = pilotage;
		this.clock = clock;
	}

	/** Empty when there is no such parcours, or nothing in it for this person. */
	@Transactional(readOnly = true)
	public Optional<Seat> of(Viewer viewer, String slug) {
		return this.allParcours.findBySlug(slug).flatMap((parcours) -> in(parcours, viewer));
	}

	private Optional<Seat> in(Parcours parcours, Viewer viewer) {
		if (viewer.isStaff() && this.allParcours.isRunBy(parcours.getId(), viewer.personId())) {
			return Optional.of(new Seat.Facilitating(parcours, viewer));
		}
		if (viewer.role() == Role.ADMIN) {
			return Optional.of(new Seat.Administering(parcours, viewer));
		}
		if (parcours.getStatus().keepsItsPeople()) {
			List<PilotedStructure> structures = this.pilotage.structures(parcours.getId(), viewer.personId(),
					parcours.today(this.clock));
			if (!structures.isEmpty()) {
				return Optional.of(new Seat.Piloting(parcours, viewer, structures));
			}
		}
		List<UUID> read = this.conventions.readBy(parcours.getId(), viewer.personId());
		return read.isEmpty() ? Optional.empty() : Optional.of(new Seat.Funding(parcours, viewer, read));
	}

}
