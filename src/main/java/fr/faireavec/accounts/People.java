package fr.faireavec.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Everybody known here. */
public interface People extends JpaRepository<Person, UUID> {

	/** By address, already in lower case ({@link Person#normalised}). */
	Optional<Person> findByEmail(String email);

	List<Person> findByEmailIn(Collection<String> emails);

	/** Those who may run a parcours. */
	@Query("""
			select p from Person p where p.id in
			  (select a.person.id from Account a where a.role is not null and a.disabledAt is null)
			order by p.familyName, p.givenName""")
	List<Person> whoMayFacilitate();

}
