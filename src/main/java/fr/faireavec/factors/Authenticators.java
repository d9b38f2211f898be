package fr.faireavec.factors;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Authenticators extends JpaRepository<Authenticator, UUID> {

	@Query("select a from Authenticator a where a.accountId = :accountId")
	Optional<Authenticator> of(UUID accountId);

	/** Held until the code is taken: two requests cannot take the same. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Authenticator a where a.accountId = :accountId")
	Optional<Authenticator> held(UUID accountId);

	@Modifying
	@Query("delete from Authenticator a where a.accountId = :accountId")
	void forget(UUID accountId);

}
