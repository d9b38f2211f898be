package fr.faireavec.factors;

import java.time.Instant;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RecoveryCodes extends JpaRepository<RecoveryCode, UUID> {

	/** 1 for the request that used it, 0 for any other. */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update RecoveryCode c set c.usedAt = :at
			where c.accountId = :accountId and c.fingerprint = :fingerprint and c.usedAt is null""")
	int use(UUID accountId, String fingerprint, Instant at);

	@Modifying
	@Query("delete from RecoveryCode c where c.accountId = :accountId")
	void forget(UUID accountId);

}
