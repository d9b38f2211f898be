package fr.faireavec.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.UnicodeText;

/**
 * Which passwords are refused: too short, or among those that are tried first. At least
 * 15 characters, no rule of composition (NIST SP 800-63B-4). What is tried first is the
 * commonest passwords ever breached, and what makes the others: common words, names of
 * the house and of the person, keyboard rows, sequences, repetitions and years, put end
 * to end. Of a password without all that, enough must remain.
 */
final class PasswordRules {

	static final int SHORTEST = 15;

	static final int LONGEST = 200;

	private static final int ENOUGH = 6;

	private static final List<String> ROWS = Stream
		.of("azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm",
				"abcdefghijklmnopqrstuvwxyz", "01234567890", "1234567890", "aqwzsxedcrfvtgbyhnujmikolp",
				"qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "1a2z3e4r5t6y7u8i9o0p", "13579", "24680",
				"147258369", "789456123", "159357")
		.flatMap((row) -> Stream.of(row, new StringBuilder(row).reverse().toString()))
		.toList();

	private static final List<String> COMMON = common();

	private PasswordRules() {
	}

	/**
	 * @param about what an acquaintance would try: names, address
	 * @throws Refusal beside the field « password »
	 */
	static void check(String typed, List<String> about) {
		if (typed.length() > PasswordCheck.LONGEST_TYPED) {
			throw Refusal.of("password", "signin.password.size");
		}
		String password = PasswordCheck.normalised(typed);
		int length = password.codePointCount(0, password.length());
		if (length < SHORTEST || length > LONGEST) {
			throw Refusal.of("password", "signin.password.size");
		}
		if (BreachedPasswords.hold(password) || isTriedFirst(password, about)) {
			throw Refusal.of("password", "signin.password.common");
		}
	}

	static boolean isTriedFirst(String password, List<String> about) {
		String plain = plain(password);
		List<String> words = new ArrayList<>(COMMON);
		about.stream()
			.flatMap((text) -> Stream.of(plain(text).split("[^\\p{L}\\p{N}]+", -1)))
			.filter((word) -> word.length() >= 3)
			.forEach(words::add);
		return remaining(plain, words) < ENOUGH || remaining(undisguised(plain), words) < ENOUGH || isRepeated(plain);
	}

	/** How many characters are no part of anything tried first. */
	private static int remaining(String plain, List<String> words) {
		String text = plain.replaceAll("[^\\p{L}\\p{N}]", "");
		String rest = (text.length() < ENOUGH) ? plain : text;
		for (String word : words.stream().sorted(Comparator.comparingInt((word) -> -word.length())).toList()) {
			rest = rest.replace(word, " ");
		}
		rest = rest.replaceAll("(19|20)\\d\\d", " ").replaceAll("(.)\\1{2,}", " ");
		for (int length = rest.length(); length >= 3; length--) {
			for (int i = 0; i + length <= rest.length(); i++) {
				String part = rest.substring(i, i + length);
				if (ROWS.stream().anyMatch((row) -> row.contains(part))) {
					rest = rest.substring(0, i) + " " + rest.substring(i + length);
				}
			}
		}
		return rest.replaceAll("\\s", "").length();
	}

	/** One thing said again and again. */
	private static boolean isRepeated(String plain) {
		String text = plain.replaceAll("\\s", "");
		for (int unit = 1; unit <= text.length() / 2; unit++) {
			String once = text.substring(0, unit);
			if (once.repeat(text.length() / unit + 1).startsWith(text)) {
				return true;
			}
		}
		return text.chars().distinct().count() < 5;
	}

	private static String undisguised(String plain) {
		return plain.replaceAll("(19|20)\\d\\d", " ")
			.replaceAll("[^\\p{L}\\p{N}]+$", "")
			.replace('0', 'o')
			.replace('1', 'i')
			.replace('3', 'e')
			.replace('4', 'a')
			.replace('@', 'a')
			.replace('5', 's')
			.replace('$', 's')
			.replace('7', 't')
			.replace('!', 'i');
	}

	private static String plain(String text) {
		return UnicodeText.withoutAccents(text).toLowerCase(Locale.ROOT);
	}

	private static List<String> common() {
		try (InputStream file = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("tried-first.txt"));
				BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			return reader.lines()
				.filter((line) -> !line.startsWith("#"))
				.flatMap((line) -> Stream.of(line.split("\\s+", -1)))
				.filter((word) -> word.length() >= 3)
				.distinct()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
