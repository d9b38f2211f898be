package fr.faireavec.sessions;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every individual meeting. */
public interface IndividualMeetings extends JpaRepository<IndividualMeeting, UUID> {

	@Query("""
			select m from IndividualMeeting m join fetch m.enrolment e join fetch e.structure s left join fetch m.facilitator
			where e.parcours.id = :parcoursId order by s.name, e.id, m.rank""")
	List<IndividualMeeting> ofParcours(UUID parcoursId);

	@Query("select m from IndividualMeeting m where m.enrolment.id = :enrolmentId order by m.rank")
	List<IndividualMeeting> ofEnrolment(UUID enrolmentId);

	/** One meeting, if it belongs to this parcours. */
	@Query("""
			select m from IndividualMeeting m join fetch m.enrolment e join fetch e.structure left join fetch m.facilitator
			left join fetch m.attendees where m.id = :id and e.parcours.id = :parcoursId""")
	Optional<IndividualMeeting> in(UUID parcoursId, UUID id);

	/**
	 * Holds the meeting's row until the end of the transaction, and gives its rank:
	 * nobody signs twice at once, nor while it is said otherwise.
	 */
	@Query(nativeQuery = true, value = """
			SELECT m.rank FROM individual_meeting m JOIN enrolment e ON e.id = m.enrolment_id
			WHERE m.id = :id AND e.parcours_id = :parcoursId FOR NO KEY UPDATE OF m""")
	Optional<Integer> keepStill(UUID parcoursId, UUID id);

	/** What a facilitator is to do in that time, whatever the parcours. */
	@Query("""
			select m from IndividualMeeting m join fetch m.enrolment e join fetch e.structure
			where m.facilitator.id = :facilitatorId and m.state in (fr.faireavec.sessions.MeetingState.SCHEDULED,
			    fr.faireavec.sessions.MeetingState.HELD)
			  and m.slot.start < :until and m.slot.end > :from
			order by m.slot.start, m.id""")
	List<IndividualMeeting> heldBy(UUID facilitatorId, LocalDateTime from, LocalDateTime until);

	/** Planned with one of those who run this parcours, in that time. */
	@Query("""
			select m from IndividualMeeting m join fetch m.enrolment e join fetch e.structure
			where m.state = fr.faireavec.sessions.MeetingState.SCHEDULED
			  and m.facilitator.id in (select f.id from Parcours p join p.facilitators f where p.id = :parcoursId)
			  and m.slot.start < :until and m.slot.end > :from
			order by m.slot.start, m.id""")
	List<IndividualMeeting> ofFacilitatorsOf(UUID parcoursId, LocalDateTime from, LocalDateTime until);

	@Query("""
			select count(m) from IndividualMeeting m where m.enrolment.parcours.id = :parcoursId
			  and m.state = fr.faireavec.sessions.MeetingState.SCHEDULED and m.slot.start < :now""")
	long begunIn(UUID parcoursId, LocalDateTime now);

	@Query("""
			select count(m) from IndividualMeeting m where m.enrolment.parcours.id = :parcoursId
			  and m.state = fr.faireavec.sessions.MeetingState.CANCELLED""")
	long cancelledIn(UUID parcoursId);

	@Query("""
			select count(m) from IndividualMeeting m where m.enrolment.parcours.id = :parcoursId
			  and m.state in (fr.faireavec.sessions.MeetingState.TO_PLAN, fr.faireavec.sessions.MeetingState.SCHEDULED)""")
	long unfinishedIn(UUID parcoursId);

}
