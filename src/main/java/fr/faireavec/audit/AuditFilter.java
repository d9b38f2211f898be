package fr.faireavec.audit;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.faireavec.kernel.Zones;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the audit are looked for; whatever is null or empty filters nothing.
 *
 * @param from the first day, in Paris
 * @param to the last day, included
 * @param who words of the author's name
 * @param kind what comes before the first dot of {@link Audited#what()}
 * @param text words of the label
 */
public record AuditFilter(@Nullable LocalDate from, @Nullable LocalDate to, String who, String kind,
		@Nullable UUID parcoursId, String text) {

	private static final int MOST_WORDS = 8;

	private static final Pattern RANKED = Pattern.compile("(?:jour|s[ée]ance)\\s+([0-9]{1,2})\\b",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

	public static AuditFilter everything() {
		return new AuditFilter(null, null, "", "", null, "");
	}

	public boolean isEmpty() {
		return equals(everything());
	}

	/** All of it as one condition of SQL. */
	String condition() {
		return conditions().isEmpty() ? "true" : String.join(" AND ", conditions());
	}

	private List<String> conditions() {
		List<String> conditions = new ArrayList<>();
		if (this.from != null) {
			conditions.add("a.happened_at >= :from");
		}
		if (this.to != null) {
			conditions.add("a.happened_at < :until");
		}
		if (!this.kind.isEmpty()) {
			conditions.add("a.what LIKE :kind");
		}
		if (this.parcoursId != null) {
			conditions.add("a.parcours_id = :parcours");
		}
		for (int i = 0; i < words(this.who).size(); i++) {
			conditions.add("plain_text(p.given_name || ' ' || p.family_name) LIKE plain_text(:who" + i + ")");
		}
		if (ranked().find()) {
			conditions.add("(a.label LIKE :ranked OR plain_text(a.label) LIKE plain_text(:said))");
		}
		for (int i = 0; i < words(unranked()).size(); i++) {
			conditions.add("plain_text(a.label) LIKE plain_text(:text" + i + ")");
		}
		return conditions;
	}

	Map<String, Object> values() {
		Map<String, Object> values = new LinkedHashMap<>();
		if (this.from != null) {
			values.put("from", startOf(this.from));
		}
		if (this.to != null) {
			values.put("until", startOf(this.to.plusDays(1)));
		}
		if (!this.kind.isEmpty()) {
			values.put("kind", literal(this.kind) + ".%");
		}
		if (this.parcoursId != null) {
			values.put("parcours", this.parcoursId);
		}
		put(values, "who", words(this.who));
		Matcher ranked = ranked();
		if (ranked.find()) {
			values.put("ranked", ranked.group(1) + ". %");
			values.put("said", "%" + literal(ranked.group()) + "%");
		}
		put(values, "text", words(unranked()));
		return values;
	}

	/** « Jour 4 » is kept as « 4. Coproduire le service ». */
	private Matcher ranked() {
		return RANKED.matcher(this.text);
	}

	private String unranked() {
		return ranked().replaceFirst(" ");
	}

	private static Timestamp startOf(LocalDate day) {
		return Timestamp.from(day.atStartOfDay(Zones.PARIS).toInstant());
	}

	private static void put(Map<String, Object> values, String name, List<String> words) {
		for (int i = 0; i < words.size(); i++) {
			values.put(name + i, "%" + literal(words.get(i)) + "%");
		}
	}

	private static String literal(String word) {
		return word.replaceAll("([\\\\%_])", "\\\\$1");
	}

	private static List<String> words(String text) {
		List<String> words = new ArrayList<>(List.of(text.strip().split("[\\s\\u00a0\\u202f]+", -1)));
		words.removeIf(String::isEmpty);
		return words.subList(0, Math.min(MOST_WORDS, words.size()));
	}

}
