package fr.faireavec.parcours;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who pilots what; answered by the room that keeps the mandates. */
public interface Pilotage {

	/** The enrolment a person pilots or copilots in this parcours on a day. */
	Optional<UUID> enrolment(UUID parcoursId, UUID personId, LocalDate day);

	/** The parcours in which a person pilots or copilots on a day. */
	Set<UUID> parcours(UUID personId, LocalDate day);

}
