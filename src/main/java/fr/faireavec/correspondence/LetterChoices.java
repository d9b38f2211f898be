package fr.faireavec.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** What was decided of letters that wait, or waited. */
interface LetterChoices extends JpaRepository<LetterChoice, UUID> {

	@Query("""
			select c from LetterChoice c
			where c.subjectId = :subjectId and c.occurrence = :occurrence and c.usedAt is null""")
	Optional<LetterChoice> waiting(UUID subjectId, Occurrence occurrence);

	/** Those of letters written then, or later; the first is that letter's. */
	@Query("""
			select c from LetterChoice c
			where c.subjectId = :subjectId and c.occurrence = :occurrence and (c.usedAt is null or c.usedAt >= :writtenAt)
			order by c.usedAt asc nulls last""")
	List<LetterChoice> since(UUID subjectId, Occurrence occurrence, Instant writtenAt);

}
