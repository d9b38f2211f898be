package fr.faireavec.signin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.audit.Noted;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where an account is signed in: one session a browser, of whichever instance. */
@Component
@Transactional
public class Connections {

	/** So many browsers at once for one account. */
	public static final int MOST = 20;

	private static final String HANDED = """
			EXISTS (SELECT 1 FROM spring_session_attributes a
			  WHERE a.session_primary_id = s.primary_id AND a.attribute_name = :handed)""";

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	Connections(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	/** Every browser an account is signed in on, the last one used first. */
	@Transactional(readOnly = true)
	public List<Connection> of(UUID accountId) {
		Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
		Map<String, Instant> lastSeen = new LinkedHashMap<>();
		Map<String, String> sessionIds = new LinkedHashMap<>();
		this.jdbc.sql("""
				SELECT s.primary_id, s.session_id, s.last_access_time, a.attribute_name, a.attribute_bytes
				FROM spring_session s JOIN spring_session_attributes a ON a.session_primary_id = s.primary_id
				WHERE s.principal_name = :account AND a.attribute_name IN ('browser', 'since')
				ORDER BY s.last_access_time DESC, s.primary_id
				""").param("account", accountId.toString()).query((row) -> {
			String id = row.getString("primary_id");
			lastSeen.put(id, Instant.ofEpochMilli(row.getLong("last_access_time")));
			sessionIds.put(id, row.getString("session_id"));
			Object value = SessionValues.read(row.getBytes("attribute_bytes"));
			if (value != null) {
				facts.computeIfAbsent(id, (unknown) -> new LinkedHashMap<>())
					.put(row.getString("attribute_name"), value);
			}
		});
		List<Connection> connections = new ArrayList<>();
		lastSeen.forEach((id, seen) -> {
			Map<String, Object> known = facts.getOrDefault(id, Map.of());
			Instant since = (known.get(SessionFacts.SINCE) instanceof Long millis) ? Instant.ofEpochMilli(millis)
					: seen;
			String browser = (known.get(SessionFacts.BROWSER) instanceof String words) ? words : "/";
			connections.add(new Connection(id, String.valueOf(sessionIds.get(id)), browser, since, seen));
		});
		return connections;
	}

	/** Signs one browser out, if it is this account's. */
	public void end(UUID accountId, String id) {
		this.jdbc.sql("DELETE FROM spring_session WHERE principal_name = :account AND primary_id = :id")
			.param("account", accountId.toString())
			.param("id", id)
			.update();
	}

	/**
	 * « Déconnecter partout »: whatever else could still let somebody in ends too.
	 */
	public void signOut(UUID personId, String name) {
		this.events.publishEvent(new Noted("account.signedOut", personId, null, name));
		this.events.publishEvent(new WaysInChanged(personId, WaysInChanged.Reason.SIGNED_OUT));
	}

	/**
	 * Signs an account out everywhere else.
	 * @param stay the ids of the session that stays; none for all
	 * @return how many were signed out
	 */
	public int endOthers(UUID accountId, Set<String> stay) {
		return this.jdbc.sql("DELETE FROM spring_session WHERE principal_name = :account AND session_id <> ALL(:stay)")
			.param("account", accountId.toString())
			.param("stay", stay.toArray(String[]::new))
			.update();
	}

	/**
	 * Leaves room for one more of its owner: beyond {@link #MOST}, the one unseen for
	 * longest goes. One opened by a link passed on takes nobody's room.
	 */
	public void makeRoom(UUID accountId) {
		this.jdbc.sql("""
				DELETE FROM spring_session WHERE primary_id IN (
				  SELECT s.primary_id FROM spring_session s WHERE s.principal_name = :account AND NOT %s
				  ORDER BY s.last_access_time DESC, s.primary_id OFFSET :kept)
				""".formatted(HANDED))
			.param("account", accountId.toString())
			.param("handed", SessionFacts.HANDED)
			.param("kept", MOST - 1)
			.update();
	}

	/**
	 * Signs out whoever came in as this account by a link handed out to them.
	 * @return how many were signed out
	 */
	public int endHanded(UUID accountId) {
		return this.jdbc.sql("DELETE FROM spring_session s WHERE s.principal_name = :account AND " + HANDED)
			.param("account", accountId.toString())
			.param("handed", SessionFacts.HANDED)
			.update();
	}

	/** Signs an account out everywhere, from the next request on. */
	public void endAll(UUID accountId) {
		endOthers(accountId, Set.of());
	}

	/**
	 * One browser somebody is signed in on: its id (which opens nothing), the session's
	 * own, what it is (« Firefox/Android »), since when, last seen within a minute.
	 */
	public record Connection(String id, String sessionId, String browser, Instant since, Instant lastSeen) {

		@Override
		public String toString() {
			return this.browser;
		}

	}

}
