package fr.faireavec.signin;

import java.security.InvalidKeyException;
import java.time.Duration;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.factors.CodeKeeping;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** My name, my address, my password. */
@IntegrationTest
class AccountPagesTests {

	private static final String NEW = "trois péniches bleues, un jeudi";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private People people;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Letters letters;

	@Autowired
	private SignInLookup lookup;

	@Autowired
	private CodeKeeping keeping;

	@Autowired
	private MovableClock clock;

	private Person ines;

	private Device phone;

	@BeforeEach
	void inesIsIn() {
		this.ines = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		this.phone = entered(Cast.PASSWORD);
	}

	@Test
	void aNameIsCorrected() {
		assertThat(Pages.document(this.phone.get("/mon-compte")).select("#givenName").val()).isEqualTo("Inès");
		this.phone.post("/mon-compte", "givenName", "Inès-Marie", "familyName", "Carpentier", "version",
				String.valueOf(person().getVersion()));
		assertThat(person().getName()).isEqualTo("Inès-Marie Carpentier");
		assertThat(person().getEmail()).isEqualTo("ines.carpentier@demo.example");
		assertThat(this.phone.post("/mon-compte", "givenName", "", "familyName", "C", "version", "1")).hasStatus(422);
	}

	@Test
	void anAddressChangesOnceBothSaidYes() {
		this.phone.post("/mon-compte/courriel", "email", "Ines@Nouveau.example");
		Device laptop = entered(Cast.PASSWORD);
		assertThat(laptop.isSignedIn()).isTrue();
		String old = "/mon-compte/courriel/confirmation/" + this.letters.last("signin.address.old");
		String fresh = "/mon-compte/courriel/confirmation/" + this.letters.last("signin.address.new");
		Device anywhere = new Device(this.mvc);
		for (String link : new String[] { old, fresh, old }) {
			assertThat(anywhere.get(link)).hasStatusOk();
		}
		anywhere.post(fresh);
		anywhere.post(fresh);
		assertThat(person().getEmail()).isEqualTo("ines.carpentier@demo.example");
		assertThat(Pages.document(this.phone.get("/mon-compte")).text()).contains("a dit oui", "réponse attendue");
		assertThat(Pages.document(anywhere.post(old)).text()).contains("C’est fait");
		assertThat(person().getEmail()).isEqualTo("ines@nouveau.example");
		assertThat(anywhere.get(old)).hasStatus(410);
		assertThat(laptop.isSignedIn()).isFalse();
		assertThat(this.letters.last("signin.changed")).isEqualTo("address");
	}

	@Test
	void anAddressTakenMeanwhileIsRefusedToItsOwnerOnly() {
		this.cast.person("Hugo", "Lemaire");
		this.cast.flush();
		var asked = this.phone.post("/mon-compte/courriel", "email", "hugo.lemaire@demo.example");
		assertThat(asked).hasRedirectedUrl("/mon-compte");
		Device anywhere = new Device(this.mvc);
		anywhere.post("/mon-compte/courriel/confirmation/" + this.letters.last("signin.address.old"));
		assertThat(anywhere.post("/mon-compte/courriel/confirmation/" + this.letters.last("signin.address.new")))
			.hasStatus(422);
		assertThat(person().getEmail()).isEqualTo("ines.carpentier@demo.example");
	}

	@Test
	void aDayLaterNothingChangesAnyMore() {
		this.phone.post("/mon-compte/courriel", "email", "ines@nouveau.example");
		String link = "/mon-compte/courriel/confirmation/" + this.letters.last("signin.address.old");
		this.clock.moveTo(this.clock.instant().plus(Duration.ofHours(24)));
		assertThat(new Device(this.mvc).get(link)).hasStatus(410);
		assertThat(new Device(this.mvc).post(link)).hasStatus(410);
	}

	@Test
	void aNewPasswordEndsTheOtherSessionsAndIsToldByMail() {
		Device laptop = entered(Cast.PASSWORD);
		this.phone.post("/mon-compte/mot-de-passe", "password", NEW, "current", Cast.PASSWORD);
		this.cast.forget();
		assertThat(laptop.isSignedIn()).isFalse();
		assertThat(this.phone.isSignedIn()).isTrue();
		assertThat(this.letters.last("signin.changed")).isEqualTo("passwordChanged");
		entered(NEW);
	}

	@Test
	void aFactorAddedEndsTheOtherSessionsAndNobodyElses() throws InvalidKeyException {
		this.cast.person("Hugo", "Lemaire");
		this.cast.flush();
		Device hugos = new Device(this.mvc);
		hugos.post("/connexion/mot-de-passe", "username", "hugo.lemaire@demo.example", "password", Cast.PASSWORD);
		Device laptop = entered(Cast.PASSWORD);
		var viewer = this.lookup.viewer(this.accounts.ofPerson(this.ines.getId()).orElseThrow().getId()).orElseThrow();
		this.phone.post("/mon-compte/cles/application");
		this.cast.forget();
		assertThat(laptop.isSignedIn()).isTrue();
		String code = new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(
				new SecretKeySpec(new Base32().decode(this.keeping.secret(viewer)), "HmacSHA1"), this.clock.instant());
		assertThat(this.phone.post("/mon-compte/cles/application/confirmation", "code", code)).hasStatusOk();
		this.cast.forget();
		assertThat(laptop.isSignedIn()).isFalse();
		assertThat(this.phone.isSignedIn()).isTrue();
		assertThat(hugos.isSignedIn()).isTrue();
		Device tablet = entered(Cast.PASSWORD);
		assertThat(this.phone.post("/mon-compte/cles/application/secours")).hasStatusOk();
		assertThat(tablet.isSignedIn()).isFalse();
		assertThat(this.phone.isSignedIn()).isTrue();
	}

