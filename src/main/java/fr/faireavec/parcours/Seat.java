package fr.faireavec.parcours;

import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;

/**
 * Where the signed-in person sits in one parcours. A controller asks for the seat it
 * serves; whoever sits elsewhere gets a 404.
 */
public sealed interface Seat {

	Parcours parcours();

	Viewer viewer();

	/** May run the parcours. */
	sealed interface Running extends Seat {

		/** Internal notes are the animation's alone. */
		default boolean readsInternalNotes() {
			return this instanceof Facilitating;
		}

	}

	/** The administration: may do what the animation does, but reads no internal note. */
	record Administering(Parcours parcours, Viewer viewer) implements Running {
	}

	/** One of those who run this parcours. */
	record Facilitating(Parcours parcours, Viewer viewer) implements Running {
	}

	/** The pilot or copilot of one of its structures, today; of several, for some. */
	record Piloting(Parcours parcours, Viewer viewer, List<PilotedStructure> structures) implements Seat {

		/** Whether this is a structure she pilots or copilots. */
		public boolean pilots(UUID enrolmentId) {
			return enrolmentIds().contains(enrolmentId);
		}

		/** Never empty. */
		public List<UUID> enrolmentIds() {
			return this.structures.stream().map(PilotedStructure::enrolmentId).toList();
		}

		/** Whether a page has to say which structure it speaks of. */
		public boolean standsForSeveral() {
			return this.structures.size() > 1;
		}

	}

	/** Reads for a funder of this parcours. */
	record Funding(Parcours parcours, Viewer viewer, List<UUID> conventionIds) implements Seat {
	}

}
