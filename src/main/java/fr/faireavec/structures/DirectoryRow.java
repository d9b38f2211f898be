package fr.faireavec.structures;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A structure in the directory's list, with how many parcours it took part in. */
public record DirectoryRow(UUID id, String slug, String name, LegalForm legalForm, @Nullable String commune,
		@Nullable String departement, @Nullable String siret, int parcours) {

	DirectoryRow with(int count) {
		return new DirectoryRow(this.id, this.slug, this.name, this.legalForm, this.commune, this.departement,
				this.siret, count);
	}

	/** « Lens (62) », or what is known of it. */
	public String place() {
		if (this.commune == null) {
			return (this.departement != null) ? this.departement : "";
		}
		return (this.departement != null) ? this.commune + " (" + this.departement + ")" : this.commune;
	}

	/** « 123 456 789 00012 », or nothing. */
	public String siretInWords() {
		return (this.siret == null) ? ""
				: this.siret.replaceAll("(...)(...)(...)(.....)", "$1\u202f$2\u202f$3\u202f$4");
	}

}
