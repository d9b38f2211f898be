package fr.faireavec.taxonomies;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Every entry of every list. */
public interface TaxonomyEntries extends JpaRepository<TaxonomyEntry, UUID> {

	/** What may be chosen today from these lists. */
	@Query("""
			select e from TaxonomyEntry e where e.taxonomy in :taxonomies and e.retiredOn is null
			order by e.taxonomy, e.rank, e.label""")
	List<TaxonomyEntry> offered(Collection<Taxonomy> taxonomies);

	/** The whole of one list, retired ones last, with their former labels. */
	@Query("""
			select e from TaxonomyEntry e left join fetch e.formerLabels where e.taxonomy = :taxonomy
			order by case when e.retiredOn is null then 0 else 1 end, e.rank, e.label""")
	List<TaxonomyEntry> whole(Taxonomy taxonomy);

	/** One entry of one list, with its former labels. */
	@Query("select e from TaxonomyEntry e left join fetch e.formerLabels where e.taxonomy = :taxonomy and e.id = :id")
	Optional<TaxonomyEntry> in(Taxonomy taxonomy, UUID id);

	/**
	 * Those of one list, held until the end of the transaction: nobody else moves them.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from TaxonomyEntry e where e.taxonomy = :taxonomy order by e.rank, e.label, e.id")
	List<TaxonomyEntry> held(Taxonomy taxonomy);

}
