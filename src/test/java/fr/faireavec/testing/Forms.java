package fr.faireavec.testing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** The forms somebody finds by following links, and how they would fill them. */
public final class Forms {

	/** As ids are written. */
	public static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

	private Forms() {
	}

	/** One form of each kind, without those that take a file. */
	public static List<Element> of(Visitor visitor) {
		Map<String, Element> forms = new LinkedHashMap<>();
		visitor.walk().forEach((address, answer) -> {
			if (answer.isPage()) {
				for (Element form : answer.document().select("form[method=post]")) {
					String kind = form.attr("action")
						.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
						.replaceAll("/[0-9]+/", "/n/");
					if (form.select("input[type=file]").isEmpty()) {
						forms.putIfAbsent(kind, form);
					}
				}
			}
		});
		return List.copyOf(forms.values());
	}

	/** As a careful person would send it: what is asked for, and no more. */
	public static Map<String, String> filled(Element form) {
		Map<String, String> filled = new LinkedHashMap<>();
		for (Element field : fields(form)) {
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
		for (Element field : fields(form)) {
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
			if (ID.matcher(hidden.attr("value")).matches() && !List.of("key", "draft").contains(hidden.attr("name"))) {
				choices.computeIfAbsent(hidden.attr("name"), (name) -> new LinkedHashSet<>()).add(hidden.attr("value"));
			}
		}
		return choices;
	}

	private static List<Element> fields(Element form) {
		return form.select("[name]")
			.stream()
			.filter((field) -> !"_csrf".equals(field.attr("name")) && !field.tagName().equals("button"))
			.toList();
	}

	private static String type(Element field) {
		return field.tagName().equals("input") ? field.attr("type") : field.tagName();
	}

	private static java.util.Optional<String> option(Element select, boolean other) {
		return select.select("option[value]")
			.stream()
			.filter((option) -> !option.attr("value").isEmpty())
			.sorted((one, two) -> Boolean.compare(one.hasAttr("selected") == other, two.hasAttr("selected") == other))
			.map((option) -> option.attr("value"))
			.findFirst();
	}

}
