package fr.faireavec.demo;

import java.time.Clock;

import fr.faireavec.FaireAvecApplication;
import fr.faireavec.postgres.StartRefused;
import fr.faireavec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The demo plays on an empty database or on its own, never among real people. */
@ExtendWith(OutputCaptureExtension.class)
class DemoGroundTests {

	private static final String SOMEBODY = """
			INSERT INTO person (id, version, given_name, family_name, email, created_at)
			VALUES (gen_random_uuid(), 0, 'Anne', 'Onyme', 'anne@exemple.example', '2026-01-01T00:00:00Z')""";

	private final TestDatabase database = TestDatabase.migrated();

	@Test
	void onAnEmptyDatabaseOrItsOwn() {
		DemoGround ground = ground();
		assertThat(ground.isEmpty()).isTrue();
		ground.mark();
		this.database.execute(SOMEBODY);
		assertThat(ground().isEmpty()).isFalse();
	}

	@Test
	void amongRealPeopleItIsRefused() {
		this.database.execute(SOMEBODY);
		assertThatExceptionOfType(StartRefused.class).isThrownBy(this::ground)
			.withMessageContaining("de vraies personnes")
			.satisfies((refused) -> assertThat(refused.action()).contains("FAIREAVEC_DEMO"));
	}

	@Test
	void theApplicationThenDoesNotStart(CapturedOutput output) {
		this.database.execute(SOMEBODY);
		SpringApplication starting = new SpringApplication(FaireAvecApplication.class);
		starting.setRegisterShutdownHook(false);
		assertThatException().isThrownBy(() -> starting.run("--spring.datasource.url=" + this.database.url(),
				"--spring.datasource.username=" + this.database.user(),
				"--spring.datasource.password=" + this.database.password(), "--server.port=0", "--faireavec.demo=true",
				"--faireavec.secret=a secret that only the tests of this house know"));
		assertThat(output.getAll()).contains("APPLICATION FAILED TO START", "de vraies personnes")
			.doesNotContain("\tat ", "Mot de passe commun");
	}

	private DemoGround ground() {
		return new DemoGround(JdbcClient
			.create(new DriverManagerDataSource(this.database.url(), this.database.user(), this.database.password())),
				Clock.systemUTC());
	}

}
