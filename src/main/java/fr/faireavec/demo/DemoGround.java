package fr.faireavec.demo;

import java.sql.Timestamp;
import java.time.Clock;

import fr.faireavec.postgres.StartRefused;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the demo may play: on an empty database or on its own, which bears its mark. On
 * real people's it would show everybody their letters, so the application does not start.
 */
@Component
@ConditionalOnBooleanProperty("faireavec.demo")
@DependsOnDatabaseInitialization
class DemoGround {

	private final JdbcClient jdbc;

	private final Clock clock;

	DemoGround(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		if (!isEmpty() && !isMarked()) {
			throw StartRefused.demoAmongRealPeople();
		}
	}

	boolean isEmpty() {
		return !this.jdbc.sql("SELECT EXISTS (SELECT FROM person)").query(Boolean.class).single();
	}

	/** From now on everybody here is invented. */
	void mark() {
		this.jdbc.sql("INSERT INTO demo_mark (loaded_at) VALUES (:now)")
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	private boolean isMarked() {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM demo_mark)").query(Boolean.class).single();
	}

}
