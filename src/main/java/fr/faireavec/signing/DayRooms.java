package fr.faireavec.signing;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every room of a day. */
interface DayRooms extends JpaRepository<DayRoom, UUID> {

	@Query("select r from DayRoom r where r.codeHash in :hashes")
	Optional<DayRoom> withCode(Collection<String> hashes);

}
