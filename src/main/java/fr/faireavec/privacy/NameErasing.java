package fr.faireavec.privacy;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.PersonalDataHolder.Subject;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Spellings;
import fr.faireavec.kernel.Spellings.Name;
import fr.faireavec.privacy.Mentions.Look;
import fr.faireavec.privacy.Mentions.Review;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Guests and signatories have no account, only a name: they are found by it, and erased
 * by it in the parcours where they came or signed, line by line. That they did is still
 * counted.
 */
@Component
@Transactional
public class NameErasing {

	private static final UUID NOBODY_KNOWN = new UUID(0, 0);

	private final JdbcClient jdbc;

	private final Mentions mentions;

	private final ApplicationEventPublisher events;

	NameErasing(JdbcClient jdbc, Mentions mentions, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.mentions = mentions;
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
				      SELECT replacement_name, 'GUEST', replacement_organisation FROM reply WHERE replacement_name <> ''
				      UNION ALL
				      SELECT name, 'GUEST', organisation FROM guest_speaker
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
	 * Where this name stands, in the parcours where somebody of this name came or signed.
	 */
	@Transactional(readOnly = true)
	public Look look(String name) {
		return this.mentions.of(subject(name));
	}

	/**
	 * Erases this name from the lines that were looked at.
	 * @return in how many places it stood
	 * @throws Refusal when they are not the same any more
	 */
	public int erase(String name, Review review) {
		Subject subject = subject(name);
		int lines = this.mentions.rewrite(subject, review);
		if (lines > 0) {
			this.events.publishEvent(new Noted("privacy.nameErased", Ids.next(), null, PersonalRecords.NOBODY, Changes
				.none()
				.note("lines", null, lines)
				.note("left", null, review.isWhole() ? null : review.leftOut().size())
				.note("reason", null,
						review.isWhole() ? null : new Spellings(subject.names(), Set.of()).without(review.reason()))));
		}
		return lines;
	}

	private Subject subject(String name) {
		String wanted = readable(name);
		Set<Name> names = Set.of(Name.of(wanted));
		return new Subject(NOBODY_KNOWN, null, names, names, Set.of(), this.mentions.parcoursNaming(wanted));
	}

	/** Without what no name holds and no database takes. */
	static String readable(String text) {
		return text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
	}

	/** A name, how often it came and signed, and for whom it came. */
	public record Named(String name, int guest, int signatory, @Nullable String organisations) {
	}

}
