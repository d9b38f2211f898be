package fr.faireavec.library;

import java.util.UUID;

import fr.faireavec.structures.LegalForm;
import org.jspecify.annotations.Nullable;

/**
 * Which actions of the library one looks for, besides their words; null for any.
 *
 * @param legalForm what the structure was when it came into its parcours
 * @param departement its code, as it was then; empty for any
 */
public record LibraryFilter(@Nullable UUID themeId, @Nullable UUID leverId, @Nullable UUID levelId,
		@Nullable LegalForm legalForm, String departement) {

	public static final LibraryFilter NONE = new LibraryFilter(null, null, null, null, "");

	public boolean isAny() {
		return equals(NONE);
	}

}
