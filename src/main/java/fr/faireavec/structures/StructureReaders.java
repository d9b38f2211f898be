package fr.faireavec.structures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Who beside the network's staff reads a structure's sheet, and where the structure takes
 * part; answered by the room that keeps the mandates.
 */
public interface StructureReaders {

	/** Whether this person pilots or copilots the structure today. */
	boolean mayRead(UUID structureId, Viewer viewer);

	/** How many parcours each of these structures took part in; absent for none. */
	Map<UUID, Integer> counts(Collection<UUID> structureIds);

	/** Where it took part, the newest first. */
	List<Participation> participations(UUID structureId, Viewer viewer);

	/**
	 * A parcours it was in: from a day, and until another (excluded) when it left. The
	 * path is null where this person has no seat.
	 */
	record Participation(String parcours, String state, LocalDate from, @Nullable LocalDate until,
			@Nullable String path) {
	}

}
