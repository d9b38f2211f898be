package fr.faireavec.testing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The forms somebody finds by following links, and how they would fill them. */
public final class Forms {

	/** As ids are written. */
	public static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

	private Forms() {
	}

	/** A form, and the page it was found on. */
	public record Found(String page, Element form) {
	}

	/**
	 * What a form is, whichever parcours, structure or day it is about: where it goes,
	 * and what it asks.
	 */
	public static String kind(Element form) {
		Set<String> names = new TreeSet<>();
		form.select("[name]").forEach((field) -> names.add(column(field.attr("name"))));
		return Visitor.wholeKind(form.attr("action")) + " " + names;
	}

	/** One form of each kind, without those that take a file. */
	public static List<Found> found(Visitor visitor) {
		return found(visitor.walk(), Forms::brief, (form) -> !takesAFile(form));
	}

	/** The same, with those that take a file. */
	public static List<Element> every(Visitor visitor) {
		return found(visitor.walk(), Forms::brief, (form) -> true).stream().map(Found::form).toList();
	}

	private static String brief(String action) {
		return Visitor.kind(action).replaceAll("/[0-9]+/", "/n/");
	}

	public static boolean takesAFile(Element form) {
		return !form.select("input[type=file]").isEmpty();
	}

	private static List<Found> found(Map<String, Visitor.Answer> pages, UnaryOperator<String> kind,
			Predicate<Element> wanted) {
		Map<String, Found> forms = new LinkedHashMap<>();
		pages.forEach((address, answer) -> {
			if (answer.isPage()) {
				for (Element form : answer.document().select("form[method=post]")) {
					if (wanted.test(form)) {
						// One already filled in stands for none that asks.
						String asks = asked(form).isEmpty() ? " as it is" : "";
						forms.putIfAbsent(kind.apply(form.attr("action")) + asks, new Found(address, form));
					}
				}
			}
		});
		return List.copyOf(forms.values());
	}

	/** The same, wherever they were found. */
	public static List<Element> of(Visitor visitor) {
		return found(visitor).stream().map(Found::form).toList();
	}

	/** The same, one whichever parcours, structure, funder or list it is about. */
	public static List<Element> briefly(Visitor visitor) {
		return found(visitor.walkBriefly(), Visitor::wholeKind, (form) -> !takesAFile(form)).stream()
			.map(Found::form)
			.toList();
	}

	/** The button that says more than « send », where there is no plain one. */
	public static @Nullable Element button(Element form) {
		return form.select("button:not([name]):not([type=button])").isEmpty()
				? form.selectFirst("button[name][value]:not([aria-pressed=true]):not([disabled])") : null;
	}

	/** What it sends, by name: of several fields of one name the first. */
	public static Map<String, Element> fields(Element form) {
		Map<String, Element> fields = new LinkedHashMap<>();
		all(form).forEach((field) -> fields.putIfAbsent(field.attr("name"), field));
		return fields;
	}

	/** What somebody fills in or chooses: neither hidden, nor a secret. */
	public static List<Element> asked(Element form) {
		return all(form).stream().filter((field) -> !List.of("hidden", "password").contains(type(field))).toList();
	}

	/** As a careful person would send it: what is asked for, and no more. */
	public static Map<String, String> filled(Element form) {
		Map<String, String> filled = new LinkedHashMap<>();
		for (Element field : all(form)) {
			String name = field.attr("name");
			String value = field.attr("value");
			boolean asked = value.isEmpty() && field.hasAttr("required");
			switch (type(field)) {
				case "select" -> option(field, false).ifPresent((option) -> filled.put(name, option));
				case "radio", "checkbox" -> {
					if (!filled.containsKey(name) || field.hasAttr("checked")) {
						filled.put(name, value);
					}
				}
				case "textarea" -> filled.put(name, field.wholeText().isBlank() ? "Un texte" : field.wholeText());
				case "date" -> filled.put(name, asked ? "2026-11-12" : value);
				case "time" -> filled.put(name, asked ? "10:00" : value);
				case "email" -> filled.put(name, value.isEmpty() ? "elle@demo.example" : value);
				case "hidden" -> filled.put(name, value);
				default ->
					filled.put(name, !asked ? value : "decimal".equals(field.attr("inputmode")) ? "1" : "Un mot");
			}
		}
		return filled;
	}

