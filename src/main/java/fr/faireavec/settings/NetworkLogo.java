package fr.faireavec.settings;

import java.util.Optional;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.files.Picture;
import fr.faireavec.files.StoredFiles;
import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the logo of the network, shown on documents beside those of the funders. */
@Component
@Transactional
public class NetworkLogo {

	private final Settings settings;

	private final StoredFiles files;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	NetworkLogo(Settings settings, StoredFiles files, JdbcClient jdbc, ApplicationEventPublisher events) {
		this.settings = settings;
		this.files = files;
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * From now on documents show this picture.
	 * @param name the file's own
	 * @throws Refusal when it is no PNG or JPEG, or too large
	 */
	public void give(byte[] file, String name) {
		String logo = this.files.keep(Picture.drawnAnew(file, name, Picture.LOGO_SIDE));
		Optional<String> former = known();
		this.jdbc.sql("""
				INSERT INTO network_logo (the_one, file) VALUES (true, :logo)
				ON CONFLICT (the_one) DO UPDATE SET file = excluded.file""").param("logo", logo).update();
		note(former.orElse(null), logo);
	}

	/** From now on documents show none. */
	public void remove() {
		Optional<String> former = known();
		if (former.isPresent()) {
			this.jdbc.sql("DELETE FROM network_logo").update();
			note(former.get(), null);
		}
	}

	/** The one documents show, if there is one. */
	@Transactional(readOnly = true)
	public Optional<Shown> shown() {
		String network = this.settings.say(Wording.NETWORK_NAME);
		return this.jdbc.sql("SELECT l.file, f.content FROM network_logo l JOIN stored_file f ON f.sha256 = l.file")
			.query((row, n) -> new Shown(network, row.getString("file"), row.getBytes("content")))
			.optional();
	}

	private Optional<String> known() {
		return this.jdbc.sql("SELECT file FROM network_logo").query(String.class).optional();
	}

	private void note(@Nullable String before, @Nullable String after) {
		this.events.publishEvent(new Noted("settings.decided", SettingsKeeping.INSTALLATION, null,
				this.settings.say(Wording.NETWORK_NAME),
				Changes.none().note("logo", StoredFiles.brief(before), StoredFiles.brief(after))));
	}

	/**
	 * The logo as a PNG, known by its SHA-256.
	 *
	 * @param network what it stands for, in words
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Shown(String network, String sha256, byte[] content) {
	}

}
