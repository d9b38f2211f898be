package fr.faireavec.taxonomies;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every entry of every list. */
public interface TaxonomyEntries extends JpaRepository<TaxonomyEntry, UUID> {

	/** What may be chosen today from these lists. */
	@Query("""
			select e from TaxonomyEntry e where e.taxonomy in :taxonomies and e.retiredOn is null
			order by e.taxonomy, e.rank, e.label""")
	List<TaxonomyEntry> offered(Collection<Taxonomy> taxonomies);

}
