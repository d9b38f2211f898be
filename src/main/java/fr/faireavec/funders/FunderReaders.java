package fr.faireavec.funders;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Who reads for whom. */
public interface FunderReaders extends JpaRepository<FunderReader, UUID> {

	@Query("""
			select r from FunderReader r join fetch r.person p
			where r.funder = :funder and r.removedAt is null order by p.familyName, p.givenName""")
	List<FunderReader> of(Funder funder);

	@Query("""
			select r from FunderReader r join fetch r.person
			where r.funder = :funder and r.person.id = :personId and r.removedAt is null""")
	Optional<FunderReader> current(Funder funder, UUID personId);

	/** Whenever this person read for it, now or before. */
	@Query("select r from FunderReader r join fetch r.person where r.funder = :funder and r.person.id = :personId")
	List<FunderReader> former(Funder funder, UUID personId);

	/** For whom this person reads, or read: their own file says so still. */
	@Query("select distinct r.funder.id from FunderReader r where r.person.id = :personId")
	List<UUID> fundersEverReadBy(UUID personId);

	/** What these people read now. */
	@Query("select r from FunderReader r where r.person.id in :people and r.removedAt is null")
	List<FunderReader> readBy(Collection<UUID> people);

}
