package fr.faireavec.taxonomies;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which programmes work with which entries; answered by the room that keeps them. */
public interface Programmes {

	/**
	 * The titles of the programmes by entry, for one list; an entry without any is left
	 * out.
	 */
	Map<UUID, List<String>> workingWith(Taxonomy taxonomy);

}
