package fr.faireavec.attendance;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every countersignature, by its half-day. */
interface RegisterSeals extends JpaRepository<RegisterSeal, UUID> {

	@Query("select s from RegisterSeal s join fetch s.countersignedBy where s.id in :halfDayIds")
	List<RegisterSeal> of(Collection<UUID> halfDayIds);

	@Query("select count(s) > 0 from RegisterSeal s where s.id in (select h.id from HalfDay h where h.session.id = :sessionId)")
	boolean existOf(UUID sessionId);

}
