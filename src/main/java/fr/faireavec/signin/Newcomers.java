package fr.faireavec.signin;

import java.util.UUID;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.factors.StrongMeans;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is still to come in for the first time: nothing is theirs yet but what they were
 * named for, so that an address given to them takes nothing from anybody.
 */
@Component
@Transactional(readOnly = true)
public class Newcomers {

	private final Accounts accounts;

	private final StrongMeans means;

	Newcomers(Accounts accounts, StrongMeans means) {
		this.accounts = accounts;
		this.means = means;
	}

	/** Whether nobody ever came in as them, nor has anything to come in with. */
	public boolean isOne(UUID personId) {
		return this.accounts.ofPerson(personId)
			.filter((account) -> account.hasComeIn() || this.means.of(account.getId()).isAny())
			.isEmpty();
	}

}
