package fr.faireavec.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Sealing;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.KeyInHand;
import fr.faireavec.testing.Pages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Claire runs the parcours of which Inès is a pilot: whatever she does with the addresses
 * of its people, she neither comes in as Inès nor keeps a key to anybody's account.
 */
@IntegrationTest
class TakeoverTests {

	private static final LocalDate START = LocalDate.of(2026, 3, 2);

	private static final String TODAY = "2026-04-01";

	private static final String ALIAS = "claire.autrement@demo.example";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Mandates mandates;

	@Autowired
	private Letters letters;

	@Autowired
	private BaseUrl base;

	@Autowired
	private Sealing sealing;

	@Autowired
	private List<LetterKind> kinds;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person ada;

	private Person claire;

	private Person ines;

	private Enrolment sources;

	private UUID mandate;

	private String at = "";

	@BeforeEach
	void aPilotOfHers() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(LocalDateTime.of(2026, 4, 1, 10, 0));
		this.ada = this.cast.administrator("Ada", "Durand");
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.sources = this.cast.enrol(this.cast.parcours("Pays des Sources", START, this.claire),
				this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(this.sources, this.ines, START);
		this.cast.forget();
		this.at = "/parcours/pays-des-sources/structures/" + this.sources.getId();
		this.mandate = this.mandates.ofEnrolment(this.sources.getId()).getFirst().getId();
	}

	/** A mandate that had ended stands again; the address freed meanwhile does not. */
	@Test
	void whoHasComeInBeforeIsGivenNoAddressByTheAnimation() {
		int told = this.letters.count("cohorts.mandated");
		freeWhileAway();
		String giving = this.at + "/mandats/" + this.mandate + "/adresse";
		assertThat(this.pages.read(giving, this.claire).select("#email")).isEmpty();
		assertThat(this.pages.read(giving, this.claire).text()).contains("Seule l’administration");
		MvcTestResult refused = post(this.claire, giving, "version", version(this.ines), "email", ALIAS);
		assertThat(refused).hasStatus(422);
		assertThat(Pages.document(refused).select("#email-error").text()).contains("Seule l’administration");
		assertThat(address(this.ines)).isNull();
		assertThat(this.letters.count("cohorts.mandated")).isEqualTo(told);
		String correcting = "/administration/comptes/" + this.ines.getId() + "/modifier";
		assertThat(this.pages.read(correcting, this.ada).text()).contains("Une lettre prévient les deux adresses");
		assertThat(post(this.ada, correcting, "version", version(this.ines), "givenName", "Inès", "familyName",
				"Carpentier", "email", "ines@demo.example"))
			.hasStatus(302);
		assertThat(byLetter("ines@demo.example").isSignedIn()).isTrue();
	}

	/** The mailbox changed hands; its former owner has no other key to it. */
	@Test
	void whoseAddressIsFreedComesInNoMore() {
		KeyInHand key = new KeyInHand(this.base);
		key.addOn(withPassword());
		this.cast.forget();
		assertThat(key.comeInOn(new Device(this.mvc))).hasStatusOk();
		assertThat(this.pages.read(freeing(), this.claire).text()).contains("ses clés d’accès");
		freeWhileAway();
		assertThat(key.comeInOn(new Device(this.mvc))).hasStatus(422);
		assertThat(withPassword().isSignedIn()).isFalse();
		assertThat(noted(this.ines)).contains("account.meansForgotten");
		assertThat(sent("addressCorrectedAnew")).containsExactly("ines.carpentier@demo.example");
		assertThat(said("signin.changed", "addressCorrectedAnew")).contains("les clés d’accès", "ne valent plus");
		// Given back, it opens nothing that was set up before.
		correct(this.ines, "ines.carpentier@demo.example");
		assertThat(key.comeInOn(new Device(this.mvc))).hasStatus(422);
		assertThat(withPassword().isSignedIn()).isFalse();
		assertThat(byLetter("ines.carpentier@demo.example").isSignedIn()).isTrue();
	}

