package fr.faireavec.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Every account. */
public interface Accounts extends JpaRepository<Account, UUID> {

	@Query("select a from Account a join fetch a.person p where p.email = :email")
	Optional<Account> signingInAs(String email);

	@Query("select a from Account a join fetch a.person p where p.id = :personId")
	Optional<Account> ofPerson(UUID personId);

	/** Those of these people whose account is closed. */
	@Query("select a.person.id from Account a where a.person.id in :personIds and a.disabledAt is not null")
	Set<UUID> closedAmong(Collection<UUID> personIds);

	/** Whether anybody has ever signed in. */
	@Query("select exists (select 1 from Account a where a.acceptedAt is not null)")
	boolean someoneHasComeIn();

	/** The working administrators, held until the end of the transaction. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select a from Account a where a.role = fr.faireavec.accounts.Role.ADMIN and a.disabledAt is null
			order by a.id""")
	List<Account> heldAdministrators();

}
