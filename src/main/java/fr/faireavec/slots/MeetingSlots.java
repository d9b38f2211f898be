package fr.faireavec.slots;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Every slot, those that ended too. */
public interface MeetingSlots extends JpaRepository<MeetingSlot, UUID> {

	/**
	 * One slot of this parcours, that nobody else takes until the end of the transaction.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select s from MeetingSlot s where s.id = :id and s.parcours.id = :parcoursId")
	Optional<MeetingSlot> held(UUID parcoursId, UUID id);

	@Query("select s from MeetingSlot s where s.meeting.id = :meetingId")
	Optional<MeetingSlot> ofMeeting(UUID meetingId);

	/** What a facilitator offers in that time, in any parcours, taken or not. */
	@Query("""
			select s from MeetingSlot s where s.facilitator.id = :facilitatorId and s.endedAt is null
			  and s.slot.start < :until and s.slot.end > :from order by s.slot.start""")
	List<MeetingSlot> offeredBy(UUID facilitatorId, LocalDateTime from, LocalDateTime until);

	@Query("""
			select s from MeetingSlot s where s.parcours.id = :parcoursId and s.endedAt is null and s.meeting is null
			order by s.slot.start, s.id""")
	List<MeetingSlot> freeIn(UUID parcoursId);

}
