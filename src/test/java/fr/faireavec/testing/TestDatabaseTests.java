package fr.faireavec.testing;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The databases the other tests use. */
class TestDatabaseTests {

	@Test
	void eachDatabaseIsItsOwn() throws SQLException {
		TestDatabase first = TestDatabase.migrated();
		first.execute("create table only_here (id int)");
		TestDatabase second = TestDatabase.migrated();
		second.execute("create table only_here (id int)");
		try (Connection connection = second.connect()) {
			assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
		}
	}

	@Test
	void aDatabaseIsMadeFromAnother() {
		TestDatabase.create("made_model", "template0").execute("create table copied (id int)");
		TestDatabase.create("made_copy", "made_model").execute("insert into copied values (1)");
	}

	@Test
	void aSpringContextReceivesOne() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			new TestDatabase.Initializer().initialize(context);
			assertThat(context.getEnvironment().getProperty("spring.datasource.url")).startsWith("jdbc:postgresql:");
		}
	}

}
