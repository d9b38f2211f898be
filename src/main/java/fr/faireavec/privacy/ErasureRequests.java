package fr.faireavec.privacy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every request to be erased. */
public interface ErasureRequests extends JpaRepository<ErasureRequest, UUID> {

	/** Those that wait for an answer, the most pressing first. */
	@Query("""
			select r from ErasureRequest r join fetch r.person
			where r.state = fr.faireavec.privacy.RequestState.ASKED order by r.dueOn, r.id""")
	List<ErasureRequest> open();

	@Query("""
			select r from ErasureRequest r join fetch r.person left join fetch r.settledBy
			where r.state <> fr.faireavec.privacy.RequestState.ASKED order by r.settledAt desc, r.id""")
	List<ErasureRequest> settled(Limit most);

	@Query("""
			select r from ErasureRequest r join fetch r.person
			where r.person.id = :personId and r.state = fr.faireavec.privacy.RequestState.ASKED""")
	Optional<ErasureRequest> openOf(UUID personId);

	/** The newest first. */
	@Query("select r from ErasureRequest r where r.person.id = :personId order by r.askedAt desc, r.id")
	List<ErasureRequest> of(UUID personId);

}
