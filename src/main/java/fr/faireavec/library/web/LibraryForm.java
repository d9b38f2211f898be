package fr.faireavec.library.web;

import java.util.UUID;

import fr.faireavec.library.LibraryFilter;
import fr.faireavec.structures.LegalForm;
import org.jspecify.annotations.Nullable;

/** What is looked for in the library; its names are those of the address. */
class LibraryForm {

	public String q = "";

	public @Nullable UUID theme;

	public @Nullable UUID levier;

	public @Nullable UUID niveau;

	public @Nullable LegalForm forme;

	public String departement = "";

	LibraryFilter toFilter() {
		return new LibraryFilter(this.theme, this.levier, this.niveau, this.forme, this.departement);
	}

}
