package fr.faireavec.factors;

import java.util.Set;

import fr.faireavec.accounts.Viewer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who must show a second factor: the animation and the administration, who hold the keys
 * to everybody's notes. Required unless « faireavec.second-factor » says off, as in the
 * demo.
 */
@Component
public class SecondFactorPolicy {

	private final boolean required;

	SecondFactorPolicy(@Value("${faireavec.second-factor:required}") String setting) {
		this.required = switch (setting) {
			case "required" -> true;
			case "off" -> false;
			default -> throw new IllegalArgumentException("faireavec.second-factor: required or off, not " + setting);
		};
	}

	public boolean isRequiredOf(Viewer viewer) {
		return this.required && viewer.isStaff();
	}

	/** Whether this person may go further with what they have shown. */
	public boolean lets(Viewer viewer, Set<Factor> shown) {
		return !isRequiredOf(viewer) || Factor.areStrong(shown);
	}

}
