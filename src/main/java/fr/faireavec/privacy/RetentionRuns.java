package fr.faireavec.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the last nights forgot. */
@Component
public class RetentionRuns {

	private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	RetentionRuns(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** The last seven, the newest first. */
	public List<Run> latest() {
		return this.jdbc.sql("SELECT ran_at, counts::text AS counts FROM retention_run ORDER BY ran_at DESC LIMIT 7")
			.query((row, number) -> new Run(row.getTimestamp("ran_at").toInstant(),
					this.json.readValue(row.getString("counts"), COUNTS)))
			.list();
	}

	/** One night: how many of each kind; -1 where it failed. */
	public record Run(Instant ranAt, Map<String, Integer> counts) {

		/** Only what there was something of. */
		public Map<String, Integer> forgotten() {
			Map<String, Integer> some = new java.util.TreeMap<>(this.counts);
			some.values().removeIf((count) -> count == 0);
			return some;
		}

	}

}
