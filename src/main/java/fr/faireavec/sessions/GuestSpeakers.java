package fr.faireavec.sessions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every guest speaker of every day. */
public interface GuestSpeakers extends JpaRepository<GuestSpeaker, UUID> {

	@Query("select g from GuestSpeaker g where g.session.id = :sessionId order by g.name, g.id")
	List<GuestSpeaker> ofSession(UUID sessionId);

	/** One of a day. */
	@Query("select g from GuestSpeaker g where g.session.id = :sessionId and g.id = :id")
	Optional<GuestSpeaker> of(UUID sessionId, UUID id);

}
