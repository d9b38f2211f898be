package fr.faireavec.factors;

import java.util.Set;

/** What the person of this request showed since they came in; kept with their session. */
public interface Presence {

	/** Empty when nobody is signed in. */
	Set<Factor> shown();

	/** They have just shown one more. The session's id changes. */
	void add(Factor factor);

}
