package fr.faireavec.settings;

import java.time.Period;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the installation decided; whatever nobody chose has its default. */
@Component
public class Settings {

	private final JdbcClient jdbc;

	Settings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public String say(Wording wording) {
		return current().say(wording);
	}

	/** How long this is kept. */
	public Period keep(Retention retention) {
		return retention.of(current().length(retention));
	}

	/** All of them, in one statement. */
	public Current current() {
		Map<String, String> chosen = new HashMap<>();
		int[] version = new int[1];
		this.jdbc.sql("SELECT name, value, version FROM setting").query((row) -> {
			chosen.put(row.getString("name"), row.getString("value"));
			version[0] = Math.max(version[0], row.getInt("version"));
		});
		return new Current(version[0], chosen);
	}

	/** What holds now, and the version an edit starts from. */
	public record Current(int version, Map<String, String> chosen) {

		public Current {
			chosen = Map.copyOf(chosen);
		}

		public String say(Wording wording) {
			return this.chosen.getOrDefault(wording.name(), wording.otherwise());
		}

		/** In the retention's own unit. */
		public int length(Retention retention) {
			String value = this.chosen.get(retention.name());
			return (value != null) ? Integer.parseInt(value) : retention.otherwise();
		}

	}

}
