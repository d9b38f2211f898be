package fr.faireavec.structures;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.NativeQuery;

/** The directory. */
public interface Structures extends JpaRepository<Structure, UUID> {

	Optional<Structure> findBySlug(String slug);

	boolean existsBySlug(String slug);

	Optional<Structure> findBySiret(String siret);

	Optional<Structure> findByRna(String rna);

	/** Those called so, whatever the case, the accents, the hyphens and the spaces. */
	@NativeQuery("""
			SELECT s.* FROM structure s WHERE name_key(s.name) = name_key(:name) ORDER BY s.commune, s.id""")
	List<Structure> called(String name);

}
