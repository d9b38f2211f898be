package fr.faireavec.replies;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** What everybody said of every day. */
interface Replies extends JpaRepository<Reply, UUID> {

	@Query("select r from Reply r left join fetch r.saidBy where r.session.id = :sessionId")
	List<Reply> ofSession(UUID sessionId);

	@Query("""
			select r from Reply r left join fetch r.saidBy
			where r.session.id = :sessionId and r.person.id = :personId""")
	Optional<Reply> of(UUID sessionId, UUID personId);

}
