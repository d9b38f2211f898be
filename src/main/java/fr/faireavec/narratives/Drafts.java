package fr.faireavec.narratives;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.kernel.Sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The narratives being written, one a parcours. */
@Component
public class Drafts {

	private final JdbcClient jdbc;

	private final Sealing sealing;

	Drafts(JdbcClient jdbc, Sealing sealing) {
		this.jdbc = jdbc;
		this.sealing = sealing;
	}

	/** That of a parcours; an empty one when nothing was written. */
	public Draft of(UUID parcoursId) {
		Map<Section, String> told = new EnumMap<>(Section.class);
		Map<String, String> taken = new HashMap<>();
		this.jdbc.sql("SELECT section, words, taken FROM narrative_section WHERE parcours_id = :parcours")
			.param("parcours", parcoursId)
			.query((row) -> {
				told.put(Section.valueOf(row.getString("section")), row.getString("words"));
				taken.putAll(taken(row.getString("taken")));
			});
		Narrative narrative = new Narrative(told);
		Map<Section, String> marks = new EnumMap<>(Section.class);
		for (Section section : Section.values()) {
			marks.put(section, mark(narrative.of(section)));
		}
		return new Draft(narrative, marks, taken);
	}

	/** What some words are known by in a form, without saying them. */
	String mark(String words) {
		return this.sealing.fingerprint("narrative", words).substring(0, 16);
	}

	/** One line a sentence: its key, a space, its words. */
	private static Map<String, String> taken(String lines) {
		Map<String, String> taken = new LinkedHashMap<>();
		lines.lines().forEach((line) -> {
			int space = line.indexOf(' ');
			if (space > 0) {
				taken.put(line.substring(0, space), line.substring(space + 1));
			}
		});
		return taken;
	}

}
