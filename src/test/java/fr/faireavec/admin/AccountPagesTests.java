package fr.faireavec.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.privacy.Erasing;
import fr.faireavec.privacy.Mentions;
import fr.faireavec.privacy.PersonalFile;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The administration looks people up and decides who comes in, and as what. */
@IntegrationTest
class AccountPagesTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);

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
	private JdbcClient jdbc;

	@Autowired
	private Erasing erasing;

	@Autowired
	private Mentions mentions;

	@Autowired
	private PersonalFile file;

	@Autowired
	private List<LetterKind> kinds;

	private Pages pages;

	private Person ada;

	private Person ines;

	@BeforeEach
	void people() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(TODAY.atTime(10, 0));
		// The installation's own first administrator steps back.
		this.jdbc.sql("UPDATE account SET role = NULL, password_hash = 'x' WHERE role = 'ADMIN'").update();
		this.ada = this.cast.administrator("Ada", "Min");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
	}

	@Test
	void theHubCountsWhatWaits() {
		this.keeping.open(this.keeping.register(new AccountKeeping.Name("Yann", "Delcroix"), "yann@demo.example"));
		Document hub = this.pages.read("/administration", this.ada);
		assertThat(hub.select("main li h2").eachText()).containsExactly("Comptes", "Lettres", "Audit", "Listes et taux",
				"Réglages", "Données personnelles");
		assertThat(hub.select("main .tag.sun").eachText()).containsExactly("1 personne invitée n’est pas encore venue",
				"3 réglages à compléter");
		assertThat(hub.text()).contains("12,02 € l’heure", "Personne d’autre que vous");
		assertThat(hub.select(".site-nav a[aria-current=page]").text()).isEqualTo("Administration");
		this.cast.administrator("Béa", "Gestion");
		assertThat(this.pages.read("/administration", this.ada).text()).doesNotContain("Personne d’autre que vous");
		Document below = this.pages.read("/administration/comptes", this.ada);
		assertThat(below.select(".site-nav a[aria-current=page]").text()).isEqualTo("Administration");
		assertThat(below.select(".tabs a[aria-current=page]").text()).isEqualTo("Comptes");
	}

	@Test
	void theHubSaysWhichNightFailed() {
		this.jdbc.sql("""
				INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, last_failure,
				  consecutive_failures, version)
				VALUES ('privacy-retention', 'recurring', '2026-12-02', false, '2026-12-01T03:30:00Z', 2, 1)
				ON CONFLICT (task_name, task_instance) DO UPDATE SET last_failure = excluded.last_failure,
				  consecutive_failures = 2""").update();
		assertThat(this.pages.read("/administration", this.ada).select("[role=alert]").text()).contains("n’aboutit pas",
				"1er décembre 2026");
	}

	@Test
	void theListIsSearchedAndFiltered() {
		this.cast.facilitator("Claire", "Vasseur");
		Person closed = this.cast.facilitator("Malik", "Dubreuil");
		this.keeping.disable(closed.getId());
		this.keeping.register(new AccountKeeping.Name("Odile", "Sans-Adresse"), null);
		assertThat(names("?texte=INES")).containsExactly("Inès Carpentier");
		assertThat(names("?texte=carpentier@demo")).containsExactly("Inès Carpentier");
		assertThat(names("?texte=%25")).isEmpty();
		assertThat(names("?role=FACILITATOR")).containsExactly("Malik Dubreuil", "Claire Vasseur");
		assertThat(names("?role=FACILITATOR&acces=OPEN")).containsExactly("Claire Vasseur");
		assertThat(names("?acces=CLOSED")).containsExactly("Malik Dubreuil");
		assertThat(names("?acces=NONE")).containsExactly("Odile Sans-Adresse");
		Document page = this.pages.read("/administration/comptes?acces=NONE", this.ada);
		assertThat(page.select("tbody td").eachText()).contains("pas de courriel", "sans invitation");
		assertThat(page.select("#acces option[selected]").text()).isEqualTo("sans invitation");
		assertThat(this.pages.read("/administration/comptes?texte=zzz", this.ada).select(".empty-title").text())
			.isEqualTo("Personne ne correspond");
	}

	@Test
	void thePagesHoldThirtyAndCostTheSame() {
		this.pages.read("/administration/comptes", this.ada);
		int few = this.pages.statements("/administration/comptes", this.ada);
		for (int i = 0; i < 80; i++) {
			this.cast.person("Paginée" + i, "Nombreuse");
		}
		this.cast.forget();
		assertThat(names("?texte=nombreuse")).hasSize(30);
		assertThat(names("?texte=nombreuse&page=3")).hasSize(20);
		assertThat(names("?texte=nombreuse&page=99")).hasSize(20);
		assertThat(this.pages.statements("/administration/comptes", this.ada)).isEqualTo(few).isLessThanOrEqualTo(15);
	}

	@Test
	void onePersonIsReadWithWhatBringsThemHere() {
		Parcours parcours = this.cast.parcours("Pays de test", TODAY.minusDays(30), this.ada);
		Enrolment enrolment = this.cast.enrol(parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(enrolment, this.ines, TODAY.minusDays(30));
		signIn(this.ines);
		signIn(this.ines);
		Document sheet = this.pages.read(home(this.ines), this.ada);
		assertThat(sheet.text()).contains("Pilote pour Recyclerie du Canal", "Pays de test, depuis le 6 octobre 2026",
				"2 navigateurs connectés", "ines.carpentier@demo.example", "Personne ajoutée");
		assertThat(this.pages.statements(home(this.ines), this.ada)).isLessThanOrEqualTo(15);
		assertThat(this.pages.get("/administration/comptes/" + Ids.next(), this.ada)).hasStatus(404);
	}

	@Test
	void somebodyNamedReceivesOneLetterHoweverOftenTheButtonIsPressed() {
		String key = Ids.next().toString();
		for (int i = 0; i < 2; i++) {
			MvcTestResult result = this.pages.post("/administration/comptes/nouveau", this.ada, "key", key, "givenName",
					"Malik", "familyName", "Dubreuil", "email", "Malik@Demo.example", "role", "FACILITATOR");
			assertThat(result).hasStatus(302);
		}
		Person malik = this.people.findByEmail("malik@demo.example").orElseThrow();
		assertThat(account(malik).getRole()).isEqualTo(Role.FACILITATOR);
		assertThat(letters(malik)).containsExactly("admin.appointed");
		assertThat(noted(malik)).containsOnlyOnce("account.appointed");
	}

	@Test
	void namingNeitherReopensNorDemotes() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		this.keeping.disable(malik.getId());
		MvcTestResult closed = name(malik, "FACILITATOR");
		assertThat(closed).hasStatus(422);
		assertThat(Pages.document(closed).select("#email-error").text()).contains("rouvrez-le d’abord");
		assertThat(name(this.ada, "FACILITATOR")).hasStatus(422);
		assertThat(account(this.ada).getRole()).isEqualTo(Role.ADMIN);
		assertThat(letters(malik)).doesNotContain("admin.appointed");
	}

	private MvcTestResult name(Person person, String role) {
		return this.pages.post("/administration/comptes/nouveau", this.ada, "key", Ids.next().toString(), "givenName",
				person.getGivenName(), "familyName", person.getFamilyName(), "email", String.valueOf(person.getEmail()),
				"role", role);
	}

	@Test
	void aNameThatIsMissingIsSaidBesideItsFieldAndNothingIsLost() {
		MvcTestResult result = this.pages.post("/administration/comptes/nouveau", this.ada, "givenName", "",
				"familyName", "Dubreuil", "email", "pas une adresse", "role", "ADMIN");
		assertThat(result).hasStatus(422);
		Document page = Pages.document(result);
		assertThat(page.select("#givenName-error").text()).contains("nécessaire");
		assertThat(page.select("#email-error").text()).contains("Enlevez une espace");
		assertThat(page.select("#familyName").val()).isEqualTo("Dubreuil");
		assertThat(page.select("input[name=role][checked]").val()).isEqualTo("ADMIN");
	}

	@Test
	void aPersonNamedWithoutAnAddressReceivesOne() {
		Person odile = this.keeping.register(new AccountKeeping.Name("Odile", "Marais"), null);
		this.cast.flush();
		assertThat(this.pages.read(home(odile), this.ada).text())
			.contains("Sans courriel, cette personne ne peut pas entrer");
		assertThat(this.pages.post(home(odile) + "/invitation", this.ada)).hasStatus(422);
		assertThat(this.pages.post(home(odile) + "/role", this.ada, "version", "0", "role", "FACILITATOR"))
			.hasStatus(422);
		assertThat(this.pages.post(home(odile) + "/modifier", this.ada, "version", "0", "givenName", "Odile",
				"familyName", "Marais", "email", "odile@demo.example"))
			.hasRedirectedUrl(home(odile));
		assertThat(this.pages.post(home(odile) + "/invitation", this.ada)).hasRedirectedUrl(home(odile));
		assertThat(letters(odile)).containsExactly("admin.invited");
		assertThat(noted(odile)).contains("person.corrected", "account.invited");
	}

	@Test
	void anAddressOfSomebodyElseIsRefusedBesideItsField() {
		MvcTestResult result = this.pages.post(home(this.ines) + "/modifier", this.ada, "version", version(this.ines),
				"givenName", "Inès", "familyName", "Carpentier", "email", "ada.min@demo.example");
		assertThat(result).hasStatus(422);
		assertThat(Pages.document(result).select("#email-error").text()).contains("Une autre fiche");
	}

	/** From which address to which stands in the audit until they are erased. */
	@Test
	void anAddressCorrectedIsWrittenAndToldToBoth() {
		signIn(this.ines);
		assertThat(correct(this.ines, "ines@corrigee.example")).hasRedirectedUrl(home(this.ines));
		assertThat(connections(this.ines)).isZero();
		assertThat(this.jdbc.sql("SELECT address FROM letter WHERE recipient_id = :ines AND kind = 'signin.changed'")
			.param("ines", this.ines.getId())
			.query(String.class)
			.list()).containsExactlyInAnyOrder("ines.carpentier@demo.example", "ines@corrigee.example");
		assertThat(Pages.document(this.pages.get("/administration/audit", this.ada)).text())
			.contains("« ines.carpentier@demo.example » → « ines@corrigee.example »");
		this.erasing.carryOut(this.ines.getId(),
				new Mentions.Review(this.mentions.of(this.file.subject(this.ines.getId())).seal(), Set.of(), ""));
		this.cast.forget();
		assertThat(this.jdbc.sql("SELECT string_agg(changes::text || label, ' ') FROM audit_row")
			.query(String.class)
			.single()).doesNotContain("ines.carpentier@", "corrigee.example");
	}

	@Test
	void theLastAdministratorKeepsAnAddress() {
		assertThatThrownBy(() -> this.keeping.correct(this.ada.getId(), this.ada.getVersion(),
				new AccountKeeping.Name("Ada", "Min"), null))
			.extracting((refused) -> ((Refusal) refused).messageKey())
			.isEqualTo("accounts.lastAdministrator.address");
		Person bea = this.cast.administrator("Béa", "Gestion");
		assertThat(correct(bea, "")).hasRedirectedUrl(home(bea));
	}

	private MvcTestResult correct(Person person, String email) {
		return this.pages.post(home(person) + "/modifier", this.ada, "version", version(person), "givenName",
				person.getGivenName(), "familyName", person.getFamilyName(), "email", email);
	}

	@Test
	void twoAdministratorsWhoCorrectOnePersonSeeBothTexts() {
		String stale = version(this.ines);
		this.pages.post(home(this.ines) + "/modifier", this.ada, "version", stale, "givenName", "Inès", "familyName",
				"Carpentier-Roy", "email", "ines.carpentier@demo.example");
		MvcTestResult second = this.pages.post(home(this.ines) + "/modifier", this.ada, "version", stale, "givenName",
				"Inès", "familyName", "Roy", "email", "ines.carpentier@demo.example");
		assertThat(second).hasStatus(409);
		assertThat(Pages.document(second).select("tbody td").eachText()).containsExactly("Carpentier-Roy", "Roy");
		assertThat(this.people.findById(this.ines.getId()).orElseThrow().getFamilyName()).isEqualTo("Carpentier-Roy");
	}

	@Test
	void aRoleGivenIsWrittenAndOneTakenEndsTheConnections() {
		String page = home(this.ines) + "/role";
		assertThat(this.pages.post(page, this.ada, "version", roleVersion(this.ines), "role", "FACILITATOR"))
			.hasRedirectedUrl(home(this.ines));
		assertThat(account(this.ines).getRole()).isEqualTo(Role.FACILITATOR);
		assertThat(letters(this.ines)).containsExactly("admin.appointed");
		signIn(this.ines);
		assertThat(this.pages.post(page, this.ada, "version", roleVersion(this.ines), "role", "NONE"))
			.hasRedirectedUrl(home(this.ines));
		assertThat(account(this.ines).getRole()).isNull();
		assertThat(connections(this.ines)).isZero();
		assertThat(noted(this.ines)).contains("account.appointed", "account.dismissed");
	}

	@Test
	void aRoleChangedMeanwhileShowsBothChoices() {
		String stale = roleVersion(this.ines);
		this.pages.post(home(this.ines) + "/role", this.ada, "version", stale, "role", "ADMIN");
		MvcTestResult second = this.pages.post(home(this.ines) + "/role", this.ada, "version", stale, "role",
				"FACILITATOR");
		assertThat(second).hasStatus(409);
		assertThat(Pages.document(second).select("tbody td").eachText()).containsExactly("Administration", "Animation");
		assertThat(account(this.ines).getRole()).isEqualTo(Role.ADMIN);
	}

	@Test
	void nobodyLocksThemselvesOut() {
		MvcTestResult own = this.pages.post(home(this.ada) + "/role", this.ada, "version", roleVersion(this.ada),
				"role", "NONE");
		assertThat(own).hasStatus(422);
		assertThat(this.pages.post(home(this.ada) + "/fermeture", this.ada)).hasStatus(422);
		assertThat(account(this.ada).getRole()).isEqualTo(Role.ADMIN);
		assertThat(account(this.ada).isDisabled()).isFalse();
		Document sheet = this.pages.read(home(this.ada), this.ada);
		assertThat(sheet.text()).contains("C’est votre compte").doesNotContain("Fermer l’accès");
	}

	@Test
	void theLastAdministratorStays() {
		org.assertj.core.api.Assertions
			.assertThatThrownBy(() -> this.keeping.entrust(this.ada.getId(), account(this.ada).getVersion(), null))
			.hasMessage("accounts.lastAdministrator");
		org.assertj.core.api.Assertions.assertThatThrownBy(() -> this.keeping.appoint(this.ada, Role.FACILITATOR))
			.hasMessage("accounts.lastAdministrator");
		org.assertj.core.api.Assertions.assertThatThrownBy(() -> this.keeping.disable(this.ada.getId()))
			.hasMessage("accounts.lastAdministrator");
		Person bea = this.cast.administrator("Béa", "Gestion");
		assertThat(this.pages.post(home(bea) + "/role", this.ada, "version", roleVersion(bea), "role", "FACILITATOR"))
			.hasRedirectedUrl(home(bea));
		assertThat(account(bea).getRole()).isEqualTo(Role.FACILITATOR);
	}

	@Test
	void aClosedAccessEndsItsConnectionsAndMayBeReopened() {
		signIn(this.ines);
		assertThat(this.pages.post(home(this.ines) + "/fermeture", this.ada)).hasRedirectedUrl(home(this.ines));
		assertThat(connections(this.ines)).isZero();
		assertThat(account(this.ines).isDisabled()).isTrue();
		Document sheet = this.pages.read(home(this.ines), this.ada);
		assertThat(sheet.text()).contains("Rouvrir l’accès").doesNotContain("Inviter de nouveau");
		assertThat(this.pages.post(home(this.ines) + "/invitation", this.ada)).hasStatus(422);
		assertThat(this.pages.post(home(this.ines) + "/reouverture", this.ada)).hasRedirectedUrl(home(this.ines));
		assertThat(account(this.ines).isDisabled()).isFalse();
		assertThat(noted(this.ines)).contains("account.disabled", "account.enabled");
	}

	@Test
	void everywhereIsEverywhere() {
		signIn(this.ines);
		signIn(this.ines);
		signIn(this.ada);
		assertThat(this.pages.post(home(this.ines) + "/deconnexion", this.ada)).hasRedirectedUrl(home(this.ines));
		assertThat(connections(this.ines)).isZero();
		assertThat(connections(this.ada)).isPositive();
		assertThat(noted(this.ines)).contains("account.signedOut");
	}

	@Test
	void whoLostEverythingStartsAnew() {
		Account lost = account(this.ines);
		this.jdbc.sql("""
				INSERT INTO authenticator (id, version, account_id, secret, started_at, confirmed_at, last_step)
				VALUES (:id, 0, :account, 'x', now(), now(), 1)
				""").param("id", Ids.next()).param("account", lost.getId()).update();
		signIn(this.ines);
		signIn(this.ada);
		String taking = home(this.ines) + "/second-facteurs/retrait";
		assertThat(this.pages.read(home(this.ines), this.ada).select("form[action=" + taking + "]")).hasSize(1);
		assertThat(this.pages.post(taking, this.ada)).hasRedirectedUrl(home(this.ines));
		assertThat(this.jdbc.sql("SELECT count(*) FROM authenticator WHERE account_id = :account")
			.param("account", lost.getId())
			.query(Integer.class)
			.single()).isZero();
		assertThat(connections(this.ines)).isZero();
		assertThat(connections(this.ada)).isPositive();
		assertThat(letters(this.ines)).containsExactly("factors.changed");
		assertThat(noted(this.ines)).contains("account.factorsReset");
		String own = home(this.ada) + "/second-facteurs/retrait";
		assertThat(this.pages.read(home(this.ada), this.ada).select("form[action=" + own + "]")).isEmpty();
		assertThat(this.pages.post(own, this.ada)).hasStatus(422);
		assertThat(this.pages.post(taking, this.cast.facilitator("Claire", "Vasseur"))).hasStatus(404);
	}

	@Test
	void aLinkToHandOverIsShownOnce() {
		MvcTestResult result = this.pages.post(home(this.ines) + "/lien", this.ada);
		assertThat(result).hasStatusOk();
		assertThat(Pages.document(result).select("#lien-acces").val()).startsWith("http");
		assertThat(this.pages.read(home(this.ines), this.ada).select("#lien-acces")).isEmpty();
	}

	@Test
	void theLettersSayWhatChangedAndWhereToGo() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		LetterKind appointed = kind("admin.appointed");
		Envelope sealed = envelope(malik, "le-jeton");
		assertThat(appointed.stillDue(sealed)).isTrue();
		Letter letter = appointed.render(sealed);
		assertThat(letter.subject()).isEqualTo("Vous faites maintenant partie de l’animation");
		assertThat(letter.blocks()).anyMatch((block) -> block instanceof Letter.Block.Button button
				&& button.address().endsWith("/invitation/le-jeton"));
		assertThat(appointed.render(envelope(malik, null)).blocks()).anyMatch(
				(block) -> block instanceof Letter.Block.Button button && button.address().endsWith("/connexion"));
		assertThat(kind("admin.invited").render(sealed).blocks().toString()).contains("/invitation/le-jeton");
		this.keeping.disable(malik.getId());
		assertThat(appointed.stillDue(sealed)).isFalse();
		assertThat(kind("admin.invited").stillDue(sealed)).isFalse();
		assertThat(appointed.stillDue(envelope(this.ines, null))).isFalse();
	}

	@Test
	void onlyTheAdministrationIsLetIn() {
		Person claire = this.cast.facilitator("Claire", "Vasseur");
		assertThat(this.pages.get("/administration", claire)).hasStatus(404);
		assertThat(this.pages.get(home(this.ines), claire)).hasStatus(404);
		assertThat(this.pages.post(home(this.ines) + "/role", claire, "role", "ADMIN")).hasStatus(404);
	}

	private LetterKind kind(String name) {
		return this.kinds.stream().filter((kind) -> kind.name().equals(name)).findFirst().orElseThrow();
	}

	private static Envelope envelope(Person person, @org.jspecify.annotations.Nullable String secret) {
		return new Envelope(Ids.next(), person.getId(), person.getName(), "x@demo.example", person.getId(), secret,
				TODAY.atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
	}

	private List<String> names(String query) {
		return this.pages.read("/administration/comptes" + query, this.ada).select("tbody th").eachText();
	}

	private void signIn(Person person) {
		this.jdbc.sql("""
				INSERT INTO spring_session (primary_id, session_id, creation_time, last_access_time,
				  max_inactive_interval, expiry_time, principal_name)
				VALUES (:id, :id, 1, 1793869200000, 3600, 1893869200000, :account)
				""")
			.param("id", UUID.randomUUID().toString())
			.param("account", account(person).getId().toString())
			.update();
	}

	private int connections(Person person) {
		return this.jdbc.sql("SELECT count(*) FROM spring_session WHERE principal_name = :account")
			.param("account", account(person).getId().toString())
			.query(Integer.class)
			.single();
	}

	private List<String> letters(Person person) {
		return this.jdbc.sql("SELECT kind FROM letter WHERE recipient_id = :person")
			.param("person", person.getId())
			.query((row, n) -> row.getString(1))
			.list();
	}

	private List<String> noted(Person person) {
		return this.jdbc.sql("SELECT what FROM audit_row WHERE subject_id = :person")
			.param("person", person.getId())
			.query((row, n) -> row.getString(1))
			.list();
	}

	private Account account(Person person) {
		this.cast.forget();
		return this.accounts.ofPerson(person.getId()).orElseThrow();
	}

	private String roleVersion(Person person) {
		return Integer.toString(account(person).getVersion());
	}

	private String version(Person person) {
		this.cast.flush();
		return Integer.toString(this.people.findById(person.getId()).orElseThrow().getVersion());
	}

	private static String home(Person person) {
		return "/administration/comptes/" + person.getId();
	}

}
