package fr.faireavec.signin.web;

import fr.faireavec.factors.Factor;
import org.jspecify.annotations.Nullable;

/** Where somebody goes once they are in. */
final class AfterSignIn {

	/** Offers a passkey, so that the next time takes one gesture. */
	static final String OFFER = "/mon-compte/cles?bienvenue";

	private AfterSignIn() {
	}

	/**
	 * The page they wanted; the first time by mail, the offer of a passkey before that.
	 */
	static String path(boolean first, Factor shown, @Nullable String wanted) {
		if (first && shown == Factor.MAIL) {
			return OFFER;
		}
		return (wanted != null) ? wanted : "/";
	}

}
