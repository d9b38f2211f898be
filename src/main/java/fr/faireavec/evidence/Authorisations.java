package fr.faireavec.evidence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Everybody who was asked whether they may be shown. */
interface Authorisations extends JpaRepository<Authorisation, UUID> {

	/** Those of one piece, in the order they were asked. */
	@Query("select a from Authorisation a where a.piece.id = :pieceId order by a.id")
	List<Authorisation> about(UUID pieceId);

	@Query("select a from Authorisation a where a.piece.id = :pieceId and lower(a.person) = lower(:person)")
	Optional<Authorisation> of(UUID pieceId, String person);

	/** One with all that its page shows. */
	@Query("""
			select a from Authorisation a join fetch a.piece p join fetch p.action n join fetch n.enrolment e
			  join fetch e.structure join fetch e.parcours where a.id = :id""")
	Optional<Authorisation> whole(UUID id);

	boolean existsByPieceId(UUID pieceId);

}
