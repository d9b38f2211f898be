package fr.faireavec.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A database of one real PostgreSQL, started once for the whole test run and empty of
 * data: new ones are copied from a migrated template in a tenth of a second.
 *
 * <pre>
 * &#64;SpringBootTest
 * &#64;ContextConfiguration(initializers = TestDatabase.Initializer.class)
 *
 * TestDatabase database = TestDatabase.migrated();
 * try (Connection connection = database.connect()) { … }
 * </pre>
 *
 * @param url JDBC address
 * @param user owner of the server
 * @param password of that user
 */
public record TestDatabase(String url, String user, String password) {

	private static final String TEMPLATE = "template_migrated";

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static @Nullable TestDatabaseServer server;

	/** A new database with the application's tables, nothing in them. */
	public static TestDatabase migrated() {
		return create("test_" + COUNT.incrementAndGet(), TEMPLATE);
	}

	/** A new database with nothing at all, for what migrates by itself. */
	public static TestDatabase empty() {
		return create("test_" + COUNT.incrementAndGet(), "template0");
	}

	/**
	 * A new named database copied from another one, to which nobody is connected.
	 * @param name lower case letters, digits and underscores
	 */
	public static TestDatabase create(String name, String template) {
		TestDatabaseServer running = server();
		running.execute("create database " + name + " template " + template);
		return running.database(name);
	}

	private static synchronized TestDatabaseServer server() {
		TestDatabaseServer running = server;
		if (running == null) {
			running = TestDatabaseServer.start();
			running.dropLeftovers();
			running.execute("create database " + TEMPLATE);
			TestDatabase template = running.database(TEMPLATE);
			Flyway.configure()
				.dataSource(template.url, template.user, template.password)
				.locations("classpath:db/migration")
				.load()
				.migrate();
			server = running;
		}
		return running;
	}

	/** A new connection, to be closed by the caller. */
	public Connection connect() throws SQLException {
		return DriverManager.getConnection(this.url, this.user, this.password);
	}

	/** Runs statements, for a test that prepares or breaks something. */
	public void execute(String sql) {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	/** Gives a Spring context a migrated database of its own. */
	public static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestDatabase database = migrated();
			TestPropertyValues
				.of("spring.datasource.url=" + database.url(), "spring.datasource.username=" + database.user(),
						"spring.datasource.password=" + database.password(),
						"faireavec.secret=a secret that only the tests of this house know", "faireavec.jobs=false")
				.applyTo(context);
		}

	}

}
