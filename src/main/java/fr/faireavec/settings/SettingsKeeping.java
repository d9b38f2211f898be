package fr.faireavec.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what the installation decides. */
@Component
@Transactional
public class SettingsKeeping {

	/** What the audit calls the installation itself. */
	static final UUID INSTALLATION = new UUID(0, 1);

	private final Settings settings;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	SettingsKeeping(Settings settings, JdbcClient jdbc, ApplicationEventPublisher events) {
		this.settings = settings;
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * Keeps these values; those left out stay as they are.
	 * @throws StaleEdit when somebody changed one since this version
	 * @throws Refusal when one is beyond its limits
	 */
	public void decide(int version, Map<Wording, String> wordings, Map<Retention, Integer> retentions) {
		this.jdbc.sql("LOCK TABLE setting IN SHARE ROW EXCLUSIVE MODE").update();
		Settings.Current current = this.settings.current();
		if (current.version() != version) {
			throw new StaleEdit();
		}
		Map<String, String> changed = new LinkedHashMap<>();
		Changes changes = Changes.none();
		wordings.forEach((wording, said) -> {
			String text = said.strip();
			if (text.length() > wording.longest()) {
				throw new Refusal("settings.tooLong", wording.longest());
			}
			if (!text.equals(current.say(wording))) {
				changed.put(wording.name(), text);
				changes.note("setting." + wording, current.say(wording), text);
			}
		});
		retentions.forEach((retention, length) -> {
			if (!retention.allows(length)) {
				throw new Refusal("settings.between", retention.least(), retention.most());
			}
			if (length != current.length(retention)) {
				changed.put(retention.name(), length.toString());
				changes.note("setting." + retention, current.length(retention), length);
			}
		});
		changed.forEach((name, value) -> write(name, value, version + 1));
		if (!changed.isEmpty()) {
			this.events.publishEvent(new Noted("settings.decided", INSTALLATION, null,
					this.settings.say(Wording.NETWORK_NAME), changes));
		}
	}

	private void write(String name, String value, int version) {
		this.jdbc.sql("""
				INSERT INTO setting (name, value, version) VALUES (:name, :value, :version)
				ON CONFLICT (name) DO UPDATE SET value = excluded.value, version = excluded.version
				""").param("name", name).param("value", value).param("version", version).update();
	}

}
