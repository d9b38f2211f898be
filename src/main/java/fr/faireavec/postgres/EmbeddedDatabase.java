package fr.faireavec.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

import fr.faireavec.kernel.InstallationSecret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The application's database when nobody gave it another: a PostgreSQL of its own, in its
 * data directory, where what was acknowledged is on the disk. A bean of this type exists
 * only then.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private static final String NAME = "faireavec";

	/** What a write that survives a crash stands on; never to be relaxed. */
	static final Map<String, String> DURABLE = Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes",
			"on");

	private final PostgresServer server;

	private EmbeddedDatabase(PostgresServer server) {
		this.server = server;
	}

	/** Starts on this directory, or says in a {@link StartRefused} why not. */
	static EmbeddedDatabase start(Path directory) {
		return start(directory, DURABLE);
	}

	/** With other settings, which the check is there to refuse. */
	static EmbeddedDatabase start(Path directory, Map<String, String> settings) {
		long begin = System.nanoTime();
		PostgresServer server = PostgresServer.start(directory, settings);
		boolean ready = false;
		try {
			createDatabase(server);
			checkDurability(server);
			ready = true;
		}
		catch (SQLException ex) {
			throw StartRefused.postgres(server.directory(), String.valueOf(ex.getMessage()));
		}
		finally {
			if (!ready) {
				server.close();
			}
		}
		log.info("Base de données embarquée prête en {} ms, dans {}", (System.nanoTime() - begin) / 1_000_000,
				server.directory());
		return new EmbeddedDatabase(server);
	}

	private static void createDatabase(PostgresServer server) throws SQLException {
		try (Connection connection = server.connect("postgres"); Statement statement = connection.createStatement()) {
			boolean missing;
			try (ResultSet found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
				missing = !found.next();
			}
			if (missing) {
				statement.execute("create database " + NAME);
			}
		}
	}

	// Asked over a connection like the application's: a setting may also hang on the
	// database or on the user.
	private static void checkDurability(PostgresServer server) throws SQLException {
		Map<String, String> unsafe = new LinkedHashMap<>();
		try (Connection connection = server.connect(NAME); Statement statement = connection.createStatement()) {
			for (String setting : DURABLE.keySet()) {
				try (ResultSet shown = statement.executeQuery("show " + setting)) {
					shown.next();
					if (!"on".equals(shown.getString(1))) {
						unsafe.put(setting, shown.getString(1));
					}
				}
			}
		}
		if (!unsafe.isEmpty()) {
			throw StartRefused.notDurable(server.directory(), unsafe);
		}
	}

	/** Where everything is kept: copy it, application stopped, and you have a backup. */
	public Path directory() {
		return this.server.directory();
	}

	/** What this installation seals with: beside the database, not in it. */
	InstallationSecret secret() {
		try {
			return new InstallationSecret(new PasswordFile(directory().resolve("secret")).readOrCreate());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	JdbcConnectionDetails connectionDetails() {
		return new JdbcConnectionDetails() {
			@Override
			public String getJdbcUrl() {
				return EmbeddedDatabase.this.server.jdbcUrl(NAME);
			}

			@Override
			public String getUsername() {
				return EmbeddedDatabase.this.server.user();
			}

			@Override
			public String getPassword() {
				return EmbeddedDatabase.this.server.password();
			}
		};
	}

	@Override
	public void close() {
		this.server.close();
	}

}
