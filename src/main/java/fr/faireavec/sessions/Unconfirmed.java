package fr.faireavec.sessions;

import java.util.List;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Warning;

/**
 * Nothing forbids it, but these warnings were not accepted: a second submit overrides.
 */
public class Unconfirmed extends Refusal {

	private static final long serialVersionUID = 1L;

	private final transient List<Warning> warnings;

	Unconfirmed(List<Warning> warnings) {
		super("sessions.unconfirmed");
		this.warnings = warnings;
	}

	public List<Warning> warnings() {
		return this.warnings;
	}

}