	/** Everything said otherwise than before: other choices, other words, other ticks. */
	public static Map<String, Set<String>> changed(Element form) {
		Map<String, Set<String>> changed = new LinkedHashMap<>();
		filled(form).forEach((name, value) -> changed.put(name, new LinkedHashSet<>(Set.of(value))));
		form.select("input[type=checkbox]").forEach((tick) -> changed.remove(tick.attr("name")));
		for (Element field : all(form)) {
			String name = field.attr("name");
			switch (type(field)) {
				case "select" -> option(field, true).ifPresent((option) -> changed.put(name, Set.of(option)));
				case "radio" -> {
					if (!field.hasAttr("checked")) {
						changed.put(name, Set.of(field.attr("value")));
					}
				}
				case "checkbox" -> {
					if (!field.hasAttr("checked")) {
						changed.computeIfAbsent(name, (ticked) -> new LinkedHashSet<>()).add(field.attr("value"));
					}
				}
				case "textarea" -> changed.put(name, Set.of("Un autre texte"));
				case "text" -> {
					if (!"decimal".equals(field.attr("inputmode"))) {
						changed.put(name,
								Set.of(field.attr("value").isEmpty() ? "Autre" : field.attr("value") + " bis"));
					}
				}
				default -> {
				}
			}
		}
		return changed;
	}

	/** The same, its dates, hours and numbers too. */
	public static Map<String, Set<String>> changedThroughout(Element form) {
		Map<String, Set<String>> changed = changed(form);
		for (Element field : all(form)) {
			String value = field.attr("value");
			String other = switch (type(field)) {
				case "date" -> value.isEmpty() ? "2026-09-02" : LocalDate.parse(value).plusDays(1).toString();
				case "time" -> value.isEmpty() ? "" : LocalTime.parse(value).plusMinutes(15).toString();
				case "email" -> "autre." + value;
				default -> "decimal".equals(field.attr("inputmode")) ? ("2".equals(value) ? "3" : "2") : "";
			};
			if (!other.isEmpty()) {
				changed.put(field.attr("name"), Set.of(other));
			}
		}
		return changed;
	}

	/** As a browser sends it when nobody touches it. */
	public static Map<String, Set<String>> asShown(Element form) {
		Map<String, Set<String>> shown = new LinkedHashMap<>();
		for (Element field : all(form)) {
			String value = switch (type(field)) {
				case "select" -> Optional.ofNullable(field.selectFirst("option[selected]"))
					.or(() -> Optional.ofNullable(field.selectFirst("option")))
					.map((option) -> option.attr("value"))
					.orElse(null);
				case "radio", "checkbox" -> field.hasAttr("checked") ? field.attr("value") : null;
				case "textarea" -> field.wholeText();
				default -> field.attr("value");
			};
			if (value != null) {
				shown.computeIfAbsent(field.attr("name"), (name) -> new LinkedHashSet<>()).add(value);
			}
		}
		return shown;
	}

	/**
	 * What each choice offers: selects, radio buttons, ticks among several, hidden ids.
	 */
	public static Map<String, Set<String>> choices(Element form) {
		Map<String, Set<String>> choices = new LinkedHashMap<>();
		for (Element option : form.select("select[name] option[value], input[type=radio], input[type=checkbox]")) {
			Element field = option.tagName().equals("option") ? option.closest("select") : option;
			String value = option.attr("value");
			if (field != null && !value.isEmpty() && !"true".equals(value) && !"on".equals(value)) {
				choices.computeIfAbsent(field.attr("name"), (name) -> new LinkedHashSet<>()).add(value);
			}
		}
		for (Element hidden : form.select("input[type=hidden][name]")) {
			if (ID.matcher(hidden.attr("value")).matches()
					&& !List.of("key", "draft", "brouillon").contains(hidden.attr("name"))) {
				choices.computeIfAbsent(hidden.attr("name"), (name) -> new LinkedHashSet<>()).add(hidden.attr("value"));
			}
		}
		// Of a column of a table the first row stands for all.
		Set<String> columns = new HashSet<>();
		choices.keySet().removeIf((name) -> !columns.add(column(name)));
		return choices;
	}

	/** The column a field of a table stands in: what comes before its row. */
	public static String column(String name) {
		return name.replaceAll("\\[.*", "");
	}

	/** What the page calls a field, and what is wrong with it. */
	public static String id(String name) {
		return name.replaceAll("[^\\w-]+", "-").replaceAll("-$", "");
	}

	private static List<Element> all(Element form) {
		return form.select("[name]")
			.stream()
			.filter((field) -> !"_csrf".equals(field.attr("name")) && !field.tagName().equals("button"))
			.toList();
	}

	/** Text, date, select… */
	public static String type(Element field) {
		return field.tagName().equals("input") ? field.attr("type") : field.tagName();
	}

	private static Optional<String> option(Element select, boolean other) {
		return select.select("option[value]")
			.stream()
			.filter((option) -> !option.attr("value").isEmpty())
			.sorted((one, two) -> Boolean.compare(one.hasAttr("selected") == other, two.hasAttr("selected") == other))
			.map((option) -> option.attr("value"))
			.findFirst();
	}

}
