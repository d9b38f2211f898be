package fr.faireavec.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What is on the console when the application cannot start: a sentence, no stack trace.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartRefusedTests {

	private static final InetAddress LOCAL = InetAddress.ofLiteral("127.0.0.1");

	private final ApplicationContextRunner database = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(EmbeddedDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class));

	@Test
	void theHttpPortIsTaken(CapturedOutput output) throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, LOCAL)) {
			run(Web.class, "--server.address=127.0.0.1", "--server.port=" + taken.getLocalPort());
			assertTold(output, "Le port " + taken.getLocalPort() + " est déjà pris", "PORT=8081");
		}
	}

	@Test
	void theDatabaseDoesNotAnswer(CapturedOutput output) throws IOException {
		int port;
		try (ServerSocket closed = new ServerSocket(0, 1, LOCAL)) {
			port = closed.getLocalPort();
		}
		run(Database.class, "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/x?password=secret");
		assertTold(output, "ne répond pas à l’adresse 127.0.0.1:" + port, "SPRING_DATASOURCE_URL");
		assertThat(output).doesNotContain("secret");
	}

	@Test
	void theDatabaseIsOnAnUnknownHost(CapturedOutput output) {
		run(Database.class, "--spring.datasource.url=jdbc:postgresql://nowhere.invalid/x");
		assertTold(output, "inconnue", "nowhere.invalid");
	}

	@Test
	void theAddressIsNotOneOfPostgres(CapturedOutput output) {
		run(Database.class, "--spring.datasource.url=postgres://db/x",
				"--spring.datasource.driver-class-name=org.postgresql.Driver");
		assertTold(output, "n’est pas une adresse PostgreSQL", "jdbc:postgresql://");
	}

	@Test
	void theDatabaseRefusesUsOrIsMissing(CapturedOutput output) throws Exception {
		try (DataDirectory data = DataDirectory.used();
				PostgresServer server = PostgresServer.start(data.path(), EmbeddedDatabase.DURABLE)) {
			run(Database.class, "--spring.datasource.url=" + server.jdbcUrl("faireavec"),
					"--spring.datasource.username=faireavec", "--spring.datasource.password=wrong");
			assertTold(output, "refuse l’accès", "SPRING_DATASOURCE_PASSWORD");
			run(Database.class, "--spring.datasource.url=" + server.jdbcUrl("nothing"),
					"--spring.datasource.username=faireavec", "--spring.datasource.password=" + server.password());
			assertTold(output, "pas de base de données nommée nothing", "CREATE DATABASE");
		}
	}

	@Test
	void theDataDirectoryIsAFile(CapturedOutput output, @TempDir Path temporary) throws IOException {
		Path file = Files.writeString(temporary.resolve("data"), "");
		run(Database.class, "--faireavec.data-directory=" + file);
		assertTold(output, file + " n’est pas un répertoire", "FAIREAVEC_DATADIRECTORY");
		run(Database.class, "--faireavec.data-directory=" + file.resolve("below"));
		assertTold(output, file.resolve("below").toString());
	}

	@Test
	void theDataDirectoryCannotBeWritten(CapturedOutput output) {
		// Nobody writes there, not even root.
		run(Database.class, "--faireavec.data-directory=/sys");
		assertTold(output, "Impossible d’écrire dans le répertoire de données /sys", "le droit d’écrire");
	}

	@Test
	void nobodyGaveADatabase() {
		this.database.withClassLoader(new FilteredClassLoader(DefaultPostgresBinaryResolver.class))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(StartRefused.class)
				.hasMessageContaining("Aucune base de données configurée")
				.satisfies(
						(refused) -> assertThat(((StartRefused) refused).action()).contains("SPRING_DATASOURCE_URL")));
	}

	@Test
	void anotherDatabaseReplacesTheEmbeddedOne() throws Exception {
		try (DataDirectory data = DataDirectory.used();
				PostgresServer server = PostgresServer.start(data.path(), EmbeddedDatabase.DURABLE)) {
			this.database
				.withPropertyValues("spring.datasource.url=" + server.jdbcUrl("postgres"),
						"spring.datasource.username=" + server.user(),
						"spring.datasource.password=" + server.password(), "faireavec.data-directory=/proc/sys")
				.withUserConfiguration(OnlyEmbedded.class)
				.run((context) -> assertThat(context).hasSingleBean(DataSource.class)
					.doesNotHaveBean(EmbeddedDatabase.class)
					.doesNotHaveBean(OnlyEmbedded.class));
		}
	}

	@Test
	void anEmptyAddressMeansTheEmbeddedDatabase() throws Exception {
		try (DataDirectory data = DataDirectory.used()) {
			this.database.withPropertyValues("spring.datasource.url=", "faireavec.data-directory=" + data.path())
				.withUserConfiguration(OnlyEmbedded.class)
				.run((context) -> assertThat(context).hasSingleBean(DataSource.class)
					.hasSingleBean(EmbeddedDatabase.class)
					.hasSingleBean(OnlyEmbedded.class));
		}
	}

	@Test
	void postgresSaysWhy() {
		Path data = Path.of("data");
		assertThat(StartRefused.postgres(data, "PANIC:  could not write: No space left on device"))
			.hasMessageContaining("Le disque est plein");
		assertThat(StartRefused.postgres(data, "initdb: error: cannot be run as root")).hasMessageContaining("(root)");
		assertThat(StartRefused.postgres(data, "LOG:  starting\nFATAL:  something else"))
			.hasMessageEndingWith("\nFATAL:  something else");
		assertThat(StartRefused.directoryUnusable(data, new AccessDeniedException("data/x")))
			.hasMessageContaining("Impossible d’écrire");
		assertThat(StartRefused.directoryUnusable(data, new IOException("No space left on device")))
			.hasMessageContaining("Le disque est plein");
	}

	private static void run(Class<?> application, String... arguments) {
		SpringApplication starting = new SpringApplication(application);
		starting
			.setWebApplicationType((application == Web.class) ? WebApplicationType.SERVLET : WebApplicationType.NONE);
		starting.setRegisterShutdownHook(false);
		assertThatException().isThrownBy(() -> starting.run(arguments));
	}

	private static void assertTold(CapturedOutput output, String... parts) {
		assertThat(output.getAll()).contains("APPLICATION FAILED TO START")
			.contains(parts)
			.doesNotContain("\tat ")
			.doesNotContain("Caused by");
	}

	@ImportAutoConfiguration({ EmbeddedDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class })
	static class Database {

	}

	@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
	static class Web {

	}

	@ConditionalOnEmbeddedDatabase
	static class OnlyEmbedded {

	}

}
