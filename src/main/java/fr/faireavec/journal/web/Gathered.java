package fr.faireavec.journal.web;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.web.Submission;

import org.springframework.validation.BindingResult;

/** Shows at once all that the rules object to, not only the first. */
final class Gathered {

	private Gathered() {
	}

	static void run(BindingResult errors, Runnable activity) {
		try {
			activity.run();
		}
		catch (Refusal refusal) {
			for (Throwable other : refusal.getSuppressed()) {
				if (other instanceof Refusal also) {
					Submission.reject(errors, also);
				}
			}
			throw refusal;
		}
	}

}
