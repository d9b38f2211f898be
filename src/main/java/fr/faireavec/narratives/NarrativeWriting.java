package fr.faireavec.narratives;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the narrative of the bilan to come, as those who run the parcours type it. Two
 * may write at once: each section is somebody's own until they leave it, and nobody
 * writes over what they have not read.
 */
@Component
@Transactional
public class NarrativeWriting {

	private static final String PAGE = "narrative";

	private final JdbcClient jdbc;

	private final Drafts drafts;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final MessageSource messages;

	private final Clock clock;

	NarrativeWriting(JdbcClient jdbc, Drafts drafts, OnceOnly onceOnly, ApplicationEventPublisher events,
			MessageSource messages, Clock clock) {
		this.jdbc = jdbc;
		this.drafts = drafts;
		this.onceOnly = onceOnly;
		this.events = events;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Keeps what a page says otherwise than when it was opened, and is done with it.
	 * @return the sections that somebody else wrote meanwhile: they are left as they
	 * stand
	 * @throws Refusal when a section is too long
	 */
	public Set<Section> write(UUID parcoursId, Typed typed) {
		waitForTurn(parcoursId);
		Set<Section> overtaken = put(parcoursId, typed);
		if (overtaken.isEmpty()) {
			this.onceOnly.isFirst(typed.page(), PAGE, parcoursId);
			this.jdbc.sql("UPDATE narrative_section SET page = :none WHERE parcours_id = :parcours AND page = :page")
				.param("none", Ids.next())
				.param("parcours", parcoursId)
				.param("page", typed.page())
				.update();
		}
		return overtaken;
	}

	/**
	 * The same as it is typed: the page goes on.
	 * @return empty when that page was sent since: this came late, and says nothing new
	 * @throws Refusal when a section is too long
	 */
	public Optional<Set<Section>> keep(UUID parcoursId, Typed typed) {
		waitForTurn(parcoursId);
		return this.onceOnly.made(typed.page(), PAGE, parcoursId).isPresent() ? Optional.empty()
				: Optional.of(put(parcoursId, typed));
	}

	/** Whoever writes in the same parcours at this moment waits. */
	private void waitForTurn(UUID parcoursId) {
		this.jdbc.sql("SELECT id FROM parcours WHERE id = :id FOR NO KEY UPDATE")
			.param("id", parcoursId)
			.query(UUID.class)
			.single();
	}

	private Set<Section> put(UUID parcoursId, Typed typed) {
		Draft draft = this.drafts.of(parcoursId);
		Map<Section, UUID> lastBy = lastBy(parcoursId);
		Set<Section> overtaken = EnumSet.noneOf(Section.class);
		typed.words().forEach((section, typedWords) -> {
			String words = CleanText.prose(typedWords);
			if (words.length() > Narrative.LONGEST) {
				throw Refusal.of(section.name().toLowerCase(Locale.ROOT), "narratives.tooLong", Narrative.LONGEST);
			}
			String seen = typed.seen().getOrDefault(section, "");
			boolean own = typed.page().equals(lastBy.get(section));
			boolean changed = own || !this.drafts.mark(words).equals(seen);
			if (changed && !words.equals(draft.narrative().of(section))) {
				if (!own && !seen.equals(draft.marks().get(section))) {
					overtaken.add(section);
					return;
				}
				keep(parcoursId, section, words, typed.page(), taken(draft, section, words, typed.taken()));
				if (!own) {
					this.events.publishEvent(new Noted("bilan.narrated", parcoursId, parcoursId, title(section)));
				}
			}
		});
		return overtaken;
	}

	private Map<Section, UUID> lastBy(UUID parcoursId) {
		Map<Section, UUID> lastBy = new EnumMap<>(Section.class);
		this.jdbc.sql("SELECT section, page FROM narrative_section WHERE parcours_id = :parcours")
			.param("parcours", parcoursId)
			.query((row) -> {
				lastBy.put(Section.valueOf(row.getString("section")), row.getObject("page", UUID.class));
			});
		return lastBy;
	}

	/** Those it still says, one line each. */
	private static String taken(Draft draft, Section section, String words, @Nullable Sentence one) {
		Map<String, String> taken = new LinkedHashMap<>(draft.taken());
		if (one != null && one.section() == section) {
			taken.put(one.key(), one.words());
		}
		StringBuilder lines = new StringBuilder();
		taken.forEach((key, sentence) -> {
			if (words.contains(sentence)) {
				lines.append(key).append(' ').append(sentence).append('\n');
			}
		});
		return lines.toString();
	}

	private void keep(UUID parcoursId, Section section, String words, UUID page, String taken) {
		this.jdbc
			.sql("""
					INSERT INTO narrative_section (id, version, parcours_id, section, words, taken, written_at, page)
					VALUES (:id, 0, :parcours, :section, :words, :taken, :now, :page)
					ON CONFLICT (parcours_id, section) DO UPDATE SET version = narrative_section.version + 1, words = :words,
					  taken = :taken, written_at = :now, page = :page""")
			.param("id", Ids.next())
			.param("parcours", parcoursId)
			.param("section", section.name())
			.param("words", words)
			.param("taken", taken)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("page", page)
			.update();
	}

	private String title(Section section) {
		return this.messages.getMessage("narratives.section." + section, null, Locale.FRENCH);
	}

}
