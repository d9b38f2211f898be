package fr.faireavec.factors;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@IntegrationTest
class CodeKeepingTests {

	@Autowired
	private CodeKeeping keeping;

	@Autowired
	private OneTimeCode codes;

	@Autowired
	private StrongMeans means;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Cast cast;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Viewer claire;

	@BeforeEach
	void somebody() {
		Person person = this.cast.facilitator("Claire", "Vasseur");
		this.cast.flush();
		Account account = this.accounts.ofPerson(person.getId()).orElseThrow();
		this.claire = new Viewer(person.getId(), account.getId(), "Claire", "Vasseur", Role.FACILITATOR);
		this.clock.moveTo(Instant.parse("2026-09-01T08:00:00Z"));
	}

	private String now(String secret) {
		return this.codes.at(secret, this.clock.instant());
	}

	private void later(Duration duration) {
		this.clock.moveTo(this.clock.instant().plus(duration));
	}

	private String setUp() {
		this.keeping.start(this.claire);
		String secret = this.keeping.secret(this.claire);
		this.keeping.confirm(this.claire, now(secret));
		this.cast.flush();
		later(Duration.ofSeconds(30));
		return secret;
	}

	@Test
	void anApplicationCountsOnceItsFirstCodeWasRight() {
		this.keeping.start(this.claire);
		String secret = this.keeping.secret(this.claire);
		assertThat(this.keeping.shows(this.claire, now(secret))).isFalse();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.keeping.confirm(this.claire, "000000"))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("code"));
		assertThat(this.means.of(this.claire.accountId()).authenticator()).isFalse();
		assertThat(this.keeping.confirm(this.claire, now(secret))).hasSize(10).doesNotHaveDuplicates();
		this.cast.flush();
		assertThat(this.means.of(this.claire.accountId())).isEqualTo(new StrongMeans.Of(true, 0, true, 10));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.keeping.start(this.claire));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.keeping.secret(this.claire));
	}

	@Test
	void aCodeIsTakenOnceAndNoOlderOneAfterIt() {
		String secret = setUp();
		String first = now(secret);
		later(Duration.ofSeconds(30));
		String second = now(secret);
		assertThat(this.keeping.shows(this.claire, second)).isTrue();
		assertThat(this.keeping.shows(this.claire, second)).isFalse();
		assertThat(this.keeping.shows(this.claire, first)).isFalse();
		later(Duration.ofSeconds(30));
		assertThat(this.keeping.shows(this.claire, now(secret))).isTrue();
	}

	@Test
	void aRecoveryCodeOpensOnceHoweverItIsTyped() {
		this.keeping.start(this.claire);
		List<String> recovery = this.keeping.confirm(this.claire, now(this.keeping.secret(this.claire)));
		this.cast.flush();
		assertThat(recovery).allMatch((code) -> code.replace("-", "").length() == 28, "138 bits");
		String typed = " " + recovery.getFirst().toUpperCase(java.util.Locale.ROOT).replace('-', ' ');
		assertThat(this.keeping.shows(this.claire, typed)).isTrue();
		assertThat(this.keeping.shows(this.claire, recovery.getFirst())).isFalse();
		assertThat(this.means.of(this.claire.accountId()).recoveryCodes()).isEqualTo(9);
		List<String> renewed = this.keeping.renewRecoveryCodes(this.claire);
		this.cast.flush();
		assertThat(this.keeping.shows(this.claire, recovery.get(1))).isFalse();
		assertThat(this.keeping.shows(this.claire, renewed.get(1))).isTrue();
	}

	@Test
	void nothingOfThemCanBeReadInTheDatabase() {
		String secret = setUp();
		String row = this.jdbc.sql("""
				SELECT string_agg(t::text, ' ') || (SELECT string_agg(r::text, ' ') FROM recovery_code r)
				FROM authenticator t
				""").query(String.class).single();
		assertThat(row).doesNotContain(secret);
		assertThat(this.keeping.renewRecoveryCodes(this.claire)).allSatisfy((code) -> {
			this.cast.flush();
			assertThat(this.jdbc.sql("SELECT string_agg(fingerprint, ' ') FROM recovery_code")
				.query(String.class)
				.single()).doesNotContain(code.replace("-", ""));
		});
	}

	@Test
	void tenWrongCodesInARowAskForAQuarterOfAnHoursRest() {
		String secret = setUp();
		for (int n = 0; n < Failures.MOST; n++) {
			assertThat(this.keeping.shows(this.claire, "000000")).isFalse();
		}
		assertThatThrownBy(() -> this.keeping.shows(this.claire, now(secret))).isInstanceOf(Refusal.class)
			.hasMessageContaining("factors.tooMany");
		later(Failures.REST.plusSeconds(30));
		assertThat(this.keeping.shows(this.claire, now(secret))).isTrue();
		assertThat(this.keeping.shows(this.claire, "000000")).isFalse();
	}

	@Test
	void theRestGrowsWithThePersistence() {
		String secret = setUp();
		for (int n = 0; n < 2 * Failures.MOST; n++) {
			if (n == Failures.MOST) {
				later(Failures.REST.plusSeconds(1));
			}
			assertThat(this.keeping.shows(this.claire, "000000")).isFalse();
		}
		later(Failures.REST.plusSeconds(30));
		assertThatThrownBy(() -> this.keeping.shows(this.claire, now(secret))).isInstanceOf(Refusal.class);
		later(Duration.ofMinutes(45));
		assertThat(this.keeping.shows(this.claire, now(secret))).isTrue();
	}

	@Test
	void whoMustHaveOneKeepsTheLast() {
		setUp();
		StrongMeans strict = new StrongMeans(this.jdbc, new SecondFactorPolicy("required"));
		StrongMeans free = new StrongMeans(this.jdbc, new SecondFactorPolicy("off"));
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> strict.refuseLosingTheLast(this.claire, StrongMeans.Kind.AUTHENTICATOR));
		free.refuseLosingTheLast(this.claire, StrongMeans.Kind.AUTHENTICATOR);
		Viewer pilot = new Viewer(this.claire.personId(), this.claire.accountId(), "Claire", "Vasseur", null);
		strict.refuseLosingTheLast(pilot, StrongMeans.Kind.AUTHENTICATOR);
	}

	@Test
	void whoHasOneMustShowItToChangeIt() {
		assertThat(this.means.mayChange(this.claire, Set.of(Factor.MAIL))).isTrue();
		setUp();
		assertThat(this.means.mayChange(this.claire, Set.of(Factor.MAIL))).isFalse();
		assertThat(this.means.mayChange(this.claire, Set.of(Factor.PASSWORD))).isFalse();
		assertThat(this.means.mayChange(this.claire, Set.of(Factor.PASSWORD, Factor.ONE_TIME_CODE))).isTrue();
		assertThat(this.means.mayChange(this.claire, Set.of(Factor.PASSKEY))).isTrue();
	}

	@Test
	void theOwnerIsToldOfEachChange() {
		setUp();
		this.keeping.remove(this.claire);
		assertThat(
				this.jdbc.sql("SELECT count(*) FROM letter WHERE kind = 'factors.changed' AND recipient_id = :claire")
					.param("claire", this.claire.personId())
					.query(Integer.class)
					.single())
			.isEqualTo(2);
		assertThat(this.means.of(this.claire.accountId())).isEqualTo(new StrongMeans.Of(true, 0, false, 0));
	}

}
