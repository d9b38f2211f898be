package fr.faireavec.kernel;

import java.util.List;

/**
 * Nothing forbids it, but these warnings were not accepted: a second submit overrides.
 */
public class Unconfirmed extends Refusal {

	private static final long serialVersionUID = 1L;

	private final transient List<Warning> warnings;

	/**
	 * @param messageKey asks to read the warnings, then to send again
	 */
	public Unconfirmed(String messageKey, List<Warning> warnings) {
		super(messageKey);
		this.warnings = warnings;
	}

	public List<Warning> warnings() {
		return this.warnings;
	}

}
