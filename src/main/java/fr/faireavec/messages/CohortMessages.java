package fr.faireavec.messages;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every message to a cohort. */
public interface CohortMessages extends JpaRepository<CohortMessage, UUID> {

	/** One message with all it speaks of. */
	@Query("""
			select m from CohortMessage m join fetch m.parcours join fetch m.author left join fetch m.session
			where m.id = :id""")
	Optional<CohortMessage> whole(UUID id);

	/** How many somebody sent since then, in all parcours. */
	@Query("select count(m) from CohortMessage m where m.author.id = :authorId and m.sentAt > :since")
	long countSince(UUID authorId, Instant since);

}
