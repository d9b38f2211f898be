package fr.faireavec.web;

import java.util.Set;

/**
 * Which fields of a form are secret: never shown back, on no page. Known by their name
 * alone, as a form refused at the door has no class yet; a test compares this list with
 * every password and one-time code of the templates.
 */
public final class SecretFields {

	private static final Set<String> NAMES = Set.of("password", "current", "code");

	private SecretFields() {
	}

	/** Whether what this parameter carries is for the application alone. */
	public static boolean has(String parameter) {
		return parameter.startsWith("_") || NAMES.contains(parameter.substring(parameter.lastIndexOf('.') + 1));
	}

}
