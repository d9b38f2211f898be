package fr.faireavec.sessions;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every collective session. */
public interface CollectiveSessions extends JpaRepository<CollectiveSession, UUID> {

	@Query("select s from CollectiveSession s where s.parcours.id = :parcoursId order by s.rank")
	List<CollectiveSession> ofParcours(UUID parcoursId);

	/** All of a parcours, with their half-days. */
	@Query("""
			select distinct s from CollectiveSession s left join fetch s.halfDays
			where s.parcours.id = :parcoursId order by s.rank""")
	List<CollectiveSession> datedIn(UUID parcoursId);

	/** One session by its rank, with its half-days and its parcours. */
	@Query("""
			select s from CollectiveSession s join fetch s.parcours p left join fetch s.halfDays
			where p.id = :parcoursId and s.rank = :rank""")
	Optional<CollectiveSession> ranked(UUID parcoursId, int rank);

	/** One by its id, with its half-days and its parcours. */
	@Query("select s from CollectiveSession s join fetch s.parcours left join fetch s.halfDays where s.id = :id")
	Optional<CollectiveSession> whole(UUID id);

	/**
	 * Holds the session's row until the end of the transaction, and gives its rank:
	 * nobody moves it while attendance is written, nor the other way round.
	 */
	@Query(nativeQuery = true, value = """
			SELECT s.rank FROM collective_session s
			WHERE s.parcours_id = :parcoursId AND s.rank = :rank FOR NO KEY UPDATE""")
	Optional<Integer> keepStill(UUID parcoursId, int rank);

	/** All those of a parcours, in one order for everybody. */
	@Query(nativeQuery = true, value = """
			SELECT s.rank FROM collective_session s WHERE s.parcours_id = :parcoursId
			ORDER BY s.rank FOR NO KEY UPDATE""")
	List<Integer> keepAllStill(UUID parcoursId);

	/** The same, by one of its half-days. */
	@Query(nativeQuery = true, value = """
			SELECT s.rank FROM collective_session s
			WHERE s.parcours_id = :parcoursId AND s.id = (SELECT h.session_id FROM half_day h WHERE h.id = :halfDayId)
			FOR NO KEY UPDATE""")
	Optional<Integer> keepStillWith(UUID parcoursId, UUID halfDayId);

	/** Those of other parcours that share a facilitator with this one, in that time. */
	@Query("""
			select s from CollectiveSession s join fetch s.parcours p
			where p.id <> :parcoursId and s.state in (fr.faireavec.sessions.SessionState.RESERVED,
			    fr.faireavec.sessions.SessionState.SCHEDULED, fr.faireavec.sessions.SessionState.HELD)
			  and s.slot.start < :until and s.slot.end > :from
			  and exists (select f.id from Parcours mine join mine.facilitators f
			    where mine.id = :parcoursId and f member of p.facilitators)
			order by s.slot.start, s.id""")
	List<CollectiveSession> ofSameFacilitators(UUID parcoursId, LocalDateTime from, LocalDateTime until);

	/** Those of the parcours somebody runs, in that time. */
	@Query("""
			select s from CollectiveSession s join fetch s.parcours p join p.facilitators f
			where f.id = :personId and s.state in (fr.faireavec.sessions.SessionState.RESERVED,
			    fr.faireavec.sessions.SessionState.SCHEDULED, fr.faireavec.sessions.SessionState.HELD)
			  and s.slot.start < :until and s.slot.end > :from
			order by s.slot.start, s.id""")
	List<CollectiveSession> runBy(UUID personId, LocalDateTime from, LocalDateTime until);

	@Query("""
			select count(s) from CollectiveSession s where s.parcours.id = :parcoursId
			  and s.state = fr.faireavec.sessions.SessionState.SCHEDULED and s.slot.start < :now""")
	long begunIn(UUID parcoursId, LocalDateTime now);

	@Query("""
			select count(s) from CollectiveSession s where s.parcours.id = :parcoursId
			  and s.state = fr.faireavec.sessions.SessionState.CANCELLED""")
	long cancelledIn(UUID parcoursId);

	@Query("""
			select count(s) from CollectiveSession s where s.parcours.id = :parcoursId
			  and s.state not in (fr.faireavec.sessions.SessionState.HELD, fr.faireavec.sessions.SessionState.CANCELLED)""")
	long unfinishedIn(UUID parcoursId);

}
