package fr.faireavec.attendance;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every guest of every session. */
interface SessionGuests extends JpaRepository<SessionGuest, UUID> {

	@Query("""
			select g from SessionGuest g left join fetch g.represents e left join fetch e.structure
			where g.session.id = :sessionId order by g.name, g.id""")
	List<SessionGuest> ofSession(UUID sessionId);

	@Query("select count(g) > 0 from SessionGuest g where g.session.id = :sessionId and g.represents is not null")
	boolean representAt(UUID sessionId);

}
