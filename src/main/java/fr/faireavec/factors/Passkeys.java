package fr.faireavec.factors;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Every passkey. */
public interface Passkeys extends JpaRepository<Passkey, UUID> {

	Optional<Passkey> findByCredentialId(byte[] credentialId);

	@Query("select p from Passkey p where p.accountId = :accountId order by p.addedAt, p.id")
	List<Passkey> of(UUID accountId);

	@Query("select p from Passkey p where p.id = :id and p.accountId = :accountId")
	Optional<Passkey> of(UUID accountId, UUID id);

	long countByAccountId(UUID accountId);

	@Modifying
	@Query("delete from Passkey p where p.accountId = :accountId")
	void forget(UUID accountId);

}
