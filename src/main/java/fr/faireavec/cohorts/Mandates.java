package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Person;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every mandate, past and present. */
public interface Mandates extends JpaRepository<Mandate, UUID> {

	@Query("""
			select m from Mandate m join fetch m.person where m.enrolment.id = :enrolmentId
			order by m.role desc, m.startsOn, m.id""")
	List<Mandate> ofEnrolment(UUID enrolmentId);

	/** All of a parcours; pilots first. */
	@Query("""
			select m from Mandate m join fetch m.person where m.enrolment.parcours.id = :parcoursId
			order by m.role desc, m.startsOn, m.id""")
	List<Mandate> ofParcours(UUID parcoursId);

	/** One mandate, if it belongs to this enrolment of this parcours. */
	@Query("""
			select m from Mandate m join fetch m.person join fetch m.enrolment e
			where m.id = :id and e.id = :enrolmentId and e.parcours.id = :parcoursId""")
	Optional<Mandate> in(UUID parcoursId, UUID enrolmentId, UUID id);

	@Query("""
			select m from Mandate m join fetch m.person where m.enrolment.id = :enrolmentId
			  and m.role = :role and m.state = fr.faireavec.cohorts.MandateState.ACTIVE""")
	Optional<Mandate> active(UUID enrolmentId, MandateRole role);

	/** Whether somebody holds a mandate that day or will later, anywhere. */
	@Query("""
			select count(m) > 0 from Mandate m where m.person.id = :personId
			  and (m.endsOn is null or m.endsOn > :day)""")
	boolean anyFrom(UUID personId, LocalDate day);

	/**
	 * Expected on a day (rule 4): mandated that day, of enrolments active that day;
	 * pilots first.
	 */
	@Query("""
			select m from Mandate m join fetch m.person p join fetch m.enrolment e join fetch e.structure s
			where e.parcours.id = :parcoursId
			  and m.startsOn <= :day and (m.endsOn is null or m.endsOn > :day)
			  and e.activeFrom <= :day and (e.withdrawnOn is null or e.withdrawnOn > :day)
			  and function('multirange_contains_elem', e.away, :day) = false
			order by s.name, e.id, m.role desc""")
	List<Mandate> expectedOn(UUID parcoursId, LocalDate day);

	/** The people of those, each once. */
	default List<UUID> peopleOn(UUID parcoursId, LocalDate day) {
		return expectedOn(parcoursId, day).stream().map(Mandate::getPerson).map(Person::getId).distinct().toList();
	}

}
