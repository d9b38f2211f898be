package fr.faireavec.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what somebody types about an action before it is noted: for them alone, until it
 * is noted or sixty days have passed.
 */
@Component
@Transactional
public class ActionDrafts {

	/** How long one is kept after the last word typed. */
	static final Duration LIFETIME = Duration.ofDays(60);

	/** More unfinished texts than anybody comes back to, in one parcours. */
	private static final int MOST = 20;

	private static final int LONGEST = 20_000;

	/** No day, number or choice is longer. */
	private static final int LONGEST_ANSWER = 200;

	private static final List<String> WORDS = List.of("title", "description", "learning");

	private final JdbcClient jdbc;

	private final CurrentActor actor;

	private final OnceOnly onceOnly;

	private final Clock clock;

	ActionDrafts(JdbcClient jdbc, CurrentActor actor, OnceOnly onceOnly, Clock clock) {
		this.jdbc = jdbc;
		this.actor = actor;
		this.onceOnly = onceOnly;
		this.clock = clock;
	}

	/**
	 * Keeps what was typed so far in place of what was before; nothing typed, nothing
	 * kept.
	 * @param actionId the action it completes, which the caller may open
	 * @param typed by the name of each answer
	 * @return false when what it was for is already noted: this came late
	 * @throws Refusal when it is too long, or there are too many
	 * @throws NotFound when it is somebody else's
	 */
	public boolean keep(UUID id, UUID parcoursId, @Nullable UUID actionId, Map<String, List<String>> typed) {
		if (this.onceOnly.made(id, "action draft").isPresent()) {
			return false;
		}
		if (typed.isEmpty()) {
			erase(id);
			return true;
		}
		requireRoom(id, parcoursId);
		int kept = this.jdbc.sql("""
				INSERT INTO action_draft (id, version, person_id, parcours_id, action_id, title, description, learning,
				  rest, kept_at)
				VALUES (:id, 0, :person, :parcours, CAST(:action AS uuid), :title, :description, :learning, :rest, :now)
				ON CONFLICT (id) DO UPDATE SET version = action_draft.version + 1, title = :title,
				  description = :description, learning = :learning, rest = :rest, kept_at = :now
				WHERE action_draft.person_id = :person AND action_draft.parcours_id = :parcours
				  AND action_draft.action_id IS NOT DISTINCT FROM CAST(:action AS uuid)""")
			.param("id", id)
			.param("person", person())
			.param("parcours", parcoursId)
			.param("action", (actionId != null) ? actionId.toString() : null)
			.param("title", words(typed, "title"))
			.param("description", words(typed, "description"))
			.param("learning", words(typed, "learning"))
			.param("rest", rest(typed))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		if (kept == 0) {
			throw new NotFound();
		}
		return true;
	}

	/** One's own, begun in this parcours, the last first. */
	@Transactional(readOnly = true)
	public List<KeptDraft> begun(UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT id, action_id, title, kept_at FROM action_draft
				WHERE person_id = :person AND parcours_id = :parcours AND kept_at > :then ORDER BY kept_at DESC, id""")
			.param("person", person())
			.param("parcours", parcoursId)
			.param("then", Timestamp.from(this.clock.instant().minus(LIFETIME)))
			.query((row, n) -> new KeptDraft(row.getObject("id", UUID.class), row.getObject("action_id", UUID.class),
					row.getString("title"), row.getTimestamp("kept_at").toInstant()))
			.list();
	}

	/**
	 * What was typed, by the name of each answer; nothing where it is not one's own.
	 * @param actionId the action it completes, or null
	 */
	@Transactional(readOnly = true)
	public Optional<Map<String, List<String>>> typed(UUID id, UUID parcoursId, @Nullable UUID actionId) {
		return this.jdbc.sql("""
				SELECT title, description, learning, rest FROM action_draft
				WHERE id = :id AND person_id = :person AND parcours_id = :parcours AND kept_at > :then
				  AND action_id IS NOT DISTINCT FROM CAST(:action AS uuid)""")
			.param("id", id)
			.param("person", person())
			.param("parcours", parcoursId)
			.param("then", Timestamp.from(this.clock.instant().minus(LIFETIME)))
			.param("action", (actionId != null) ? actionId.toString() : null)
			.query((row, n) -> {
				Map<String, List<String>> typed = answers(row.getString("rest"));
				for (String column : WORDS) {
					typed.put(column, List.of(row.getString(column)));
				}
				return typed;
			})
			.optional();
	}

	/** What was typed is noted: of no use any more, even if it is sent once again. */
	public void noted(@Nullable UUID id) {
		if (id != null) {
			this.onceOnly.isFirst(id, "action draft");
			erase(id);
		}
	}

	/** Its author no longer wants it. */
	public void drop(UUID id, UUID parcoursId) {
		boolean own = begun(parcoursId).stream().anyMatch((draft) -> draft.id().equals(id));
		if (!own) {
			throw new NotFound();
		}
		erase(id);
	}

	private void erase(UUID id) {
		this.jdbc.sql("DELETE FROM action_draft WHERE id = :id AND person_id = :person")
			.param("id", id)
			.param("person", person())
			.update();
	}

	private void requireRoom(UUID id, UUID parcoursId) {
		long others = this.jdbc
			.sql("""
					SELECT count(*) FROM action_draft WHERE person_id = :person AND parcours_id = :parcours AND id <> :id""")
			.param("person", person())
			.param("parcours", parcoursId)
			.param("id", id)
			.query(Long.class)
			.single();
		if (others >= MOST) {
			throw new Refusal("journal.draft.tooMany", MOST);
		}
	}

	private UUID person() {
		UUID person = this.actor.personId();
		if (person == null) {
			throw new NotFound();
		}
		return person;
	}

	private static String words(Map<String, List<String>> typed, String name) {
		List<String> answers = typed.getOrDefault(name, List.of());
		return answers.isEmpty() ? "" : readable(answers.getFirst(), LONGEST);
	}

	private static String rest(Map<String, List<String>> typed) {
		StringBuilder rest = new StringBuilder();
		typed.forEach((name, answers) -> {
			if (!WORDS.contains(name)) {
				answers.forEach((answer) -> rest.append(name)
					.append('=')
					.append(CleanText.line(readable(answer, LONGEST_ANSWER)))
					.append('\n'));
			}
		});
		if (rest.length() > 2 * LONGEST) {
			throw new Refusal("journal.draft.tooLong");
		}
		return rest.toString();
	}

	private static String readable(String answer, int longest) {
		if (answer.length() > longest) {
			throw new Refusal("journal.draft.tooLong");
		}
		String clean = CleanText.prose(answer);
		if (CleanText.unreadable(clean) != null) {
			throw new Refusal("journal.draft.unreadable");
		}
		return clean;
	}

	private static Map<String, List<String>> answers(String rest) {
		Map<String, List<String>> answers = new LinkedHashMap<>();
		rest.lines().forEach((line) -> {
			int sign = line.indexOf('=');
			if (sign > 0) {
				answers.computeIfAbsent(line.substring(0, sign), (name) -> new ArrayList<>())
					.add(line.substring(sign + 1));
			}
		});
		return answers;
	}

}
