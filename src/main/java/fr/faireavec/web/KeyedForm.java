package fr.faireavec.web;

import java.util.UUID;

import fr.faireavec.kernel.Ids;

/**
 * A form that makes something new: each blank one has a key of its own, by which it is
 * known when it comes back ({@link fr.faireavec.kernel.OnceOnly}).
 */
public abstract class KeyedForm {

	public UUID key = Ids.next();

}
