package fr.faireavec.journal;

import java.util.ArrayList;
import java.util.List;

import fr.faireavec.kernel.Refusal;

/**
 * What the rules say no to, gathered so that a form shows all of it at once: the first
 * refusal is thrown, the others travel with it.
 */
class Objections {

	private final List<Refusal> refusals = new ArrayList<>();

	void when(boolean wrong, String field, String messageKey, Object... args) {
		if (wrong) {
			this.refusals.add(Refusal.of(field, messageKey, args));
		}
	}

	void raise() {
		if (!this.refusals.isEmpty()) {
			Refusal first = this.refusals.removeFirst();
			this.refusals.forEach(first::addSuppressed);
			throw first;
		}
	}

}
