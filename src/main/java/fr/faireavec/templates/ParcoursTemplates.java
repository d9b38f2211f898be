package fr.faireavec.templates;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The programmes one can run. */
public interface ParcoursTemplates extends JpaRepository<ParcoursTemplate, UUID> {

	@Query("select t from ParcoursTemplate t join fetch t.family f order by f.rank, t.title")
	List<ParcoursTemplate> all();

	Optional<ParcoursTemplate> findByCode(String code);

}
