package fr.faireavec.signing;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every phone that signed, until the night after its day. */
interface RoomPhones extends JpaRepository<RoomPhone, UUID> {

	@Query("select p from RoomPhone p where p.sessionId = :sessionId and p.tokenHash in :hashes")
	Optional<RoomPhone> with(UUID sessionId, Collection<String> hashes);

}
