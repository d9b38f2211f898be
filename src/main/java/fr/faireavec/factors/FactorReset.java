package fr.faireavec.factors;

import java.util.UUID;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back for who lost telephone, keys and recovery codes: the administration, once
 * it knows who is asking, takes the second factors away, and they set up new ones.
 */
@Component
@Transactional
public class FactorReset {

	private final Accounts accounts;

	private final Passkeys passkeys;

	private final Authenticators authenticators;

	private final RecoveryCodes recovery;

	private final OwnerNotice notice;

	private final ApplicationEventPublisher events;

	FactorReset(Accounts accounts, Passkeys passkeys, Authenticators authenticators, RecoveryCodes recovery,
			OwnerNotice notice, ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.passkeys = passkeys;
		this.authenticators = authenticators;
		this.recovery = recovery;
		this.notice = notice;
		this.events = events;
	}

	/**
	 * Takes them all away; the owner is told.
	 * @throws Refusal when it is one's own account
	 */
	public void takeAway(Viewer administrator, UUID personId) {
		if (administrator.personId().equals(personId)) {
			throw new Refusal("factors.reset.own");
		}
		Account account = this.accounts.ofPerson(personId).orElseThrow(NotFound::new);
		forget(account.getId());
		String name = account.getPerson().getName();
		this.events.publishEvent(new Noted("account.factorsReset", personId, null, name));
		this.notice.post(personId, account.getId(), "account.factorsReset");
		this.events.publishEvent(new WaysInChanged(personId, WaysInChanged.Reason.FACTORS));
	}

	/** Everything an account could show beyond its password. */
	public void forget(UUID accountId) {
		this.passkeys.forget(accountId);
		this.authenticators.forget(accountId);
		this.recovery.forget(accountId);
	}

}
