package fr.faireavec.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import fr.faireavec.postgres.PostgresServer;
import fr.faireavec.postgres.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of this test run: a container where Docker works, the application's own
 * otherwise. -Dfaireavec.test.database=docker or embedded decides instead of trying.
 *
 * @param address gives the JDBC address of a database from its name
 */
record TestDatabaseServer(UnaryOperator<String> address, String user, String password) {

	private static final Logger log = LoggerFactory.getLogger(TestDatabaseServer.class);

	/** Tests throw their data away: here, and only here, speed comes first. */
	private static final Map<String, String> FAST = Map.of("fsync", "off", "synchronous_commit", "off",
			"full_page_writes", "off", "max_connections", "300");

	private static final Duration DOCKER_ANSWERS = Duration.ofSeconds(5);

	private static final Duration CONTAINER_STARTS = Duration.ofSeconds(90);

	static TestDatabaseServer start() {
		String choice = System.getProperty("faireavec.test.database", "auto");
		return switch (choice) {
			case "docker" -> container();
			case "embedded" -> embedded();
			case "auto" -> {
				try {
					yield isDockerAvailable() ? within(CONTAINER_STARTS, TestDatabaseServer::container) : embedded();
				}
				catch (ExecutionException | TimeoutException ex) {
					log.warn("Docker is there but gives no PostgreSQL, so the tests take the embedded one", ex);
					yield embedded();
				}
			}
			default -> throw new IllegalArgumentException(choice + " is not docker, embedded or auto");
		};
	}

	private static boolean isDockerAvailable() {
		try {
			return within(DOCKER_ANSWERS, () -> DockerClientFactory.instance().isDockerAvailable());
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
	}

	// A half-working Docker answers after minutes, or never: it is left behind in a
	// thread
	// that does not keep the tests from ending.
	private static <T> T within(Duration patience, Callable<T> attempt) throws ExecutionException, TimeoutException {
		FutureTask<T> task = new FutureTask<>(attempt);
		Thread.ofPlatform().daemon().start(task);
		try {
			return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	// Never closed: Testcontainers removes it after the run.
	@SuppressWarnings("resource")
	private static TestDatabaseServer container() {
		StringBuilder command = new StringBuilder("postgres");
		FAST.forEach((name, value) -> command.append(" -c ").append(name).append('=').append(value));
		PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine").withDatabaseName("postgres")
			.withEnv("POSTGRES_INITDB_ARGS",
					"--encoding=UTF8 --locale=C --locale-provider=icu --icu-locale=fr-FR"
							+ " --text-search-config=french")
			.withCommand(command.toString());
		container.start();
		String server = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
		return new TestDatabaseServer((name) -> server + name, container.getUsername(), container.getPassword());
	}

	private static TestDatabaseServer embedded() {
		PostgresServer server = firstFree();
		Runtime.getRuntime().addShutdownHook(new Thread(server::close));
		return new TestDatabaseServer(server::jdbcUrl, server.user(), server.password());
	}

	// Two runs in the same place at once take a directory each.
	private static PostgresServer firstFree() {
		StartRefused refused = null;
		for (int i = 1; i <= 4; i++) {
			try {
				return PostgresServer.start(Path.of("target", "test-database-" + i), FAST);
			}
			catch (StartRefused ex) {
				refused = ex;
			}
		}
		throw new IllegalStateException("no PostgreSQL for the tests", refused);
	}

	/**
	 * The embedded PostgreSQL keeps its data from one run to the next; the databases go.
	 */
	void dropLeftovers() {
		List<String> names = new ArrayList<>();
		try (Connection connection = database("postgres").connect();
				Statement statement = connection.createStatement();
				ResultSet found = statement.executeQuery(
						"select datname from pg_database where not datistemplate and datname <> 'postgres'")) {
			while (found.next()) {
				names.add(found.getString(1));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		names.forEach((name) -> execute("drop database \"" + name + "\" with (force)"));
	}

	TestDatabase database(String name) {
		return new TestDatabase(this.address.apply(name), this.user, this.password);
	}

	void execute(String sql) {
		database("postgres").execute(sql);
	}

}
