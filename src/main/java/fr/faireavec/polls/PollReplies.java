package fr.faireavec.polls;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** What everybody said to every poll. */
interface PollReplies extends JpaRepository<PollReply, UUID> {

	/** What somebody says, be they a person or a guest speaker. */
	@Query("""
			select r from PollReply r left join fetch r.answers
			where r.poll.id = :pollId and (r.person.id = :askeeId or r.speaker.id = :askeeId)""")
	Optional<PollReply> of(UUID pollId, UUID askeeId);

	@Query("select r from PollReply r where r.speaker.id = :speakerId")
	List<PollReply> ofSpeaker(UUID speakerId);

	@Query("select distinct r from PollReply r left join fetch r.answers where r.poll.id = :pollId")
	List<PollReply> ofPoll(UUID pollId);

}
