package fr.faireavec.parcours;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every parcours. (The word is its own plural.) */
public interface AllParcours extends JpaRepository<Parcours, UUID> {

	Optional<Parcours> findBySlug(String slug);

	boolean existsBySlug(String slug);

	/** Named to run it, and still of the animation or the administration. */
	@Query("""
			select count(p) > 0 from Parcours p join p.facilitators f join Account a on a.person = f
			where p.id = :parcoursId and f.id = :personId and a.role is not null and a.disabledAt is null""")
	boolean isRunBy(UUID parcoursId, UUID personId);

	@Query("select p from Parcours p join fetch p.template left join fetch p.facilitators where p.id = :id")
	Optional<Parcours> whole(UUID id);

	/** Whom its participants write to: those who run it and still come in, by name. */
	@Query("""
			select new fr.faireavec.parcours.Contact(f.id, concat(f.givenName, ' ', f.familyName), f.email, f.telephone)
			from Parcours p join p.facilitators f join Account a on a.person = f
			where p.id = :parcoursId and a.role is not null and a.disabledAt is null order by f.familyName, f.givenName, f.id""")
	List<Contact> contacts(UUID parcoursId);

	@Query("select p from Parcours p join p.facilitators f where f.id = :personId order by p.startsOn, p.id")
	List<Parcours> namedToRun(UUID personId);

	/** Where its individual meetings fall, in order. */
	@Query("select plan from Parcours p join p.meetingPlan plan where p.id = :id order by plan.rank")
	List<MeetingPlan> meetingPlan(UUID id);

}
