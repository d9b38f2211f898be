package fr.faireavec.kernel;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;

/**
 * A character that has no place where it stands, called by its French name in a sentence:
 * many of them are invisible, or look exactly like another one.
 */
public record OddCharacter(int codePoint) implements MessageSourceResolvable {

	/** The first one of a text that is so; null when none is. */
	public static @Nullable OddCharacter first(String text, IntPredicate odd) {
		int[] found = text.codePoints().filter(odd).limit(1).toArray();
		return (found.length == 0) ? null : new OddCharacter(found[0]);
	}

	/** By its own name, else as a letter of its alphabet, else as it looks. */
	@Override
	public String[] getCodes() {
		String kind = isSeen() ? "seen" : "unseen";
		UnicodeScript script = UnicodeScript.of(this.codePoint);
		return List.of("web.character." + hexadecimal(), "web.character." + script, "web.character." + kind)
			.toArray(String[]::new);
	}

	@Override
	public Object[] getArguments() {
		return new Object[] { isSeen() ? Character.toString(this.codePoint) : "", "U+" + hexadecimal() };
	}

	@Override
	public String getDefaultMessage() {
		return "U+" + hexadecimal();
	}

	private boolean isSeen() {
		return switch (Character.getType(this.codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
					Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

	private String hexadecimal() {
		return String.format(Locale.ROOT, "%04X", this.codePoint);
	}

}
