package fr.faireavec.parcours;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every convention. */
public interface Conventions extends JpaRepository<Convention, UUID> {

	@Query("select c from Convention c join fetch c.funder f where c.parcours.id = :parcoursId order by f.name, c.terms.number")
	List<Convention> ofParcours(UUID parcoursId);

	/**
	 * The conventions by which a person may read a parcours, as a reader of its funder
	 * today.
	 */
	@Query("""
			select c.id from Convention c where c.parcours.id = :parcoursId and c.funder.id in
			  (select r.funder.id from FunderReader r where r.person.id = :personId and r.removedAt is null)""")
	List<UUID> readBy(UUID parcoursId, UUID personId);

	/** One convention, if it belongs to this parcours. */
	@Query("select c from Convention c join fetch c.funder where c.id = :id and c.parcours.id = :parcoursId")
	Optional<Convention> in(UUID parcoursId, UUID id);

	@Query("""
			select count(c) > 0 from Convention c where c.parcours.id = :parcoursId and c.funder.id = :funderId
			  and c.terms.number = :number and c.id <> :except""")
	boolean numberTaken(UUID parcoursId, UUID funderId, String number, UUID except);

}
