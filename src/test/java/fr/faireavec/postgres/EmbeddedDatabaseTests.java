package fr.faireavec.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The embedded PostgreSQL, in this JVM and on real directories. */
class EmbeddedDatabaseTests {

	private DataDirectory data;

	private Path directory;

	@BeforeEach
	void prepare() throws Exception {
		this.data = DataDirectory.used();
		this.directory = this.data.path();
	}

	@AfterEach
	void throwAway() throws Exception {
		this.data.close();
	}

	@Test
	void keepsItsDataFromOneStartToTheNext() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThat(database.directory()).isEqualTo(this.directory.toRealPath());
			query(database, "create table kept (word text)");
			query(database, "insert into kept values ('été'), ('zèbre'), ('Étape'), ('etape')");
		}
		assertThat(this.directory.resolve("postgresql/postmaster.pid")).doesNotExist();
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThat(query(database, "select word from kept order by word")).as("French order")
				.containsExactly("etape", "Étape", "été", "zèbre");
			assertThat(query(database, "show server_encoding")).containsExactly("UTF8");
		}
	}

	@Test
	void isClosedToTheOthersOfTheMachine() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			String url = database.connectionDetails().getJdbcUrl();
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(url, "faireavec", "guess"))
				.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("28P01"));
			assertThat(query(database, "show listen_addresses")).containsExactly("127.0.0.1");
			assertThat(query(database, "show unix_socket_directories")).containsExactly("");
		}
		assertThat(PosixFilePermissions
			.toString(Files.getPosixFilePermissions(this.directory.resolve("postgresql.password"))))
			.isEqualTo("rw-------");
	}

	@Test
	void refusesSettingsThatWouldLoseWrites() throws Exception {
		for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
			Map<String, String> settings = new HashMap<>(EmbeddedDatabase.DURABLE);
			settings.put(setting, "off");
			assertThatExceptionOfType(StartRefused.class)
				.isThrownBy(() -> EmbeddedDatabase.start(this.directory, settings))
				.withMessageContaining(setting + "=off");
			assertThat(this.directory.resolve("postgresql/postmaster.pid")).as("stopped again").doesNotExist();
		}
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			query(database, "alter database faireavec set synchronous_commit = off");
		}
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> EmbeddedDatabase.start(this.directory))
			.withMessageContaining("synchronous_commit=off");
	}

	@Test
	void takesTheDirectoryFromNobody() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> EmbeddedDatabase.start(this.directory))
				.withMessageContaining("déjà utilisé")
				.withMessageContaining(String.valueOf(ProcessHandle.current().pid()));
			try (ChildApplication second = ChildApplication.launch(this.directory)) {
				String printed = String.join("\n", second.awaitEnd());
				assertThat(printed).contains("APPLICATION FAILED TO START", "déjà utilisé par une autre exécution")
					.doesNotContain("\tat ");
			}
			assertThat(query(database, "select 1")).containsExactly("1");
		}
	}

	@Test
	void stopsWithTheApplication() throws Exception {
		Postmaster postmaster;
		try (ChildApplication application = ChildApplication.launch(this.directory).awaitWriting()) {
			postmaster = Postmaster.recordedIn(cluster()).orElseThrow();
			assertThat(postmaster.serves(cluster())).isTrue();
			application.terminate();
			application.awaitEnd();
		}
		assertThat(cluster().resolve("postmaster.pid")).doesNotExist();
		assertThat(postmaster.endsWithin(Duration.ofSeconds(5))).isTrue();
	}

	@Test
	void stopsThePostgresOfAKilledApplicationAndGoesOn() throws Exception {
		Postmaster orphan;
		try (ChildApplication application = ChildApplication.launch(this.directory).awaitWriting()) {
			orphan = Postmaster.recordedIn(cluster()).orElseThrow();
			application.kill();
			application.awaitEnd();
		}
		assertThat(orphan.serves(cluster())).isTrue();
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory)) {
			assertThat(orphan.isAlive()).isFalse();
			assertThat(query(database, "select count(*) > 0 from written")).containsExactly("t");
		}
	}

	@Test
	void stopsNoProcessThatIsNotItsOwn() throws Exception {
		Process stranger = new ProcessBuilder("sleep", "60").start();
		try (DataDirectory elsewhere = DataDirectory.used();
				EmbeddedDatabase other = EmbeddedDatabase.start(elsewhere.path())) {
			long otherPostgres = Postmaster.recordedIn(elsewhere.cluster()).orElseThrow().pid();
			for (long pid : List.of(stranger.pid(), otherPostgres, ProcessHandle.current().pid())) {
				Files.writeString(cluster().resolve("postmaster.pid"),
						pid + "\n" + cluster() + "\n" + System.currentTimeMillis() / 1000 + "\n5432\n\n127.0.0.1\n");
				EmbeddedDatabase.start(this.directory).close();
			}
			assertThat(stranger.isAlive()).isTrue();
			assertThat(query(other, "select 1")).containsExactly("1");
		}
		finally {
			stranger.destroy();
		}
	}

	@Test
	void createsItsDataEvenAfterAKillInTheMiddleOfThat() throws Exception {
		try (DataDirectory empty = DataDirectory.empty()) {
			Files.createDirectories(empty.path().resolve("postgresql.unfinished/base"));
			Files.delete(empty.path().resolve("programs"));
			Files.createDirectories(empty.path().resolve("programs/unfinished/bin"));
			try (EmbeddedDatabase database = EmbeddedDatabase.start(empty.path())) {
				assertThat(query(database, "select 1")).containsExactly("1");
			}
		}
	}

	@Test
	void saysWhyPostgresRefuses() throws Exception {
		Files.writeString(cluster().resolve("PG_VERSION"), "17\n");
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> EmbeddedDatabase.start(this.directory))
			.withMessageContaining("autre version")
			.withMessageContaining("initialized by PostgreSQL version 17");
		Files.writeString(cluster().resolve("PG_VERSION"), "18\n");
		Files.delete(cluster().resolve("global/pg_control"));
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> EmbeddedDatabase.start(this.directory))
			.withMessageContaining("pg_control");
		Files.delete(this.directory.resolve("postgresql.password"));
		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> EmbeddedDatabase.start(this.directory))
			.withMessageContaining("mot de passe");
	}

	private Path cluster() {
		return this.data.cluster();
	}

	private static List<String> query(EmbeddedDatabase database, String sql) throws SQLException {
		var details = database.connectionDetails();
		List<String> values = new ArrayList<>();
		try (Connection connection = DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(),
				details.getPassword()); Statement statement = connection.createStatement()) {
			if (statement.execute(sql)) {
				try (ResultSet rows = statement.getResultSet()) {
					while (rows.next()) {
						values.add(rows.getString(1));
					}
				}
			}
		}
		return values;
	}

}
