package fr.faireavec.factors;

import java.util.UUID;

/** Lets somebody in who proved who they are by a passkey; answered by signing in. */
public interface Arrival {

	/**
	 * Counts one more who is about to show a passkey, before anything is kept for them;
	 * ends the request when their network asks too often.
	 */
	void knock();

	/**
	 * Opens a session of this account, under a new id.
	 * @return where to go next, a path
	 * @throws fr.faireavec.kernel.Refusal when the account is closed
	 */
	String signIn(UUID accountId, Factor shown);

}
