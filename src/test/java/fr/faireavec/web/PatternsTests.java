package fr.faireavec.web;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every pattern of the application reads a hostile text of 20,000 characters in work that
 * grows with the text and no faster, on a stack of the usual depth.
 */
class PatternsTests {

	/** As long as a form lets through: a loop that nests its calls runs out of stack. */
	private static final int LONG = 20_000;

	/** Long enough for work that grows faster than its text. */
	private static final int SHORT = 3_000;

	/** Looks at a character, at most, while matching and while searching. */
	private static final int MOST_LOOKS = 700;

	private static final List<String> PIECES = List.of("a", "1", " ", "-", "59,", "59 ", "1 234", "a.", "a@", "a-",
			"@a", "https://a", "0", "1e", "W1", "<", "\n", "\"", "Message-ID: ");

	private static final List<String> TAILS = List.of("", "!", "\u0000", "@", ".");

	@Test
	void everyPatternIsLinear() {
		List<String> wrong = new ArrayList<>();
		Map<String, Pattern> patterns = patterns();
		assertThat(patterns).hasSizeGreaterThan(10);
		patterns.forEach((where, pattern) -> PIECES.forEach((piece) -> TAILS.forEach((tail) -> {
			String most = piece.repeat(LONG / piece.length()) + tail;
			String some = piece.repeat(SHORT / piece.length()) + tail;
			try {
				pattern.matcher(new Counted(most)).matches();
				var finding = pattern.matcher(new Counted(some));
				boolean found = finding.find();
				while (found && finding.end() < some.length()) {
					found = finding.find();
				}
			}
			catch (TooMuch | StackOverflowError endless) {
				wrong.add(where + " on " + piece + "…" + tail + ": " + endless);
			}
		})));
		assertThat(wrong).isEmpty();
	}

	private static Map<String, Pattern> patterns() {
		Map<String, Pattern> patterns = new LinkedHashMap<>();
		new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("fr.faireavec")
			.stream()
			.map(JavaClass::reflect)
			.flatMap((type) -> Arrays.stream(type.getDeclaredFields()))
			.forEach((field) -> {
				var annotation = field.getAnnotation(jakarta.validation.constraints.Pattern.class);
				if (annotation != null) {
					patterns.put(field.toString(), Pattern.compile(annotation.regexp()));
				}
				if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
					patterns.put(field.toString(), value(field));
				}
			});
		return patterns;
	}

	private static Pattern value(Field field) {
		try {
			field.setAccessible(true);
			return (Pattern) field.get(null);
		}
		catch (ReflectiveOperationException unreachable) {
			throw new IllegalStateException(unreachable);
		}
	}

	/** More looks than a linear pattern takes. */
	private static final class TooMuch extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

	/** A text that counts how often it is looked at. */
	private static final class Counted implements CharSequence {

		private final String text;

		private long looks;

		private Counted(String text) {
			this.text = text;
		}

		@Override
		public char charAt(int index) {
			if (++this.looks > (long) MOST_LOOKS * this.text.length()) {
				throw new TooMuch();
			}
			return this.text.charAt(index);
		}

		@Override
		public int length() {
			return this.text.length();
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return this.text.subSequence(start, end);
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

}
