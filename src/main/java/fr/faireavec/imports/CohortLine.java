package fr.faireavec.imports;

import java.time.LocalDate;
import java.util.List;

import fr.faireavec.structures.Commune;
import fr.faireavec.structures.LegalForm;
import fr.faireavec.structures.Siret;
import fr.faireavec.structures.StructureProfile;
import org.jspecify.annotations.Nullable;

/**
 * One structure as the file describes it, and everything that is wrong with the line.
 *
 * @param line where its first line starts in the file
 * @param lines where each of its lines starts: one a person, in some files
 */
public record CohortLine(int line, List<Integer> lines, String name, @Nullable LegalForm legalForm,
		@Nullable Siret siret, @Nullable String commune, @Nullable String departement, @Nullable Contact pilot,
		@Nullable Contact copilot, LocalDate from, boolean dated, @Nullable String signatory,
		@Nullable LocalDate signedOn, List<Reason> reasons) {

	/** « Nom, commune »: what two lines about one structure share. */
	String nameAndCommune() {
		return Plain.key(this.name) + "/" + Commune.key(this.commune);
	}

	/** Only of a line without any reason against it. */
	StructureProfile profile() {
		if (this.legalForm == null) {
			throw new IllegalStateException("a refused line");
		}
		return new StructureProfile(this.name, this.legalForm, this.siret, null, null, this.commune, this.departement,
				null, null, null);
	}

}
