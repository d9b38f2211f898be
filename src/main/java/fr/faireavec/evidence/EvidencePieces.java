package fr.faireavec.evidence;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every piece of evidence. */
interface EvidencePieces extends JpaRepository<EvidencePiece, UUID> {

	@Query("""
			select p from EvidencePiece p join fetch p.action a join fetch a.enrolment e join fetch e.parcours
			where e.parcours.id = :parcoursId and a.id = :actionId and p.id = :id""")
	Optional<EvidencePiece> of(UUID parcoursId, UUID actionId, UUID id);

	@Query("select p from EvidencePiece p where p.action.id = :actionId and p.source = :source")
	Optional<EvidencePiece> given(UUID actionId, String source);

}
