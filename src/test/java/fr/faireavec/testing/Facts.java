package fr.faireavec.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/** All that the database says of the network's life, to be compared. */
public final class Facts {

	/** Tables that are none, and why. */
	private static final Map<String, String> NO_FACTS = Map.ofEntries(Map.entry("audit_row", "the audit itself"),
			Map.entry("letter", "the outbox is a log of its own"), Map.entry("spring_session", "who is connected"),
			Map.entry("spring_session_attributes", "who is connected"), Map.entry("throttle", "counts for an hour"),
			Map.entry("sign_in_request", "a code of ten minutes; coming in is told"),
			Map.entry("password_reset", "a link; the password changed is told"),
			Map.entry("sent_form", "how a form is known when it comes back"),
			Map.entry("letter_asked", "a letter asked for, until it is posted"), Map.entry("invitation", "a link"),
			Map.entry("authenticator", "half set up; the one that counts is told"),
			Map.entry("address_change", "asked; the address moved is told"),
			Map.entry("weekly_choice", "the letters one wants is one's own affair"),
			Map.entry("notification_refusal", "the letters one wants is one's own affair"),
			Map.entry("standing_constraint", "what one can never do is one's own affair"),
			Map.entry("known_browser", "where somebody came in before"),
			Map.entry("known_name", "the names one had, as told by the correction's own row"),
			Map.entry("known_address", "the addresses one had, likewise"));

	private Facts() {
	}

	/**
	 * Every row of every table, and of some that are no facts; those without an id of
	 * their own are known by all they say.
	 */
	public static Map<String, Map<String, Map<String, Object>>> of(JdbcClient jdbc, JsonMapper json, String... also) {
		Map<String, Map<String, Map<String, Object>>> tables = new LinkedHashMap<>();
		for (String table : jdbc
			.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1")
			.query((row, n) -> String.valueOf(row.getString(1)))
			.list()) {
			if (NO_FACTS.containsKey(table) && !List.of(also).contains(table)) {
				continue;
			}
			Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
			jdbc.sql("SELECT to_jsonb(t)::text FROM " + table + " t").query((row, n) -> {
				String text = String.valueOf(row.getString(1));
				Map<String, Object> values = json.readValue(text, new TypeReference<Map<String, Object>>() {
				});
				Object id = values.get("id");
				rows.put((id != null) ? id.toString() : text, values);
				return text;
			}).list();
			tables.put(table, rows);
		}
		return tables;
	}

}
