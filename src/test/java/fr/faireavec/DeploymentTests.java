package fr.faireavec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import fr.faireavec.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is shipped beside the jar: the composed installation and its database accounts.
 */
class DeploymentTests {

	private static final String PASSWORD = "only for this test";

	private static TestDatabase database;

	/** As compose does: the administrator's script, then the migrations by the owner. */
	@BeforeAll
	static void install() throws IOException {
		database = TestDatabase.empty();
		database.execute(Files.readString(Path.of("deploy/database/accounts.sql")));
		database.execute("ALTER ROLE faireavec_owner PASSWORD '%s'; ALTER ROLE faireavec_application PASSWORD '%1$s'"
			.formatted(PASSWORD));
		Flyway.configure()
			.dataSource(database.url(), "faireavec_owner", PASSWORD)
			.locations("classpath:db/migration")
			.load()
			.migrate();
	}

	@Test
	void anOwnerThatIsNoSuperuserMigrates() throws SQLException {
		assertThat(asked("SELECT string_agg(rolname, ', ') FROM pg_roles WHERE rolname LIKE 'faireavec\\_%' AND "
				+ "(rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)"))
			.isEqualTo("null");
		assertThat(
				asked("SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner <> 'faireavec_owner'"))
			.isEqualTo("0");
	}

