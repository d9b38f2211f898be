package fr.faireavec.imports;

import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Whose;
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
	 * A pilot or copilot. The directory's name stays, and is told to whoever sees it
	 * already: an address gives nobody's name away.
	 *
	 * @param whose whoever has this address here, if the file does not name them so
	 */
	public record PlannedPerson(Contact contact, Standing standing, @Nullable Whose whose) {

		public boolean isKnownOtherwise() {
			return this.whose != null;
		}

		/** What is asked about them, by its code; empty when nothing is. */
		public String doubt() {
			return (this.whose != null) ? this.whose.doubt(this.contact.called()) : "";
		}

		/** The name in the file; the address of somebody unnamed. */
		public String name() {
			String typed = this.contact.name();
			return (typed.isEmpty() && this.contact.email() != null) ? this.contact.email() : typed;
		}

	}

}
