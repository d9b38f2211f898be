package fr.faireavec.parcours;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who pilots what; answered by the room that keeps the mandates. */
public interface Pilotage {

	/**
	 * The structures a person pilots or copilots in this parcours on a day, the first one
	 * she was mandated by first. One person may stand for several.
	 */
	List<PilotedStructure> structures(UUID parcoursId, UUID personId, LocalDate day);

	/** The parcours in which a person pilots or copilots on a day. */
	Set<UUID> parcours(UUID personId, LocalDate day);

}