	@Test
	void theAccountThatServesReadsAndWritesRows() throws SQLException {
		assertThat(asked("SELECT string_agg(c.relname || ' ' || p.name, ', ') FROM pg_class c, "
				+ "unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS p (name) "
				+ "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') "
				+ "AND NOT has_table_privilege(c.oid, p.name)"))
			.isEqualTo("null");
		assertThat(
				asked("SELECT string_agg(p.proname, ', ') FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace "
						+ "AND p.proowner = 'faireavec_owner'::regrole AND NOT has_function_privilege(p.oid, 'EXECUTE')"))
			.as("those of erasure and expiry, closed to everybody else, among them")
			.isEqualTo("null");
		assertThat(asked("SELECT forget_audit('1900-01-01', 1)")).isEqualTo("0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TABLE public.mine (id int)", "CREATE SCHEMA mine",
			"CREATE TEMPORARY TABLE mine (id int)", "DROP TABLE audit_row", "TRUNCATE letter",
			"ALTER TABLE audit_row DISABLE TRIGGER audit_row_never_changes", "ALTER TABLE person ADD COLUMN mine text",
			"CREATE EXTENSION pgcrypto", "SET ROLE faireavec_owner", "CREATE ROLE mine",
			"COPY person TO PROGRAM 'cat'" })
	void andNothingElse(String statement) {
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> asked(statement))
			.extracting(SQLException::getSQLState)
			.isEqualTo("42501");
	}

	@Test
	void everyServiceIsHardened() throws IOException {
		services().forEach((name, service) -> {
			assertThat(service).as(name)
				.containsEntry("read_only", true)
				.containsEntry("cap_drop", List.of("ALL"))
				.containsEntry("security_opt", List.of("no-new-privileges:true"))
				.containsKeys("mem_limit", "pids_limit")
				.doesNotContainKeys("privileged", "network_mode", "pid");
			assertThat(service.getOrDefault("cap_add", List.of())).as(name)
				.isIn(List.of(), List.of("NET_BIND_SERVICE"));
		});
	}

	@Test
	void onlyTheProxyIsReachedFromOutside() throws IOException {
		Map<String, Map<String, Object>> services = services();
		assertThat(services.get("proxy")).containsEntry("ports", List.of("80:80", "443:443"));
		assertThat(services.get("application")).doesNotContainKey("ports");
		assertThat(services.get("database")).doesNotContainKey("ports").containsEntry("networks", List.of("back"));
		assertThat(part(part(composed("docker-compose.yml"), "networks"), "back")).containsEntry("internal", true);
	}

	/** No secret is an environment variable; each is a file given to who needs it. */
	@Test
	void aSecretGoesWhereItIsNeededAndNowhereElse() throws IOException {
		Map<String, List<String>> given = new TreeMap<>();
		services().forEach((name, service) -> {
			if (service.get("secrets") instanceof List<?> secrets) {
				secrets.forEach((secret) -> given.computeIfAbsent(String.valueOf(secret), (any) -> new ArrayList<>())
					.add(name));
			}
			assertThat(String.valueOf(service.get("environment"))).as(name).doesNotContain("PASSWORD:", "SECRET");
		});
		assertThat(given.remove("authority.crt")).containsExactlyInAnyOrder("proxy", "application", "database");
		assertThat(given).allSatisfy((secret, to) -> assertThat(to)
			.containsExactly(secret.matches("database(-administrator|\\.crt|\\.key)") ? "database" : "application"));
		assertThat(given).containsKeys("faireavec.secret", "application.key", "database.key", "spring.mail.password");
	}

	/** Where memory ends, some threads do and the others answer nobody. */
	@Test
	void withoutMemoryItEndsAndIsStartedAgain() throws IOException {
		for (String start : List.of("deploy/Dockerfile", "deploy/application/start")) {
			assertThat(Files.readString(Path.of(start))).contains("-XX:+ExitOnOutOfMemoryError");
		}
		assertThat(Files.readString(Path.of("docker-compose.yml"))).contains("restart: unless-stopped");
	}

	/**
	 * Every connection of the composed installation is encrypted and knows whom it talks
	 * to.
	 */
	@Test
	void nothingTravelsInClear() throws IOException {
		String application = String.valueOf(services().get("application").get("environment"));
		assertThat(application.split("sslmode=verify-full&sslrootcert=/run/secrets/authority.crt", -1)).hasSize(3);
		assertThat(application).contains("SERVER_SSL_ENABLEDPROTOCOLS=TLSv1.3")
			.doesNotContain("STARTTLS", "sslmode=require");
		assertThat(Files.readString(Path.of("deploy/database/pg_hba.conf"))
			.lines()
			.filter((line) -> !line.startsWith("#"))).allMatch((line) -> line.matches("local .*peer|hostssl .*cert"));
		assertThat(Files.readString(Path.of("deploy/proxy/Caddyfile"))).contains("protocols tls1.2 tls1.3")
			.contains("reverse_proxy https://application:8443", "tls_trust_pool file /run/secrets/authority.crt")
			.doesNotContain("insecure", "_CBC_", "TLS_RSA_");
	}

	@Test
	void whatIsTakenFromElsewhereIsPinnedByItsContent() throws IOException {
		List<String> loose = new ArrayList<>();
		for (Path file : shipped()) {
			Files.readAllLines(file)
				.stream()
				.map(String::strip)
				.filter((line) -> line.matches("(image:|FROM|- uses:|uses:) .*"))
				.filter((line) -> !line.matches(".*@sha256:[0-9a-f]{64}( AS \\w+)?|.*@[0-9a-f]{40} # v[0-9.]+"))
				.forEach((line) -> loose.add(file + ": " + line));
		}
		assertThat(loose).isEmpty();
		assertThat(Files.readString(Path.of(".mvn/wrapper/maven-wrapper.properties")))
			.containsPattern("(?m)^distributionSha256Sum=[0-9a-f]{64}$");
	}

	private static List<Path> shipped() throws IOException {
		try (Stream<Path> workflows = Files.list(Path.of(".github/workflows"))) {
			return Stream
				.concat(workflows,
						Stream.of("docker-compose.yml", "deploy/mail-catcher.yml", "deploy/Dockerfile").map(Path::of))
				.toList();
		}
	}

	private static Map<String, Map<String, Object>> services() throws IOException {
		Map<String, Map<String, Object>> services = new TreeMap<>();
		part(composed("docker-compose.yml"), "services")
			.forEach((name, service) -> services.put(name, mapped(service)));
		services.put("mail", part(part(composed("deploy/mail-catcher.yml"), "services"), "mail"));
		return services;
	}

	private static Map<String, Object> composed(String file) throws IOException {
		return mapped(new Yaml().load(Files.readString(Path.of(file))));
	}

	private static Map<String, Object> part(Map<String, Object> whole, String name) {
		return mapped(whole.get(name));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> mapped(Object value) {
		return (Map<String, Object>) value;
	}

	/** One value, asked by the account that serves the pages. */
	private static String asked(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database.url(), "faireavec_application", PASSWORD);
				Statement statement = connection.createStatement()) {
			if (!statement.execute(sql)) {
				return "";
			}
			try (ResultSet found = statement.getResultSet()) {
				found.next();
				return String.valueOf(found.getString(1));
			}
		}
	}

}
