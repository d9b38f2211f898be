package fr.faireavec.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows a form that makes something new when it comes back, by a double press or the
 * browser's Back. Each blank form has a key: sent again with the same content it made
 * what it made; with another content, it makes another thing. Two presses at once come
 * one after the other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OnceOnly {

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final CurrentActor actor;

	private final Clock clock;

	OnceOnly(JdbcClient jdbc, Sealing sealing, CurrentActor actor, Clock clock) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.actor = actor;
		this.clock = clock;
	}

	/**
	 * The identity of what a form makes: a new one, or that of what it made already.
	 * @param content what is made, where, and all that was said of it
	 */
	public UUID idOf(UUID key, Object... content) {
		String fingerprint = fingerprint(content);
		remember(key, fingerprint);
		return find(key, fingerprint).orElseThrow();
	}

	/** Remembers a form whose sending makes nothing that has an identity. */
	public boolean isFirst(UUID key, Object... content) {
		return remember(key, fingerprint(content));
	}

	/**
	 * What this very form made already; nothing when it never came, or said otherwise.
	 */
	public Optional<UUID> made(UUID key, Object... content) {
		return find(key, fingerprint(content));
	}

	/** Waits for whoever sends the same at this moment. */
	private boolean remember(UUID key, String fingerprint) {
		return this.jdbc.sql("""
				INSERT INTO sent_form (key, fingerprint, made_id, sent_at) VALUES (:key, :fingerprint, :made, :now)
				ON CONFLICT DO NOTHING""")
			.param("key", key)
			.param("fingerprint", fingerprint)
			.param("made", Ids.next())
			.param("now", Timestamp.from(this.clock.instant()))
			.update() == 1;
	}

	private Optional<UUID> find(UUID key, String fingerprint) {
		return this.jdbc.sql("SELECT made_id FROM sent_form WHERE key = :key AND fingerprint = :fingerprint")
			.param("key", key)
			.param("fingerprint", fingerprint)
			.query(UUID.class)
			.optional();
	}

	private String fingerprint(Object[] content) {
		StringBuilder said = new StringBuilder();
		write(said, this.actor.personId());
		for (Object part : content) {
			write(said, part);
		}
		return this.sealing.fingerprint("sent form", said.toString());
	}

	/** Each part with its length, so that no two contents are written alike. */
	private static void write(StringBuilder said, @Nullable Object part) {
		switch (part) {
			case null -> said.append('-');
			case Identified entity -> write(said, entity.getId());
			case BigDecimal number -> write(said, number.stripTrailingZeros().toPlainString());
			case Collection<?> many -> {
				said.append(many.size()).append('*');
				many.forEach((one) -> write(said, one));
			}
			case Record record -> {
				for (RecordComponent component : record.getClass().getRecordComponents()) {
					write(said, value(record, component));
				}
			}
			default -> {
				String text = part.toString();
				said.append(text.length()).append(':').append(text);
			}
		}
	}

	private static @Nullable Object value(Record record, RecordComponent component) {
		try {
			component.getAccessor().setAccessible(true);
			return component.getAccessor().invoke(record);
		}
		catch (IllegalAccessException | InvocationTargetException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
