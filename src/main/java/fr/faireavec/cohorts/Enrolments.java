package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every participation. */
public interface Enrolments extends JpaRepository<Enrolment, UUID> {

	@Query("select e from Enrolment e join fetch e.structure s where e.parcours.id = :parcoursId order by s.name, e.id")
	List<Enrolment> ofParcours(UUID parcoursId);

	/** One enrolment, if it belongs to this parcours. */
	@Query("select e from Enrolment e join fetch e.structure where e.id = :id and e.parcours.id = :parcoursId")
	Optional<Enrolment> in(UUID parcoursId, UUID id);

	/** The same with the levels it aims at. */
	@Query("""
			select e from Enrolment e join fetch e.structure left join fetch e.aimedLevels
			where e.id = :id and e.parcours.id = :parcoursId""")
	Optional<Enrolment> whole(UUID parcoursId, UUID id);

	@Query("select e from Enrolment e where e.parcours.id = :parcoursId and e.structure.id = :structureId")
	Optional<Enrolment> ofStructure(UUID parcoursId, UUID structureId);

	/** Those whose day to leave has come, and that nobody told yet. */
	@Query("""
			select e.id from Enrolment e where e.withdrawnOn <= :day and (e.state = fr.faireavec.cohorts.EnrolmentState.ACTIVE
			  or exists (select m.id from Mandate m where m.enrolment = e
			    and m.state = fr.faireavec.cohorts.MandateState.ACTIVE))
			order by e.id""")
	List<UUID> dueToLeave(LocalDate day);

	/** Those that take part on a day. */
	@Query("""
			select e from Enrolment e join fetch e.structure s
			where e.parcours.id = :parcoursId and e.activeFrom <= :day
			  and (e.withdrawnOn is null or e.withdrawnOn > :day)
			  and function('multirange_contains_elem', e.away, :day) = false order by s.name, e.id""")
	List<Enrolment> activeOn(UUID parcoursId, LocalDate day);

}
