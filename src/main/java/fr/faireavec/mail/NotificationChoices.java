package fr.faireavec.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Refusal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which optional letters each person receives: all of them, but those they refuse. */
@Component
@Transactional
public class NotificationChoices {

	private final JdbcClient jdbc;

	private final ObjectProvider<LetterKind> kinds;

	private final Clock clock;

	NotificationChoices(JdbcClient jdbc, ObjectProvider<LetterKind> kinds, Clock clock) {
		this.jdbc = jdbc;
		this.kinds = kinds;
		this.clock = clock;
	}

	/** The names of the kinds one may choose not to receive. */
	public List<String> optionalKinds() {
		return this.kinds.stream().filter(LetterKind::isOptional).map(LetterKind::name).sorted().toList();
	}

	/** What this person receives of them. */
	@Transactional(readOnly = true)
	public Set<String> received(UUID personId) {
		Set<String> refused = refused(personId);
		return optionalKinds().stream().filter((kind) -> !refused.contains(kind)).collect(Collectors.toSet());
	}

	/**
	 * From now on this person receives these, and no other optional letter.
	 * @throws Refusal when one of them is not optional, or does not exist
	 */
	public void receive(UUID personId, Collection<String> wanted) {
		List<String> optional = optionalKinds();
		if (!optional.containsAll(wanted)) {
			throw Refusal.of("kinds", "mail.choices.unknown");
		}
		for (String kind : optional) {
			if (wanted.contains(kind)) {
				this.jdbc.sql("DELETE FROM notification_refusal WHERE person_id = :person AND kind = :kind")
					.param("person", personId)
					.param("kind", kind)
					.update();
			}
			else {
				this.jdbc.sql("""
						INSERT INTO notification_refusal (person_id, kind, refused_at) VALUES (:person, :kind, :now)
						ON CONFLICT DO NOTHING
						""")
					.param("person", personId)
					.param("kind", kind)
					.param("now", Timestamp.from(this.clock.instant()))
					.update();
			}
		}
	}

	/** From now on what can wait comes in one letter a week, or each as it comes. */
	public void gather(UUID personId, boolean weekly) {
		if (weekly) {
			this.jdbc
				.sql("INSERT INTO weekly_choice (person_id, chosen_at) VALUES (:person, :now) ON CONFLICT DO NOTHING")
				.param("person", personId)
				.param("now", Timestamp.from(this.clock.instant()))
				.update();
			return;
		}
		this.jdbc.sql("DELETE FROM weekly_choice WHERE person_id = :person").param("person", personId).update();
	}

	/** Whether what can wait comes to this person in one letter a week. */
	@Transactional(readOnly = true)
	public boolean isWeekly(UUID personId) {
		return this.jdbc.sql("SELECT count(*) > 0 FROM weekly_choice WHERE person_id = :person")
			.param("person", personId)
			.query(Boolean.class)
			.single();
	}

	@Transactional(readOnly = true)
	boolean refuses(UUID personId, String kind) {
		return refused(personId).contains(kind);
	}

	private Set<String> refused(UUID personId) {
		return this.jdbc.sql("SELECT kind FROM notification_refusal WHERE person_id = :person")
			.param("person", personId)
			.query((row, n) -> String.valueOf(row.getString("kind")))
			.set();
	}

}
