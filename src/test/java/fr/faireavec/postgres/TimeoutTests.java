package fr.faireavec.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing waits in the database for ever, nor makes others wait. */
@IntegrationTest
class TimeoutTests {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void theConnectionsOfTheApplicationHaveTheirLimits() {
		Map.of("statement_timeout", "50s", "lock_timeout", "20s", "idle_in_transaction_session_timeout", "2min")
			.forEach((setting, limit) -> assertThat(this.jdbc.sql("SHOW " + setting).query(String.class).single())
				.as(setting)
				.isEqualTo(limit));
	}

	@Test
	void aMigrationTakesTheTimeItTakes(@TempDir Path directory) throws Exception {
		Files.writeString(directory.resolve("V9999__look.sql"),
				"CREATE TABLE seen AS SELECT current_setting('statement_timeout') AS timeout");
		TestDatabase database = TestDatabase.migrated();
		Flyway.configure()
			.dataSource(database.url(), database.user(), database.password())
			.initSql("SET statement_timeout = '50s'")
			.locations("classpath:db/migration", "filesystem:" + directory)
			.load()
			.migrate();
		assertThat(JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()))
			.sql("SELECT timeout FROM seen")
			.query(String.class)
			.single()).isEqualTo("0");
	}

}
