package fr.faireavec.factors;

import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People add, name and remove their passkeys, and come in with them. */
@Component
@Transactional
public class PasskeyKeeping {

	private final Passkeys passkeys;

	private final Ceremonies ceremonies;

	private final StrongMeans means;

	private final OwnerNotice notice;

	private final ApplicationEventPublisher events;

	PasskeyKeeping(Passkeys passkeys, Ceremonies ceremonies, StrongMeans means, OwnerNotice notice,
			ApplicationEventPublisher events) {
		this.passkeys = passkeys;
		this.ceremonies = ceremonies;
		this.means = means;
		this.notice = notice;
		this.events = events;
	}

	/** What the browser needs to make a key. */
	@Transactional(readOnly = true)
	public Challenge beforeAdding(Viewer viewer) {
		return Challenge.of(this.ceremonies.registration(viewer.accountId()));
	}

	/**
	 * Keeps the key the browser made for this challenge.
	 * @throws Refusal when it is not one, or one too many
	 */
	public void add(Viewer viewer, String challenge, String credential, String name) {
		if (this.passkeys.countByAccountId(viewer.accountId()) >= Passkey.MOST) {
			throw new Refusal("factors.passkey.tooMany", Passkey.MOST);
		}
		this.ceremonies.register(viewer.accountId(), challenge, credential, name);
		tell("account.passkeyAdded", viewer, Changes.none().note("name", null, name));
	}

	public void rename(Viewer viewer, UUID id, String name) {
		Passkey passkey = of(viewer, id);
		Changes changes = Changes.none().note("name", passkey.getName(), name);
		passkey.rename(name);
		this.events.publishEvent(new Noted("account.passkeyRenamed", viewer.personId(), null, viewer.name(), changes));
	}

	/**
	 * @throws Refusal when it is the last strong means of somebody who must have one
	 */
	public void remove(Viewer viewer, UUID id) {
		Passkey passkey = of(viewer, id);
		this.means.refuseLosingTheLast(viewer, StrongMeans.Kind.PASSKEY);
		this.passkeys.delete(passkey);
		tell("account.passkeyRemoved", viewer, Changes.none().note("name", passkey.getName(), null));
	}

	/** What the browser needs to sign with whichever key it has. */
	@Transactional(readOnly = true)
	public Challenge beforeComingIn() {
		return Challenge.of(this.ceremonies.authentication());
	}

	/**
	 * The account the signed challenge opens.
	 * @throws Refusal when it opens none
	 */
	public UUID comeIn(String challenge, String credential) {
		return this.ceremonies.authenticate(challenge, credential);
	}

	private Passkey of(Viewer viewer, UUID id) {
		return this.passkeys.of(viewer.accountId(), id).orElseThrow(NotFound::new);
	}

	private void tell(String what, Viewer viewer, Changes changes) {
		this.events.publishEvent(new Noted(what, viewer.personId(), null, viewer.name(), changes));
		this.notice.post(viewer, what);
		this.events.publishEvent(new WaysInChanged(viewer.personId(), WaysInChanged.Reason.FACTORS));
	}

	/**
	 * A challenge to remember until the browser answers, and what it is told, as JSON.
	 */
	public record Challenge(String value, String options) {

		static Challenge of(Ceremonies.Asked asked) {
			return new Challenge(asked.challenge(), asked.options());
		}

	}

}
