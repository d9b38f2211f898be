package fr.faireavec.factors;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.audit.Noted;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Forgets what was set up to come in with, where it may be somebody else's: the password
 * and the factors of whoever held the address until now, or of a time before a first
 * role. The letter about the change says so; they come in by a letter and set up others.
 */
@Component
class FormerMeans {

	private final Accounts accounts;

	private final StrongMeans means;

	private final FactorReset factors;

	private final ApplicationEventPublisher events;

	FormerMeans(Accounts accounts, StrongMeans means, FactorReset factors, ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.means = means;
		this.factors = factors;
		this.events = events;
	}

	/** In the transaction of the change. */
	@EventListener
	void end(WaysInChanged changed) {
		if (changed.anew()) {
			this.accounts.ofPerson(changed.personId()).ifPresent(this::forget);
		}
	}

	private void forget(Account account) {
		boolean had = this.means.of(account.getId()).isAny();
		account.forgetPassword();
		this.factors.forget(account.getId());
		this.accounts.flush();
		if (had) {
			this.events.publishEvent(new Noted("account.meansForgotten", account.getPerson().getId(), null,
					account.getPerson().getName()));
		}
	}

}
