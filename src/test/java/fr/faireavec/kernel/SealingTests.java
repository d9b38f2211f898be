package fr.faireavec.kernel;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SealingTests {

	private static final String SECRET = "a secret of one installation, long enough";

	private static Sealing with(String secret, String former) {
		return new Sealing(secret, former, new StaticListableBeanFactory().getBeanProvider(InstallationSecret.class));
	}

	@Test
	void whatIsSealedIsReadAgainAndNeverLooksTheSame() {
		Sealing sealing = with(SECRET, "");
		assertThat(sealing.open(sealing.seal("123 456"))).isEqualTo("123 456");
		assertThat(sealing.seal("123 456")).isNotEqualTo(sealing.seal("123 456")).doesNotContain("123");
	}

	@Test
	void anotherInstallationReadsNothing() {
		String sealed = with(SECRET, "").seal("123 456");
		Sealing other = with("another secret, also long enough, of course", "");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> other.open(sealed));
		assertThat(other.fingerprint("code", "1")).isNotEqualTo(with(SECRET, "").fingerprint("code", "1"));
		assertThat(with("another secret, also long enough, of course", SECRET).open(sealed)).isEqualTo("123 456");
	}

	@Test
	void aNewSecretTakesOverWhatTheFormerOneKept() {
		Sealing former = with(SECRET, "");
		Sealing now = with("another secret, also long enough, of course", SECRET);
		String anew = now.sealedAnew(former.seal("123 456")).orElseThrow();
		assertThat(with("another secret, also long enough, of course", "").open(anew)).isEqualTo("123 456");
		assertThat(now.sealedAnew(anew)).isEmpty();
		assertThat(now.formerFingerprint("code", "1")).contains(former.fingerprint("code", "1"));
		assertThat(former.formerFingerprint("code", "1")).isEmpty();
	}

	@Test
	void anAlteredOneIsRefused() {
		Sealing sealing = with(SECRET, "");
		String sealed = sealing.seal("123 456");
		char last = sealed.charAt(sealed.length() - 5);
		String altered = sealed.substring(0, sealed.length() - 5) + ((last == 'A') ? 'B' : 'A')
				+ sealed.substring(sealed.length() - 4);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> sealing.open(altered));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> sealing.open("123 456"));
	}

	@Test
	void aFingerprintIsKnownAgainForOnePurposeOnly() {
		Sealing sealing = with(SECRET, "");
		assertThat(sealing.fingerprint("code", "1")).hasSize(64)
			.isEqualTo(sealing.fingerprint("code", "1"))
			.isNotEqualTo(sealing.fingerprint("link", "1"))
			.isNotEqualTo(sealing.fingerprint("code", "2"));
	}

	@Test
	void noInstallationStartsWithoutASecret() {
		assertThatExceptionOfType(MissingSecret.class).isThrownBy(() -> with("", ""));
		assertThatExceptionOfType(MissingSecret.class).isThrownBy(() -> with("short", ""));
		assertThat(new InstallationSecret(SECRET)).hasToString("InstallationSecret[…]");
	}

	@Test
	void noInstallationStartsOnAnAddressWithoutHttps() {
		assertThatExceptionOfType(InsecureBaseUrl.class).isThrownBy(() -> base("http://parcours.example"));
		assertThat(base("http://localhost:8080").isSecure()).isFalse();
		assertThat(base("https://parcours.example/").of("/connexion")).isEqualTo("https://parcours.example/connexion");
		assertThat(base("https://parcours.example:8443").origin()).isEqualTo("https://parcours.example:8443");
		assertThat(base("").of("/")).isEqualTo("http://localhost:8080/");
	}

	private static BaseUrl base(String address) {
		return new BaseUrl(new MockEnvironment().withProperty("faireavec.base-url", address));
	}

}
