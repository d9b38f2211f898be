package fr.faireavec.factors;

import java.util.List;
import java.util.Set;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.signin.web.SignedInAs;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.StrictTest;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Who must show a second factor gets nowhere without it, and everywhere with it. */
@StrictTest
class SecondFactorPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private Accounts accounts;

	@Autowired
	private CodeKeeping keeping;

	@Autowired
	private OneTimeCode codes;

	@Autowired
	private MovableClock clock;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	private Person claire;

	private Account account;

	@BeforeEach
	void somebody() {
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.cast.flush();
		this.account = this.accounts.ofPerson(this.claire.getId()).orElseThrow();
	}

	private RequestPostProcessor as(Factor... shown) {
		return SignedInAs.account(this.account.getId(), shown);
	}

	/** The same session from one request to the next. */
	private RequestPostProcessor visit(Factor... shown) {
		String id = SignedInAs.open(this.context, this.account.getId(), Set.of(shown));
		return (request) -> {
			request.setCookies(new Cookie("__Host-session", id));
			return request;
		};
	}

	private Viewer viewer() {
		return new Viewer(this.claire.getId(), this.account.getId(), "Claire", "Vasseur", this.account.getRole());
	}

	private String application() {
		this.keeping.start(viewer());
		String secret = this.keeping.secret(viewer());
		this.keeping.confirm(viewer(), this.codes.at(secret, this.clock.instant()));
		this.cast.forget();
		this.clock.moveTo(this.clock.instant().plusSeconds(30));
		return secret;
	}

	@Test
	void whoHasNothingToShowYetSetsItUpFirst() {
		for (String page : List.of("/", "/parcours", "/structures", "/mon-compte", "/mon-compte/connexions")) {
			assertThat(this.mvc.get().uri(page).with(as(Factor.PASSWORD))).as(page)
				.hasRedirectedUrl("/mon-compte/cles");
		}
		assertThat(this.mvc.post().uri("/structures/nouvelle").with(as(Factor.PASSWORD)).with(csrf()))
			.hasRedirectedUrl("/mon-compte/cles");
		assertThat(text("/mon-compte/cles", as(Factor.MAIL))).contains("ajoutez une clé d’accès");
	}

	@Test
	void settingUpAnApplicationOpensTheHouse() {
		RequestPostProcessor visit = visit(Factor.PASSWORD);
		assertThat(this.mvc.get().uri("/structures").with(visit)).hasRedirectedUrl("/mon-compte/cles");
		assertThat(this.mvc.post().uri("/mon-compte/cles/application").with(visit).with(csrf()))
			.hasRedirectedUrl("/mon-compte/cles/application");
		this.cast.forget();
		String secret = this.keeping.secret(viewer());
		Document page = Jsoup
			.parse(body(this.mvc.get().uri("/mon-compte/cles/application").with(visit).exchange().getResponse()));
		assertThat(page.text()).contains(secret.substring(0, 4) + " " + secret.substring(4, 8));
		assertThat(page.select("svg.qr path").attr("d")).startsWith("M");
		MockHttpServletResponse wrong = this.mvc.post()
			.uri("/mon-compte/cles/application/confirmation")
			.with(visit)
			.with(csrf())
			.param("code", "000000")
			.exchange()
			.getResponse();
		assertThat(wrong.getStatus()).isEqualTo(422);
		assertThat(body(wrong)).contains("Ce code n’est pas le bon");
		MockHttpServletResponse right = this.mvc.post()
			.uri("/mon-compte/cles/application/confirmation")
			.with(visit)
			.with(csrf())
			.param("code", this.codes.at(secret, this.clock.instant()))
			.exchange()
			.getResponse();
		assertThat(Jsoup.parse(body(right)).select(".recovery-codes li")).hasSize(10);
	}

	@Test
	void whoHasOneShowsItAndGoesWhereTheyWereGoing() {
		String secret = application();
		RequestPostProcessor visit = visit(Factor.PASSWORD);
		assertThat(this.mvc.get().uri("/structures?q=a").with(visit)).hasRedirectedUrl("/connexion/second-facteur");
		assertThat(this.mvc.post().uri("/connexion/second-facteur").with(visit).with(csrf()).param("code", "123456"))
			.hasStatus(422);
		assertThat(this.mvc.post()
			.uri("/connexion/second-facteur")
			.with(visit)
			.with(csrf())
			.param("code", this.codes.at(secret, this.clock.instant()))).hasRedirectedUrl("/structures?q=a");
	}

	/** A mailed code is no second factor: the password is asked for as well. */
	@Test
	void whoCameByMailShowsPasswordAndCode() {
		String secret = application();
		String code = this.codes.at(secret, this.clock.instant());
		MockHttpServletResponse without = this.mvc.post()
			.uri("/connexion/second-facteur")
			.with(as(Factor.MAIL))
			.with(csrf())
			.param("code", code)
			.exchange()
			.getResponse();
		assertThat(without.getStatus()).isEqualTo(422);
		assertThat(body(without)).contains("Ce mot de passe n’est pas le vôtre");
		assertThat(this.mvc.post()
			.uri("/connexion/second-facteur")
			.with(as(Factor.MAIL))
			.with(csrf())
			.param("password", Cast.PASSWORD)
			.param("code", code)).hasRedirectedUrl("/");
	}

	@Test
	void aStolenMailboxReplacesNothing() {
		application();
		assertThat(this.mvc.get().uri("/mon-compte/cles").with(as(Factor.MAIL)))
			.hasRedirectedUrl("/connexion/second-facteur");
		assertThat(this.mvc.post().uri("/mon-compte/cles/application/fin").with(as(Factor.MAIL)).with(csrf()))
			.hasRedirectedUrl("/connexion/second-facteur");
		assertThat(this.mvc.post().uri("/mon-compte/cles/options").with(as(Factor.PASSWORD)).with(csrf()))
			.hasRedirectedUrl("/connexion/second-facteur");
	}

	/**
	 * A password is half of one of the two strong means: it goes once the other is there.
	 */
	@Test
	void thePasswordStaysWhileItIsHalfOfTheOnlyStrongMeans() {
		application();
		MockHttpServletResponse refused = withoutPassword();
		assertThat(refused.getStatus()).isEqualTo(422);
		assertThat(body(refused)).contains("votre dernier moyen sûr");
		this.cast.forget();
		assertThat(this.accounts.findById(this.account.getId()).orElseThrow().hasPassword()).isTrue();
		this.jdbc.sql("""
				INSERT INTO passkey (id, version, account_id, credential_id, public_key, signature_count, transports,
				                     backup_eligible, backup_state, attestation, attestation_client, name, added_at)
				VALUES (gen_random_uuid(), 0, :account, 'cle', 'x', 0, '', false, false, 'x', 'x', 'Clé', now())
				""").param("account", this.account.getId()).update();
		assertThat(withoutPassword().getRedirectedUrl()).isEqualTo("/mon-compte/connexions");
		this.cast.forget();
		assertThat(this.accounts.findById(this.account.getId()).orElseThrow().hasPassword()).isFalse();
	}

	private MockHttpServletResponse withoutPassword() {
		return this.mvc.post()
			.uri("/mon-compte/mot-de-passe/retrait")
			.with(visit(Factor.PASSWORD, Factor.ONE_TIME_CODE))
			.with(csrf())
			.param("current", Cast.PASSWORD)
			.exchange()
			.getResponse();
	}

	@Test
	void whoShowedEnoughIsNotAskedAgain() {
		application();
		assertThat(this.mvc.get().uri("/structures").with(as(Factor.PASSWORD, Factor.ONE_TIME_CODE))).hasStatusOk();
		assertThat(this.mvc.get().uri("/structures").with(as(Factor.PASSKEY))).hasStatusOk();
		assertThat(this.mvc.get().uri("/connexion/second-facteur").with(as(Factor.PASSKEY))).hasRedirectedUrl("/");
	}

	/** After the first mail, an offer that can be declined. */
	@Test
	void aPasskeyIsOfferedAndMayWait() {
		assertThat(text("/mon-compte/cles?bienvenue=", as(Factor.PASSKEY))).contains("Vous y êtes", "Pas maintenant");
		assertThat(text("/mon-compte/cles", as(Factor.PASSKEY))).doesNotContain("Pas maintenant");
	}

	@Test
	void pilotsAreNotAsked() {
		Person ines = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		assertThat(this.mvc.get()
			.uri("/")
			.with(SignedInAs.account(this.accounts.ofPerson(ines.getId()).orElseThrow().getId(), Factor.MAIL)))
			.hasStatusOk();
	}

	private String text(String page, RequestPostProcessor as) {
		return Jsoup.parse(body(this.mvc.get().uri(page).with(as).exchange().getResponse())).text();
	}

	private static String body(MockHttpServletResponse response) {
		return new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
