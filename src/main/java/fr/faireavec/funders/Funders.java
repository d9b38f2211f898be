package fr.faireavec.funders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Everybody who pays. */
public interface Funders extends JpaRepository<Funder, UUID> {

	Optional<Funder> findBySlug(String slug);

	boolean existsBySlug(String slug);

	@Query("select count(f) > 0 from Funder f where lower(f.name) = lower(:name) and f.id <> :except")
	boolean nameTaken(String name, UUID except);

	@Query("select f from Funder f order by f.name")
	List<Funder> byName();

}
