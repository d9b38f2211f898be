package fr.faireavec.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** Every sentence of the application that counts, with 0, 1 and 2. */
class AgreementTests {

	/** A number and the word it counts. */
	private static final Pattern COUNTED = Pattern.compile("(?<![\\p{L}\\d])([01])[ \\u00a0]([\\p{L}’-]+)");

	private static final Pattern NUMBERED = Pattern.compile("\\{\\d");

	/** Plural in their singular. */
	private static final Set<String> SAME = Set.of("rendez-vous", "fois", "mois", "dans", "plus", "sans", "très", "pas",
			"accès", "avis", "cas", "choix", "taux", "jamais", "puis", "vous", "nous", "tous", "alors", "hors", "sous",
			"vers", "aux", "lettres-types");

	/**
	 * Limits, and what is counted only when there are several: never of less than two.
	 */
	private static final Set<String> SEVERAL = Set.of("admin.audit.tooMany", "admin.namesakes.more",
			"attendance.reason.tooLong", "bilans.publish.narrativeTooLong", "cohorts.reason.needed",
			"convening.letter.dates.subject", "convening.letter.dates.text", "convening.letter.changes.text",
			"correspondence.lastReminder.notLast", "factors.passkey.tooMany", "factors.tooMany", "files.page.tooSmall",
			"imports.cell.tooLong", "imports.file.tooManyCells", "imports.file.tooManyColumns",
			"imports.file.tooManyLines", "imports.line.several", "messages.tooMany", "privacy.review.times",
			"sessions.meeting.minutes", "sessions.reason.tooLong", "settings.tooLong", "sheets.meeting.minutes",
			"signing.written.tooLong", "signin.connections.most", "slots.notice.between", "slots.tooMany",
			"web.name.words");

	/** Names, texts, or hours with their « h »: no count of the word that follows. */
	private static final Set<String> NO_COUNT = Set.of("admin.factors.removed", "history.account.meansForgotten",
			"imports.line.tooLong", "polls.letter.news.ALL_ANSWERED.text", "privacy.hold.done", "privacy.keeping.idle",
			"privacy.keeping.letters", "privacy.keeping.requests", "bilans.hours.volunteer", "bilans.note.rate");

	private static final TreeMap<String, String> WORDS = new TreeMap<>();

	private static RoomMessages messages;

	@BeforeAll
	static void readThemAll() throws IOException {
		Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
		messages = RoomMessages.of(files);
		for (Resource file : files) {
			Properties room = new Properties();
			try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
				room.load(reader);
			}
			room.stringPropertyNames().forEach((key) -> WORDS.put(key, room.getProperty(key)));
		}
	}

	@Test
	void everyCountIsSaidOfOneAndOfMany() {
		List<String> lonely = WORDS.keySet()
			.stream()
			.filter((key) -> key.endsWith(".many"))
			.filter((key) -> !WORDS.containsKey(key.replaceFirst("many$", "one")))
			.toList();
		assertThat(lonely).isEmpty();
		assertThat(WORDS.keySet()).filteredOn((key) -> key.endsWith(".many")).hasSizeGreaterThan(50);
	}

	/** What follows 0 or 1 is singular, whichever of the arguments it is. */
	@Test
	void noneAndOneAreSingular() {
		List<String> wrong = new ArrayList<>();
		WORDS.forEach((key, text) -> {
			if (key.endsWith(".many") || SEVERAL.contains(key) || NO_COUNT.contains(key)
					|| !NUMBERED.matcher(text).find()) {
				return;
			}
			for (int count : new int[] { 0, 1 }) {
				Object[] args = new Object[10];
				Arrays.fill(args, count);
				Matcher counted = COUNTED.matcher(String.valueOf(messages.getMessage(key, args, Locale.FRENCH)));
				while (counted.find()) {
					String word = counted.group(2);
					if (word.matches(".*(s|x|nt)") && !SAME.contains(word) && !word.matches(".*(ment|ent|ant)")) {
						wrong.add(key + " : " + counted.group());
					}
				}
			}
		});
		assertThat(wrong).isEmpty();
	}

	@Test
	void twoAreManyAndSoIsWhatIsWrittenWithItsSpaces() {
		String text = "{0} {0|séance tenue|séances tenues} sur {1}";
		assertThat(Agreement.in(text).format(new Object[] { 0, 7 })).isEqualTo("0 séance tenue sur 7");
		assertThat(Agreement.in(text).format(new Object[] { 1L, 7 })).isEqualTo("1 séance tenue sur 7");
		assertThat(Agreement.in(text).format(new Object[] { new BigDecimal("1.5"), 7 }))
			.isEqualTo("1,5 séance tenue sur 7");
		assertThat(Agreement.in(text).format(new Object[] { 2, 7 })).isEqualTo("2 séances tenues sur 7");
		assertThat(Agreement.in(text).format(new Object[] { "1", "7" })).isEqualTo("1 séance tenue sur 7");
		assertThat(Agreement.in(text).format(new Object[] { "1\u202f200", "7" }))
			.isEqualTo("1\u202f200 séances tenues sur 7");
		assertThat(Agreement.in("{0} et {1} {1|autre|autres}").format(new Object[] { "Anna", 1 }))
			.isEqualTo("Anna et 1 autre");
	}

}
