package fr.faireavec.imports;

import java.util.List;

/** Why a line is refused: a sentence and its arguments. */
public record Reason(String messageKey, List<Object> args) {

	static Reason of(String messageKey, Object... args) {
		return new Reason(messageKey, List.of(args));
	}

	public Object[] arguments() {
		return this.args.toArray();
	}

}
