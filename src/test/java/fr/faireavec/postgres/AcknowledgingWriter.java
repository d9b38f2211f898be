package fr.faireavec.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application small enough to be killed many times: it writes couples of rows and
 * prints the id of each couple once its commit is acknowledged.
 */
class AcknowledgingWriter {

	private static final int WRITERS = 4;

	private final DataSource dataSource;

	// "careless" acknowledges before the disk has it: the fault test must then see
	// losses.
	private final boolean careless;

	AcknowledgingWriter(DataSource dataSource, boolean careless) {
		this.dataSource = dataSource;
		this.careless = careless;
	}

	public static void main(String[] args) throws SQLException {
		SpringApplication application = new SpringApplication(AcknowledgingWriter.Context.class);
		ConfigurableApplicationContext context = application.run(args);
		AcknowledgingWriter writer = new AcknowledgingWriter(context.getBean(DataSource.class),
				context.getEnvironment().containsProperty("careless"));
		writer.createTables();
		JdbcConnectionDetails details = context.getBean(JdbcConnectionDetails.class);
		say("READY " + details.getJdbcUrl() + " " + details.getUsername() + " " + details.getPassword());
		for (int i = 0; i < WRITERS; i++) {
			Thread.ofPlatform().start(writer::write);
		}
	}

	private void createTables() throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create table if not exists written (id uuid primary key)");
			statement.execute("create table if not exists twin (id uuid primary key)");
			if (this.careless) {
				// So slow to write that a loss does not hang on the machine's speed.
				statement.execute("alter system set wal_writer_delay = '10s'");
				statement.execute("select pg_reload_conf()");
			}
		}
	}

	private void write() {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			if (this.careless) {
				statement.execute("set synchronous_commit = off");
			}
			connection.setAutoCommit(false);
			while (true) {
				UUID id = UUID.randomUUID();
				statement.execute("insert into written values ('" + id + "')");
				statement.execute("insert into twin values ('" + id + "')");
				connection.commit();
				say("ACK " + id);
			}
		}
		catch (SQLException ex) {
			say("STOPPED " + ex.getSQLState());
		}
	}

	private static void say(String line) {
		synchronized (System.out) {
			System.out.println(line);
			System.out.flush();
		}
	}

	/** Not annotated as a configuration, so that no scan finds it. */
	@ImportAutoConfiguration({ EmbeddedDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class })
	static class Context {

	}

}