	@Test
	void theCurrentOneIsAskedForAtOnceAndLater() {
		assertThat(Pages.document(this.phone.get("/mon-compte/mot-de-passe")).select("#current")).hasSize(1);
		assertThat(this.phone.post("/mon-compte/mot-de-passe", "password", NEW)).hasStatus(422);
		assertThat(this.phone.post("/mon-compte/mot-de-passe/retrait")).hasStatus(422);
		this.cast.forget();
		entered(Cast.PASSWORD);
		this.clock.moveTo(this.clock.instant().plus(Duration.ofMinutes(16)));
		assertThat(this.phone.get("/mon-compte/mot-de-passe")).hasRedirectedUrl("/connexion?preuve");
		this.phone.post("/connexion/mot-de-passe", "username", "ines.carpentier@demo.example", "password",
				Cast.PASSWORD);
		assertThat(Pages.document(this.phone.get("/mon-compte/mot-de-passe")).select("#current")).hasSize(1);
		assertThat(this.phone.post("/mon-compte/mot-de-passe", "password", NEW)).hasStatus(422);
		assertThat(this.phone.post("/mon-compte/mot-de-passe", "password", NEW, "current", "autre chose"))
			.hasStatus(422);
		assertThat(this.phone.post("/mon-compte/mot-de-passe/retrait", "current", "autre chose")).hasStatus(422);
		assertThat(this.phone.post("/mon-compte/mot-de-passe", "password", NEW, "current", Cast.PASSWORD))
			.hasRedirectedUrl("/mon-compte/connexions");
		assertThat(this.phone.post("/mon-compte/mot-de-passe/retrait", "current", NEW))
			.hasRedirectedUrl("/mon-compte/connexions");
		this.cast.forget();
		assertThat(this.accounts.ofPerson(this.ines.getId()).orElseThrow().hasPassword()).isFalse();
		assertThat(Pages.document(this.phone.get("/mon-compte/mot-de-passe")).select("#current")).isEmpty();
		this.clock.moveTo(this.clock.instant().plus(Duration.ofMinutes(16)));
		assertThat(this.phone.post("/mon-compte/mot-de-passe", "password", NEW)).hasRedirectedUrl("/connexion?preuve");
	}

	@Test
	void aForgottenPasswordIsChosenAnewByMailAndEverybodyIsOut() {
		Device anywhere = new Device(this.mvc);
		String known = forgotten(anywhere, "ines.carpentier@demo.example");
		assertThat(forgotten(anywhere, "personne@demo.example")).isEqualTo(known);
		assertThat(this.letters.count("signin.reset")).isEqualTo(1);
		String link = "/connexion/mot-de-passe/nouveau/" + this.letters.last("signin.reset");
		anywhere.get(link);
		assertThat(anywhere.get(link)).hasStatusOk();
		assertThat(anywhere.post(link, "password", "azertyuiopqsdfghjklm")).hasStatus(422);
		assertThat(anywhere.post(link, "password", NEW)).hasRedirectedUrl("/connexion/mot-de-passe");
		this.cast.forget();
		assertThat(anywhere.post(link, "password", NEW)).hasStatus(410);
		assertThat(this.phone.isSignedIn()).isFalse();
		assertThat(this.letters.last("signin.changed")).isEqualTo("passwordReset");
		entered(NEW);
	}

	@Test
	void halfAnHourLaterTheResetIsOver() {
		Device anywhere = new Device(this.mvc);
		forgotten(anywhere, "ines.carpentier@demo.example");
		String link = "/connexion/mot-de-passe/nouveau/" + this.letters.last("signin.reset");
		this.clock.moveTo(this.clock.instant().plus(Duration.ofMinutes(30)));
		assertThat(anywhere.get(link)).hasStatus(410);
		assertThat(anywhere.post(link, "password", NEW)).hasStatus(410);
	}

	private Person person() {
		this.cast.forget();
		return this.people.findById(this.ines.getId()).orElseThrow();
	}

	private String forgotten(Device device, String email) {
		return Pages.document(device.post("/connexion/mot-de-passe/oublie", "email", email))
			.select("main")
			.text()
			.replace(email, "…");
	}

	private Device entered(String password) {
		Device device = new Device(this.mvc);
		assertThat(device.post("/connexion/mot-de-passe", "username", "ines.carpentier@demo.example", "password",
				password))
			.hasRedirectedUrl("/");
		return device;
	}

}
