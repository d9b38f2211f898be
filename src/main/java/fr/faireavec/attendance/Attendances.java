package fr.faireavec.attendance;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every line of every register. */
interface Attendances extends JpaRepository<Attendance, UUID> {

	@Query("select a from Attendance a where a.halfDay.id = :halfDayId and a.person.id = :personId")
	Optional<Attendance> line(UUID halfDayId, UUID personId);

	@Query("select distinct a from Attendance a left join fetch a.enrolments where a.halfDay.id = :halfDayId")
	List<Attendance> ofHalfDay(UUID halfDayId);

	@Query("""
			select distinct a from Attendance a join fetch a.recordedBy left join fetch a.enrolments e
			  left join fetch e.structure
			where a.halfDay.session.id = :sessionId order by a.personName, a.id""")
	List<Attendance> ofSession(UUID sessionId);

	@Query("select max(a.halfDay.slot.start) from Attendance a join a.enrolments e where e.id = :enrolmentId")
	Optional<LocalDateTime> lastMoment(UUID enrolmentId);

	@Query("""
			select max(a.halfDay.slot.start) from Attendance a join a.enrolments e
			where e.id = :enrolmentId and a.person.id = :personId""")
	Optional<LocalDateTime> lastMoment(UUID enrolmentId, UUID personId);

	@Query("""
			select max(a.halfDay.slot.start) from Attendance a join a.enrolments e where e.id = :enrolmentId
			  and not exists (select h.id from HalfDay h where h.session = a.halfDay.session
			    and not exists (select s.id from RegisterSeal s where s.id = h.id))""")
	Optional<LocalDateTime> lastClosedMoment(UUID enrolmentId);

	@Query("select count(a) > 0 from Attendance a where a.halfDay.session.id = :sessionId")
	boolean existOf(UUID sessionId);

}
