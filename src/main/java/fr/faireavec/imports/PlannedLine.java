package fr.faireavec.imports;

import java.util.List;
import java.util.UUID;

import fr.faireavec.imports.Known.KnownStructure;
import org.jspecify.annotations.Nullable;

/**
 * One line matched against the directory. Without {@code recognised} its structure is to
 * be created, and its namesakes are elsewhere.
 */
public record PlannedLine(CohortLine line, @Nullable Recognised recognised, List<KnownStructure> namesakes,
		@Nullable PlannedPerson pilot, @Nullable PlannedPerson copilot, List<Reason> reasons) {

	public boolean isRefused() {
		return !this.reasons.isEmpty();
	}

	/** By what a structure was recognised. */
	public enum How {

		SIRET, NAME_AND_COMMUNE, NAME

	}

	/** A structure of the directory. */
	public record Recognised(UUID structureId, String name, How how) {
	}

	/**
	 * Whether a person is in the directory; {@code AGAIN}: on an earlier line already.
	 */
	public enum Standing {

		NEW, KNOWN, AGAIN

	}

	/**
	 * A pilot or copilot. The directory's name stays, and is told to whoever typed it
	 * alone: an address gives nobody's name away.
	 *
	 * @param knownOtherwise the address is somebody's whom the file does not name so
	 */
	public record PlannedPerson(Contact contact, Standing standing, boolean knownOtherwise) {

		/** The name in the file; the address of somebody unnamed. */
		public String name() {
			String typed = this.contact.name();
			return (typed.isEmpty() && this.contact.email() != null) ? this.contact.email() : typed;
		}

	}

}
