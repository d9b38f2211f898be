package fr.faireavec.scans;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every page of paper that was scanned. */
interface ScannedPages extends JpaRepository<ScannedPage, UUID> {

	@Query("""
			select p from ScannedPage p join fetch p.session s join fetch s.parcours
			where s.parcours.id = :parcoursId and s.rank = :rank and p.id = :id""")
	Optional<ScannedPage> of(UUID parcoursId, int rank, UUID id);

	@Query("select p from ScannedPage p join fetch p.session s where s.parcours.id = :parcoursId and p.source = :source")
	Optional<ScannedPage> given(UUID parcoursId, String source);

	@Query("select count(p) from ScannedPage p where p.session.parcours.id = :parcoursId")
	int pieces(UUID parcoursId);

	@Query("select coalesce(sum(p.bytes), 0) from ScannedPage p where p.session.parcours.id = :parcoursId")
	long bytes(UUID parcoursId);

}
