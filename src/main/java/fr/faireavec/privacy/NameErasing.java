package fr.faireavec.privacy;

import java.util.List;
import java.util.Locale;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Guests and signatories have no account, only a name: they are found by it, and erased
 * by it. That they came, or signed, is still counted.
 */
@Component
@Transactional
public class NameErasing {

	private static final int SHORTEST = 4;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	NameErasing(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	/** Whose names hold this text, without case or accents; at most fifty. */
	@Transactional(readOnly = true)
	public List<Named> find(String text) {
		String wanted = readable(text);
		if (wanted.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				SELECT name, count(*) FILTER (WHERE what = 'GUEST') AS guest,
				       count(*) FILTER (WHERE what = 'SIGNATORY') AS signatory,
				       string_agg(DISTINCT nullif(organisation, ''), ', ') AS organisations
				FROM (SELECT name, 'GUEST' AS what, organisation FROM session_guest
				      UNION ALL
				      SELECT signatory, 'SIGNATORY', '' FROM mandate WHERE signatory IS NOT NULL) AS named
				WHERE strpos(plain_text(name), plain_text(:text)) > 0 AND name <> :nobody
				GROUP BY name ORDER BY name LIMIT 50""")
			.param("text", wanted)
			.param("nobody", PersonalRecords.NOBODY)
			.query((row, number) -> new Named(row.getString("name"), row.getInt("guest"), row.getInt("signatory"),
					row.getString("organisations")))
			.list();
	}

	/**
	 * Erases this very name wherever somebody was a guest or signed.
	 * @return how many lines held it
	 */
	public int erase(String name) {
		String wanted = readable(name).toLowerCase(Locale.FRENCH);
		int lines = this.jdbc.sql("""
				UPDATE session_guest SET name = :nobody, organisation = '', version = version + 1
				WHERE lower(name) = :name""").param("nobody", PersonalRecords.NOBODY).param("name", wanted).update();
		lines += this.jdbc
			.sql("UPDATE mandate SET signatory = :nobody, version = version + 1 WHERE lower(signatory) = :name")
			.param("nobody", PersonalRecords.NOBODY)
			.param("name", wanted)
			.update();
		// What nobody was called, or is hardly a name, would take other words out of the
		// audit.
		if (lines == 0) {
			return 0;
		}
		if (wanted.length() >= SHORTEST) {
			this.jdbc.sql("SELECT redact_audit(:pattern, :nobody)")
				.param("pattern", PersonalRecords.pattern(readable(name)))
				.param("nobody", PersonalRecords.NOBODY)
				.query(Integer.class)
				.single();
		}
		this.events.publishEvent(new Noted("privacy.nameErased", Ids.next(), null, PersonalRecords.NOBODY,
				Changes.none().note("lines", null, lines)));
		return lines;
	}

	/** Without what no name holds and no database takes. */
	static String readable(String text) {
		return text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
	}

	/** A name, how often it came and signed, and for whom it came. */
	public record Named(String name, int guest, int signatory,
			@org.jspecify.annotations.Nullable String organisations) {
	}

}
