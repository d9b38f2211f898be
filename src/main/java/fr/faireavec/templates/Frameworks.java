package fr.faireavec.templates;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The frameworks, of templates and of parcours. */
public interface Frameworks extends JpaRepository<Framework, UUID> {

	/** With all its entries, in one statement. */
	@Query("select f from Framework f left join fetch f.entries e left join fetch e.entry where f.id = :id")
	Optional<Framework> whole(UUID id);

}