	/** She names somebody, reads their first letter herself, and sets up a key. */
	@Test
	void aKeySetUpAtAnotherAddressDiesWithIt() {
		post(this.claire, this.at + "/mandats", "role", "COPILOT", "givenName", "Ivan", "familyName", "Prudhon",
				"email", "", "from", TODAY);
		UUID copilot = this.jdbc.sql("SELECT id FROM mandate WHERE role = 'COPILOT'").query(UUID.class).single();
		Person ivan = this.mandates.findById(copilot).orElseThrow().getPerson();
		assertThat(post(this.claire, this.at + "/mandats/" + copilot + "/adresse", "version", version(ivan), "email",
				ALIAS))
			.hasStatus(302);
		Device hers = new Device(this.mvc);
		hers.post("/invitation/" + this.letters.last("cohorts.mandated", ivan.getId()), "maniere", "CLE");
		KeyInHand key = new KeyInHand(this.base);
		assertThat(key.addOn(hers)).hasStatusOk();
		this.cast.forget();
		assertThat(key.comeInOn(new Device(this.mvc))).hasStatusOk();
		correct(ivan, "ivan@demo.example");
		assertThat(sent("addressCorrectedAnew")).containsExactly(ALIAS, "ivan@demo.example");
		assertThat(key.comeInOn(new Device(this.mvc))).hasStatus(422);
		assertThat(hers.isSignedIn()).isFalse();
		entrust(ivan, Role.FACILITATOR);
		assertThat(key.comeInOn(new Device(this.mvc))).hasStatus(422);
	}

	/** It was set up to open less; the letter says what to do. */
	@Test
	void aKeyFromBeforeAFirstRoleOpensNothing() {
		KeyInHand key = new KeyInHand(this.base);
		key.addOn(withPassword());
		this.cast.forget();
		String sheet = "/administration/comptes/" + this.ines.getId();
		assertThat(this.pages.read(sheet, this.ada).text()).contains("Un premier rôle ouvre davantage");
		assertThat(this.pages.read("/administration/comptes/nouveau", this.ada).text())
			.contains("Un premier rôle ouvre davantage");
		assertThat(post(this.ada, sheet + "/role", "key", UUID.randomUUID().toString(), "version", accountVersion(),
				"role", "ADMIN"))
			.hasStatus(302);
		assertThat(key.comeInOn(new Device(this.mvc))).hasStatus(422);
		assertThat(withPassword().isSignedIn()).isFalse();
		assertThat(said("admin.appointed", null)).contains("ils ne valent plus");
		Device fresh = byLetter("ines.carpentier@demo.example");
		assertThat(fresh.get("/administration/comptes")).hasStatusOk();
		KeyInHand other = new KeyInHand(this.base);
		assertThat(other.addOn(fresh)).hasStatusOk();
		this.cast.forget();
		assertThat(other.comeInOn(new Device(this.mvc))).hasStatusOk();
		// Another role later leaves it.
		assertThat(said("admin.appointed", null)).doesNotContain("ils ne valent plus");
		assertThat(this.pages.read(sheet, this.ada).text()).doesNotContain("Un premier rôle ouvre davantage");
	}

	/** Each address given or freed sends letters: not without end. */
	@Test
	void addressesAreNotGivenAndFreedWithoutEnd() {
		int given = 0;
		MvcTestResult last = null;
		for (int n = 0; n < 20 && (last == null || last.getResponse().getStatus() != 429); n++) {
			last = post(this.claire, freeing(), "version", version(this.ines));
			given++;
		}
		assertThat(given).isEqualTo(7);
		assertThat(last).hasStatus(429);
		String giving = this.at + "/mandats/" + this.mandate + "/adresse";
		List<Integer> answers = new ArrayList<>();
		for (int n = 0; n < 70; n++) {
			answers.add(post(this.claire, giving, "version", version(this.ines), "email", "boite" + n + "@demo.example")
				.getResponse()
				.getStatus());
		}
		assertThat(answers).startsWith(422).endsWith(429);
		assertThat(post(this.ada, giving, "version", version(this.ines), "email", "boite@demo.example")).hasStatus(422);
	}

