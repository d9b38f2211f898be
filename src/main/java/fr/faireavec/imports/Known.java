package fr.faireavec.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Whose;
import org.jspecify.annotations.Nullable;

/**
 * What the directory already knows of a file's structures and people.
 *
 * @param bySiret structures by SIRET
 * @param byName structures by the name the file gives them, written one way or another
 * @param people by e-mail address
 * @param active how many structures the parcours has
 */
record Known(Map<String, KnownStructure> bySiret, Map<String, List<KnownStructure>> byName, Map<String, Whose> people,
		int active) {

	/** One structure of the directory. */
	record KnownStructure(UUID id, String name, @Nullable String commune, @Nullable String siret, boolean enrolled) {
	}

}
