package fr.faireavec.signin;

import java.time.Duration;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Accepting an invitation is choosing how to sign in. */
@IntegrationTest
class InvitationTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private Accounts accounts;

	@Autowired
	private People people;

	@Autowired
	private Inviting inviting;

	@Autowired
	private Invitations invitations;

	@Autowired
	private Letters letters;

	@Autowired
	private MovableClock clock;

	private Person nora;

	private Device phone;

	@BeforeEach
	void noraIsInvited() {
		this.nora = this.keeping.register(new AccountKeeping.Name("Nora", "Leclercq"), "nora@demo.example");
		this.cast.flush();
		this.phone = new Device(this.mvc);
	}

	@Test
	void openingItTwiceChangesNothingAndSaysWhoseItIs() {
		String link = link();
		for (int i = 0; i < 2; i++) {
			MvcTestResult page = this.phone.get(link);
			assertThat(page).hasStatusOk();
			assertThat(Pages.document(page).select("main").text()).contains("Nora Leclercq", "nora@demo.example");
		}
		assertThat(accepted()).isFalse();
		assertThat(this.phone.post(link)).hasRedirectedUrl("/");
	}

	@Test
	void byMailTheyAreInAtOnceAndEveryOtherLinkFalls() {
		String link = link();
		String second = link();
		assertThat(this.phone.post(link, "maniere", "MAIL")).hasRedirectedUrl("/");
		assertThat(this.phone.isSignedIn()).isTrue();
		assertThat(accepted()).isTrue();
		Device late = new Device(this.mvc);
		assertThat(late.get(link)).hasStatus(410);
		assertThat(late.post(second)).hasStatus(410);
		assertThat(late.isSignedIn()).isFalse();
	}

	@Test
	void withAPasskeyTheNextPageMakesIt() {
		assertThat(this.phone.post(letter(), "maniere", "CLE")).hasRedirectedUrl("/mon-compte/cles?bienvenue");
		assertThat(this.phone.isSignedIn()).isTrue();
	}

	@Test
	void aPasswordTooEasyKeepsTheInvitationGood() {
		String link = letter();
		assertThat(this.phone.post(link + "/mot-de-passe", "password", "motdepasse12345")).hasStatus(422);
		this.cast.forget();
		assertThat(accepted()).isFalse();
		String pasted = " trois vélos bleus dans le canal, un jeudi de pluie à Roubaix !! ";
		assertThat(this.phone.post(link + "/mot-de-passe", "password", pasted)).hasRedirectedUrl("/");
		this.cast.forget();
		Device laptop = new Device(this.mvc);
		assertThat(laptop.post("/connexion/mot-de-passe", "username", "nora@demo.example", "password", pasted.strip()))
			.hasStatus(422);
		assertThat(laptop.post("/connexion/mot-de-passe", "username", "nora@demo.example", "password", pasted))
			.hasRedirectedUrl("/");
	}

	/** Whoever hands out a link replaces nobody's password, and the owner knows of it. */
	@Test
	void theLinkOfSomebodyWhoHasComeInOnlySignsIn() {
		String first = " trois vélos bleus dans le canal, un jeudi de pluie à Roubaix !! ";
		assertThat(this.phone.post(letter() + "/mot-de-passe", "password", first)).hasRedirectedUrl("/");
		assertThat(this.letters.last("signin.changed")).isEqualTo("passwordChosen");
		this.cast.forget();
		String link = link();
		assertThat(this.letters.last("signin.changed")).isEqualTo("linkIssued");
		Device thief = new Device(this.mvc);
		assertThat(Pages.document(thief.get(link)).select("main input[type=password]")).isEmpty();
		assertThat(thief.post(link + "/mot-de-passe", "password", "une phrase que seule une voleuse connaît"))
			.hasStatus(422);
		assertThat(thief.isSignedIn()).isFalse();
		this.cast.forget();
		assertThat(new Device(this.mvc).post("/connexion/mot-de-passe", "username", "nora@demo.example", "password",
				first))
			.hasRedirectedUrl("/");
		assertThat(this.phone.isSignedIn()).isTrue();
		assertThat(thief.post(link)).hasRedirectedUrl("/");
		assertThat(thief.isSignedIn()).isTrue();
	}

	/** Whoever passed it on may have kept it: it opens one visit, and sets nothing up. */
	@Test
	void aLinkPassedOnSetsUpNoWayIn() {
		String link = link();
		assertThat(Pages.document(this.phone.get(link)).select("main input[type=password], main button[value=CLE]"))
			.isEmpty();
		String chosen = "une phrase que seule une voleuse connaît";
		MvcTestResult refused = this.phone.post(link + "/mot-de-passe", "password", chosen);
		assertThat(refused).hasStatus(422);
		assertThat(Pages.document(refused).select("main").text()).contains("remis par quelqu’un d’autre");
		assertThat(this.phone.isSignedIn()).isFalse();
		assertThat(accepted()).isFalse();
		assertThat(this.phone.post(link, "maniere", "CLE")).hasRedirectedUrl("/");
		assertThat(this.phone.isSignedIn()).isTrue();
		assertThat(this.phone.post("/mon-compte/mot-de-passe", "password", chosen))
			.hasRedirectedUrl("/connexion?preuve");
		this.cast.forget();
		assertThat(this.accounts.ofPerson(this.nora.getId()).orElseThrow().hasPassword()).isFalse();
		assertThat(this.people.findById(this.nora.getId()).orElseThrow().hasProvedEmail()).isFalse();
	}

	@Test
	void twoWeeksLaterThereIsAnotherWayOn() {
		String link = link();
		this.clock.moveTo(this.clock.instant().plus(Duration.ofDays(14)));
		MvcTestResult page = this.phone.get(link);
		assertThat(page).hasStatus(410);
		assertThat(Pages.document(page).select("main a.button").attr("href")).isEqualTo("/connexion");
		assertThat(this.phone.post(link)).hasStatus(410);
		assertThat(this.phone.get("/invitation/n-importe-quoi")).hasStatus(404);
		this.phone.post("/connexion", "email", "nora@demo.example");
		String code = this.letters.last("signin.code").split("\n", 2)[1];
		assertThat(this.phone.post("/connexion/code", "code", code)).hasRedirectedUrl("/mon-compte/cles?bienvenue");
		this.cast.forget();
		assertThat(accepted()).isTrue();
	}

	@Test
	void aClosedAccountsInvitationLeadsNowhere() {
		String link = link();
		this.keeping.disable(this.nora.getId());
		this.cast.forget();
		assertThat(this.phone.get(link)).hasStatus(410);
		assertThat(this.phone.post(link)).hasStatus(410);
		assertThat(this.phone.isSignedIn()).isFalse();
	}

	private String link() {
		String token = this.inviting.issueLink(this.nora.getId());
		this.cast.flush();
		return "/invitation/" + token;
	}

	private String letter() {
		Person person = this.people.findById(this.nora.getId()).orElseThrow();
		UUID account = this.keeping.open(person).getId();
		this.cast.flush();
		String token = this.invitations.issue(account, false);
		return "/invitation/" + token;
	}

	private boolean accepted() {
		this.cast.forget();
		return this.accounts.ofPerson(this.nora.getId()).orElseThrow().hasComeIn();
	}

}
