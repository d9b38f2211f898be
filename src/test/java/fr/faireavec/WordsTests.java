package fr.faireavec;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every word on screen stands in the messages, is there, and is set as French is set. */
class WordsTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Path LETTER = TEMPLATES.resolve("mail/letter.html");

	private static final Path MESSAGES = Path.of("src/main/resources/messages");

	private static final int LONGEST_LINE = 160;

	private static final Set<String> SPOKEN_ATTRIBUTES = Set.of("title", "placeholder", "aria-label", "alt", "label");

	private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z0-9_.-]+)");

	/** Words of a technical kind that a visitor never reads as French. */
	private static final Pattern NOT_FRENCH = Pattern.compile("https?://|\\$\\{|\\{min|^\\$");

	@Test
	void noTextIsBare() {
		List<String> bare = new ArrayList<>();
		for (Path template : files(TEMPLATES, ".html")) {
			Document page = Jsoup.parse(read(template), "", Parser.xmlParser());
			for (Element element : page.getAllElements()) {
				if (element.tagName().equals("style")) {
					continue;
				}
				for (TextNode text : element.textNodes()) {
					if (text.getWholeText().codePoints().anyMatch(Character::isLetter)) {
						bare.add(template + ": " + text.text().strip());
					}
				}
				for (Attribute attribute : element.attributes()) {
					if (SPOKEN_ATTRIBUTES.contains(attribute.getKey()) && !attribute.getValue().isBlank()) {
						bare.add(template + ": " + attribute);
					}
				}
			}
		}
		assertThat(bare).isEmpty();
	}

	@Test
	void everyKeyOfATemplateIsThere() {
		Map<String, String> words = words();
		Set<String> missing = new TreeSet<>();
		for (Path template : files(TEMPLATES, ".html")) {
			Matcher key = KEY.matcher(read(template));
			while (key.find()) {
				if (!words.containsKey(key.group(1))) {
					missing.add(template + ": " + key.group(1));
				}
			}
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void templatesHoldNoScriptNoStyleAndNothingUnescaped() {
		List<String> found = new ArrayList<>();
		for (Path template : files(TEMPLATES, ".html")) {
			String text = read(template);
			if (template.equals(LETTER)) {
				// No CSP there, and mail programs read no style sheet.
				text = text.replace(" style=", "").replace("<style", "");
			}
			for (String forbidden : List.of("th:utext", " style=", "th:style", "onclick", "onsubmit", "T(", "__${")) {
				if (text.contains(forbidden)) {
					found.add(template + ": " + forbidden);
				}
			}
			if (Pattern.compile("<script(?![^>]*th:src)|<style").matcher(text).find()) {
				found.add(template + ": inline script or style");
			}
		}
		assertThat(found).isEmpty();
	}

	/**
	 * Thymeleaf replaces before it asks: a condition on the same element would never be
	 * read.
	 */
	@Test
	void noConditionStandsBesideAReplacement() {
		List<String> ignored = new ArrayList<>();
		for (Path template : files(TEMPLATES, ".html")) {
			for (Element element : Jsoup.parse(read(template), "", Parser.xmlParser()).getAllElements()) {
				if (element.hasAttr("th:replace")
						&& (element.hasAttr("th:if") || element.hasAttr("th:unless") || element.hasAttr("th:each"))) {
					ignored.add(template + ": " + element.attributes());
				}
			}
		}
		assertThat(ignored).isEmpty();
	}

	/** A longer line hides its end from whoever reads it. */
	@Test
	void noLineOfATemplateIsLong() {
		List<String> tooLong = new ArrayList<>();
		for (Path template : files(TEMPLATES, ".html")) {
			List<String> lines = read(template).lines().toList();
			for (int i = 0; i < lines.size(); i++) {
				if (lines.get(i).length() > LONGEST_LINE) {
					tooLong.add(template + ":" + (i + 1) + ": " + lines.get(i).length());
				}
			}
		}
		assertThat(tooLong).isEmpty();
	}

	/** Where a page stands, and what is asked once more, are each one fragment. */
	@Test
	void noBreadcrumbNorQuestionIsMadeByHand() {
		assertThat(files(TEMPLATES, ".html")).filteredOn((template) -> read(template).contains("breadcrumb\""))
			.containsExactly(TEMPLATES.resolve("fragments/nav.html"));
		assertThat(files(TEMPLATES, ".html"))
			.filteredOn((template) -> Pattern.compile("class=\"confirm[ \"]").matcher(read(template)).find())
			.containsExactly(TEMPLATES.resolve("fragments/confirm.html"));
	}

	@Test
	void noWordIsSaidTwiceInTwoRooms() {
		Map<String, String> first = new TreeMap<>();
		List<String> doubles = new ArrayList<>();
		for (Path file : files(MESSAGES, ".properties")) {
			for (String key : load(file).stringPropertyNames()) {
				if (key.startsWith("history.field.")) {
					continue;
				}
				String before = first.putIfAbsent(key, file.getFileName().toString());
				if (before != null) {
					doubles.add(key + " in " + before + " and " + file.getFileName());
				}
			}
		}
		assertThat(doubles).isEmpty();
	}

	@Test
	void frenchIsSetAsFrench() {
		List<String> wrong = new ArrayList<>();
		words().forEach((key, text) -> {
			if (NOT_FRENCH.matcher(text).find()) {
				return;
			}
			check(wrong, key, text, "'", "a straight apostrophe");
			check(wrong, key, text, "(?<![\\u202f?!])[;!?](?=\\s|$|»)", "no narrow space before ; ! ?");
			check(wrong, key, text, "(?<=\\S)(?<!\\u00a0):(?=\\s|$)", "no unbreakable space before :");
			check(wrong, key, text, "\\d \\d{3}(?!\\d)", "no unbreakable space inside a number");
			check(wrong, key, text, "«(?!\\u00a0)|(?<!\\u00a0)»", "no unbreakable space inside « »");
			check(wrong, key, text, "\\.\\.\\.", "three dots instead of …");
			check(wrong, key, text, "[a-zé]·[a-z]", "a point médian");
		});
		assertThat(wrong).isEmpty();
	}

	/** What was sent may not be what was kept. The gallery keeps nothing. */
	@Test
	void noMessageRepeatsAForm() {
		Pattern repeats = Pattern.compile("Flash\\s*\\.\\w+\\([^;]*\\bform\\.get\\w+");
		List<Path> repeating = files(Path.of("src/main/java"), ".java").stream()
			.filter((source) -> !source.endsWith("GalleryController.java") && repeats.matcher(read(source)).find())
			.toList();
		assertThat(repeating).isEmpty();
	}

	private static void check(List<String> wrong, String key, String text, String pattern, String what) {
		if (Pattern.compile(pattern).matcher(text).find()) {
			wrong.add(key + ": " + what + " in « " + text + " »");
		}
	}

	private static Map<String, String> words() {
		Map<String, String> words = new TreeMap<>();
		for (Path file : files(MESSAGES, ".properties")) {
			Properties properties = load(file);
			properties.stringPropertyNames().forEach((key) -> words.put(key, properties.getProperty(key)));
		}
		return words;
	}

	private static Properties load(Path file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties;
	}

	private static List<Path> files(Path root, String ending) {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
