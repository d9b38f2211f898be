package fr.faireavec.signing;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Every signature. */
interface Signatures extends JpaRepository<Signature, UUID> {

	@Query("select s from Signature s where s.attendanceId = :lineId")
	Optional<Signature> ofLine(UUID lineId);

	@Query("select s from Signature s where s.guestId = :guestId and s.halfDayId = :halfDayId")
	Optional<Signature> ofGuest(UUID guestId, UUID halfDayId);

	/** The half-days a guest signed. */
	@Query("select s.halfDayId from Signature s where s.guestId = :guestId")
	Set<UUID> halfDaysOf(UUID guestId);

	/** Whether somebody else than that person, or that guest, signed on a phone. */
	@Query(nativeQuery = true, value = """
			SELECT count(*) > 0 FROM signature s LEFT JOIN attendance a ON a.id = s.attendance_id
			WHERE s.phone_id = :phoneId AND coalesce(a.person_id, s.guest_id) <> :who""")
	boolean isOthers(UUID phoneId, UUID who);

	@Modifying(flushAutomatically = true)
	@Query("delete from Signature s where s.attendanceId in :lines or s.guestId in :guests")
	int forget(Collection<UUID> lines, Collection<UUID> guests);

}
