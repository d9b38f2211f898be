package fr.faireavec.kernel;

import java.util.List;
import java.util.Set;

/** Something unusual that a second submit overrides. Its key is also its code. */
public record Warning(String messageKey, List<String> args) {

	public static Warning of(String messageKey, String... args) {
		return new Warning(messageKey, List.of(args));
	}

	public Object[] arguments() {
		return this.args.toArray();
	}

	/** Those that the person has not overridden yet. */
	public static List<Warning> unread(List<Warning> warnings, Set<String> accepted) {
		return warnings.stream().allMatch((warning) -> accepted.contains(warning.messageKey())) ? List.of() : warnings;
	}

}
