package fr.faireavec.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import fr.faireavec.accounts.Person;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is done before the answer leaves is the same for an address somebody has and for
 * one nobody has: counted in statements, rows and hashes, as a clock tells little.
 */
@IntegrationTest
class SameWorkTests {

	private static final String KNOWN = "ines.carpentier@demo.example";

	private static final String NOBODYS = "xxxx.xxxxxxxxxx@demo.example";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private SignInLookup lookup;

	@Autowired
	private AskedLetters asked;

	@Autowired
	private JdbcClient jdbc;

	private Person ines;

	@BeforeEach
	void inesHasAnAccount() {
		this.ines = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
	}

	@Test
	void aLetterAskedForIsTheSameWork() {
		for (String door : new String[] { "/connexion", "/connexion/mot-de-passe/oublie" }) {
			work(door, "autre@demo.example");
			Map<String, Object> known = work(door, KNOWN);
			assertThat(work(door, NOBODYS)).as(door).isEqualTo(known);
			assertThat(known).as(door).containsEntry("letter", 0).containsEntry("letter_asked", 1);
		}
		while (this.asked.answerNext()) {
			assertThat(rows("letter")).isLessThanOrEqualTo(2);
		}
		assertThat(rows("letter")).as("who has the address is written to afterwards").isEqualTo(2);
		assertThat(rows("letter_asked")).isZero();
	}

	@Test
	void aPasswordTriedIsTheSameWork() {
		AtomicInteger hashes = new AtomicInteger();
		PasswordCheck check = new PasswordCheck(this.lookup, counting(hashes));
		this.cast.person("Sans", "Motdepasse");
		this.cast.flush();
		this.jdbc.sql("UPDATE account SET password_hash = NULL WHERE person_id <> :ines")
			.param("ines", this.ines.getId())
			.update();
		for (String email : new String[] { KNOWN, NOBODYS, "sans.motdepasse@demo.example" }) {
			hashes.set(0);
			assertThat(check.opens(email, "raté")).isEmpty();
			assertThat(hashes).as(email).hasValue(1);
		}
		work("/connexion/mot-de-passe", "autre@demo.example");
		assertThat(work("/connexion/mot-de-passe", NOBODYS)).isEqualTo(work("/connexion/mot-de-passe", KNOWN));
	}

	/** Statements, and the rows each table has more. */
	private Map<String, Object> work(String door, String email) {
		Map<String, Object> before = tables();
		MvcTestResult answer = new Device(this.mvc).post(door, "email", email, "username", email, "password",
				"ce n’est pas celui-là");
		Map<String, Object> work = new LinkedHashMap<>();
		work.put("status", answer.getResponse().getStatus());
		work.put("statements", String.valueOf(answer.getResponse().getHeader("Server-Timing")));
		tables().forEach((table, count) -> work.put(table, (int) count - (int) before.getOrDefault(table, 0)));
		return work;
	}

	private Map<String, Object> tables() {
		Map<String, Object> tables = new LinkedHashMap<>();
		for (String table : new String[] { "letter", "letter_asked", "sign_in_request", "password_reset",
				"spring_session", "audit_row" }) {
			tables.put(table, rows(table));
		}
		return tables;
	}

	private int rows(String table) {
		return this.jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
	}

	private static PasswordEncoder counting(AtomicInteger hashes) {
		return new PasswordEncoder() {
			@Override
			public String encode(@Nullable CharSequence password) {
				return "hash";
			}

			@Override
			public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
				hashes.incrementAndGet();
				return false;
			}
		};
	}

}
