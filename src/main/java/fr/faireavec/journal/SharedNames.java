package fr.faireavec.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Spellings;
import fr.faireavec.kernel.Warning;
import fr.faireavec.structures.Structure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks for names in what a structure is about to share with the library: nobody's stands
 * there, nor, where it wishes to stay unnamed, its own and that of its commune.
 */
@Component
class SharedNames {

	private final JdbcClient jdbc;

	SharedNames(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What is to be read before it says that; nothing where it is not shared anew. */
	List<Warning> warnings(LoggedAction action, ActionDetails next) {
		ActionDetails before = action.getDetails();
		if (!next.sharing().library()
				|| (texts(before).equals(texts(next)) && before.sharing().equals(next.sharing()))) {
			return List.of();
		}
		List<Warning> warnings = new ArrayList<>();
		Structure structure = action.getEnrolment().getStructure();
		Spellings people = people(action.getEnrolment(), action.getWrittenBy().getId());
		texts(next).forEach((field, text) -> {
			String key = "journal.library.warning." + field;
			if (!next.sharing().named()) {
				Stream.of(structure.getName(), Objects.requireNonNullElse(structure.getCommune(), ""))
					.filter((name) -> says(text, name))
					.forEach((name) -> warnings.add(Warning.of(key, name)));
			}
			people.in(text)
				.stream()
				.map((found) -> text.substring(found.start(), found.end()).strip())
				.distinct()
				.forEach((name) -> warnings.add(Warning.of(key, name)));
		});
		return warnings;
	}

	private static Map<String, String> texts(ActionDetails details) {
		Map<String, String> texts = new LinkedHashMap<>();
		texts.put("title", details.what().title());
		texts.put("description", details.what().description());
		texts.put("learning", details.outcome().learning());
		texts.put("own", details.own().all());
		return texts;
	}

	private static boolean says(String text, String name) {
		String words = words(name);
		return !words.isBlank()
				&& Pattern.compile("(?<= )" + Pattern.quote(words.strip()) + "(?= )").matcher(words(text)).find();
	}

	/** Between single spaces, one at each end. */
	private static String words(String text) {
		return " " + Spellings.plain(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
	}

	/** Those who ever stood for the structure, who run the parcours, who wrote. */
	private Spellings people(Enrolment enrolment, UUID writerId) {
		return new Spellings(this.jdbc.sql("""
				SELECT p.given_name, p.family_name FROM person p
				WHERE p.erased_at IS NULL AND (p.id = :writer
				  OR p.id IN (SELECT m.person_id FROM mandate m WHERE m.enrolment_id = :enrolment)
				  OR p.id IN (SELECT f.person_id FROM parcours_facilitator f WHERE f.parcours_id = :parcours))
				ORDER BY p.id""")
			.param("writer", writerId)
			.param("enrolment", enrolment.getId())
			.param("parcours", enrolment.getParcours().getId())
			.query((row, n) -> new Spellings.Name(row.getString("given_name"), row.getString("family_name")))
			.list(), List.of());
	}

}
