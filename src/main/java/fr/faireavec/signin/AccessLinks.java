package fr.faireavec.signin;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Account;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface AccessLinks extends JpaRepository<AccessLink, UUID> {

	@Query("select l from AccessLink l join fetch l.account a join fetch a.person where l.tokenHash = :tokenHash")
	Optional<AccessLink> withHash(String tokenHash);

	/** A new link makes the older ones worthless. */
	@Modifying
	@Query("delete from AccessLink l where l.account = :account and l.usedAt is null")
	void dropUnused(Account account);

}
