package fr.faireavec.signing;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Every signature of an individual meeting. */
interface MeetingSignatures extends JpaRepository<MeetingSignature, UUID> {

	@Query("select s from MeetingSignature s where s.meetingId = :meetingId")
	List<MeetingSignature> ofMeeting(UUID meetingId);

	@Modifying(flushAutomatically = true)
	@Query("delete from MeetingSignature s where s.meetingId = :meetingId")
	int forget(UUID meetingId);

}