	/**
	 * Inès ran another parcours before: an address of hers would hand over what she did
	 * there. Her title and address are known to whoever types them.
	 */
	@Test
	void whoRanAnotherParcoursIsNotWithinReach() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Person jeanne = this.cast.facilitator("Jeanne", "Pruvost");
		Enrolment there = this.cast.enrol(this.cast.parcours("Trois Rivières", START, malik, jeanne),
				this.cast.structure("Café Passerelle"));
		this.cast.forget();
		assertThat(post(jeanne, "/parcours/trois-rivieres/journal/nouvelle-action", "structure",
				there.getId().toString(), "title", "Affaire Zorglub", "state", "IDEA"))
			.hasStatus(302);
		entrust(jeanne, null);
		assertThat(this.jdbc.sql("SELECT count(*) FROM parcours_facilitator WHERE person_id = :id")
			.param("id", jeanne.getId())
			.query(Integer.class)
			.single()).isZero();
		assertThat(post(this.claire, this.at + "/mandats", "role", "COPILOT", "givenName", "Jeanne", "familyName",
				"Pruvost", "email", "jeanne.pruvost@demo.example", "from", TODAY))
			.hasStatus(302);
		UUID copilot = this.jdbc.sql("SELECT id FROM mandate WHERE role = 'COPILOT'").query(UUID.class).single();
		String hers = this.at + "/mandats/" + copilot;
		assertThat(this.pages.post(hers + "/acces", this.claire).getResponse().getStatus()).isNotEqualTo(200);
		post(this.claire, this.at + "/retrait", "version", version("enrolment", this.sources.getId()), "on", TODAY,
				"reason", "Erreur");
		MvcTestResult refused = post(this.claire, hers + "/adresse/liberation", "version", version(jeanne));
		assertThat(refused).hasStatus(422);
		assertThat(Pages.document(refused).text()).contains("là où vous n’êtes pas");
		assertThat(address(jeanne)).isEqualTo("jeanne.pruvost@demo.example");
		assertThat(post(malik, hers + "/adresse/liberation", "version", version(jeanne))).hasStatus(404);
	}

	/** What she corrects of Inès takes both mailboxes, and says so; the rest is hers. */
	@Test
	void anotherAddressForWhoHasComeInTakesBothMailboxes() {
		String sheet = this.at + "/mandats/" + this.mandate + "/personne";
		assertThat(this.pages.read(this.at, this.claire).select("a[href$=/personne]").attr("href")).isEqualTo(sheet);
		assertThat(post(this.claire, sheet, "version", version(this.ines), "givenName", "Agnès", "familyName",
				"Carpentier", "telephone", "06.12.34.56.78", "email", ALIAS))
			.hasStatus(302);
		assertThat(address(this.ines)).isEqualTo("ines.carpentier@demo.example");
		assertThat(this.pages.read(this.at, this.claire).text()).contains("Agnès Carpentier", "06 12 34 56 78");
		assertThat(this.jdbc.sql("SELECT address FROM letter WHERE kind LIKE 'signin.address.%' ORDER BY address")
			.query(String.class)
			.list()).containsExactly(ALIAS, "ines.carpentier@demo.example");
		assertThat(noted(this.ines)).contains("person.corrected", "person.addressAsked");
		assertThat(withPassword().isSignedIn()).as("nothing of hers ended").isTrue();
	}

	/**
	 * Nobody ever came in as him: the mistyped address is put right, and told to both.
	 */
	@Test
	void theAddressOfWhoNeverCameInIsPutRightAtOnce() {
		post(this.claire, this.at + "/mandats", "role", "COPILOT", "givenName", "Ivan", "familyName", "Prudhon",
				"email", "ivan@demo.exemple", "from", TODAY);
		UUID copilot = this.jdbc.sql("SELECT id FROM mandate WHERE role = 'COPILOT'").query(UUID.class).single();
		Person ivan = this.mandates.findById(copilot).orElseThrow().getPerson();
		String former = this.letters.last("cohorts.mandated", ivan.getId());
		String sheet = this.at + "/mandats/" + copilot + "/personne";
		MvcTestResult refused = post(this.claire, sheet, "version", version(ivan), "givenName", "Ivan", "familyName",
				"Prudhon", "telephone", "demain", "email", "ines.carpentier@demo.example");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.document(refused).select("#telephone-error").text()).contains("en chiffres");
		assertThat(Pages.document(refused).select("#telephone").val()).isEqualTo("demain");
		assertThat(post(this.claire, sheet, "version", version(ivan), "givenName", "Ivan", "familyName", "Prudhon",
				"email", "ines.carpentier@demo.example"))
			.as("somebody else's")
			.hasStatus(422);
		assertThat(post(this.claire, sheet, "version", version(ivan), "givenName", "Ivan", "familyName", "Prudhon",
				"email", ""))
			.as("taken away")
			.hasStatus(422);
		assertThat(post(this.claire, sheet, "version", version(ivan), "givenName", "Ivan", "familyName", "Prudhon",
				"email", "ivan@demo.example"))
			.hasStatus(302);
		assertThat(address(ivan)).isEqualTo("ivan@demo.example");
		assertThat(sent("addressCorrectedAnew")).containsExactly("ivan@demo.exemple", "ivan@demo.example");
		assertThat(new Device(this.mvc).get("/invitation/" + former)).hasStatus(410);
		assertThat(this.letters.last("cohorts.mandated", ivan.getId())).isNotEqualTo(former);
	}

	/**
	 * Who sits elsewhere too, or has a role, is corrected by the administration alone.
	 */
	@Test
	void whoSitsElsewhereIsNotCorrectedFromHere() {
		Enrolment there = this.cast.enrol(
				this.cast.parcours("Trois Rivières", START, this.cast.facilitator("Malik", "Dubreuil")),
				this.cast.structure("Café Passerelle"));
		this.cast.pilot(there, this.ines, START);
		this.cast.forget();
		MvcTestResult refused = post(this.claire, this.at + "/mandats/" + this.mandate + "/personne", "version",
				version(this.ines), "givenName", "Agnès", "familyName", "Carpentier", "email",
				"ines.carpentier@demo.example");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.document(refused).text()).contains("là où vous n’êtes pas");
		assertThat(post(this.ada, this.at + "/mandats/" + this.mandate + "/personne", "version", version(this.ines),
				"givenName", "Agnès", "familyName", "Carpentier", "email", "ines.carpentier@demo.example"))
			.hasStatus(302);
	}

	private String freeing() {
		return this.at + "/mandats/" + this.mandate + "/adresse/liberation";
	}

	/** Out and in again the same day, and the address is gone. */
	private void freeWhileAway() {
		assertThat(post(this.claire, this.at + "/retrait", "version", version("enrolment", this.sources.getId()), "on",
				TODAY, "reason", "Erreur"))
			.hasStatus(302);
		assertThat(post(this.claire, freeing(), "version", version(this.ines))).hasStatus(302);
		assertThat(post(this.claire, this.at + "/retour", "version", version("enrolment", this.sources.getId()), "on",
				TODAY, "mandates", this.mandate.toString(), "reason", "Erreur"))
			.hasStatus(302);
		assertThat(address(this.ines)).isNull();
	}

	private void correct(Person person, String email) {
		Person now = this.accounts.ofPerson(person.getId()).orElseThrow().getPerson();
		this.keeping.correct(person.getId(), now.getVersion(),
				new AccountKeeping.Name(now.getGivenName(), now.getFamilyName()), email);
		this.cast.forget();
	}

	private void entrust(Person person, @Nullable Role role) {
		this.keeping.entrust(person.getId(), this.accounts.ofPerson(person.getId()).orElseThrow().getVersion(), role);
		this.cast.forget();
	}

	private Device withPassword() {
		Device device = new Device(this.mvc);
		device.post("/connexion/mot-de-passe", "username", "ines.carpentier@demo.example", "password", Cast.PASSWORD);
		this.cast.forget();
		return device;
	}

	private Device byLetter(String email) {
		Device device = new Device(this.mvc);
		device.post("/connexion", "email", email);
		device.post("/connexion/code", "code", this.letters.last("signin.code").split("\n", 2)[1]);
		this.cast.forget();
		return device;
	}

	private MvcTestResult post(Person who, String address, String... fields) {
		MvcTestResult result = this.pages.post(address, who, fields);
		this.cast.forget();
		return result;
	}

	private String version(Person person) {
		return version("person", person.getId());
	}

	private String accountVersion() {
		return String.valueOf(this.accounts.ofPerson(this.ines.getId()).orElseThrow().getVersion());
	}

	private String version(String table, UUID id) {
		return this.jdbc.sql("SELECT version FROM " + table + " WHERE id = :id")
			.param("id", id)
			.query(String.class)
			.single();
	}

	private @Nullable String address(Person person) {
		return (String) this.jdbc.sql("SELECT email FROM person WHERE id = :id")
			.param("id", person.getId())
			.query()
			.singleRow()
			.get("email");
	}

	private List<@Nullable String> noted(Person person) {
		return this.jdbc.sql("SELECT what FROM audit_row WHERE subject_id = :id")
			.param("id", person.getId())
			.query(String.class)
			.list();
	}

	/** What a letter of that kind to her would say now. */
	private String said(String kind, @Nullable String secret) {
		Letter letter = this.kinds.stream()
			.filter((one) -> one.name().equals(kind))
			.findFirst()
			.orElseThrow()
			.render(new Envelope(Ids.next(), this.ines.getId(), "", "", Ids.next(), secret, this.clock.instant()));
		return letter.blocks().toString();
	}

	/** Where letters of this kind about changed ways in are sent, the first one first. */
	private List<String> sent(String what) {
		return this.jdbc.sql("SELECT secret, address FROM letter WHERE kind = 'signin.changed' ORDER BY position")
			.query((row, n) -> what.equals(this.sealing.open(row.getString("secret"))) ? row.getString("address") : "")
			.list()
			.stream()
			.filter((address) -> !address.isEmpty())
			.toList();
	}

}
