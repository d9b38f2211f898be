package fr.faireavec.structures;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a structure. Name at most 150 characters, sector and commune 120; the
 * département as text (« 02 »).
 */
public record StructureProfile(String name, LegalForm legalForm, @Nullable Siret siret, @Nullable Rna rna,
		@Nullable String sector, @Nullable String commune, @Nullable String departement,
		@Nullable LocalDate memberSince, @Nullable LocalDate charterSignedOn, @Nullable Integer serviceUsersPerYear) {

	/** The least one must know to enrol it. */
	public static StructureProfile of(String name, LegalForm legalForm) {
		return new StructureProfile(name, legalForm, null, null, null, null, null, null, null, null);
	}

}
