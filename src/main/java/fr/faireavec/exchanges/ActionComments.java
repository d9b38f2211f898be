package fr.faireavec.exchanges;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All that was said about actions. */
interface ActionComments extends JpaRepository<ActionComment, UUID> {

	@Query("""
			select c from ActionComment c join fetch c.action a join fetch a.enrolment e join fetch e.parcours
			where e.parcours.id = :parcoursId and a.id = :actionId and c.id = :id""")
	Optional<ActionComment> of(UUID parcoursId, UUID actionId, UUID id);

}
