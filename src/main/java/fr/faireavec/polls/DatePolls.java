package fr.faireavec.polls;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every date poll. */
interface DatePolls extends JpaRepository<DatePoll, UUID> {

	/** The one that is neither decided nor given up, with its parcours. */
	@Query("""
			select p from DatePoll p join fetch p.parcours where p.parcours.id = :parcoursId
			  and p.decidedAt is null and p.abandonedAt is null""")
	Optional<DatePoll> aliveIn(UUID parcoursId);

	@Query("select p from DatePoll p join fetch p.parcours where p.id = :id")
	Optional<DatePoll> whole(UUID id);

	/** Nobody else writes in it until the end of the transaction. */
	@Query(nativeQuery = true, value = "SELECT id FROM date_poll WHERE id = :id FOR NO KEY UPDATE")
	Optional<UUID> keepStill(UUID id);

	/** Those whose last day is past, and that nobody closed. */
	@Query("""
			select p from DatePoll p where p.closedAt is null and p.decidedAt is null and p.abandonedAt is null
			  and p.closesOn < :today order by p.closesOn, p.id""")
	List<DatePoll> due(LocalDate today);

}
