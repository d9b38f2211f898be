package fr.faireavec.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.admin.Reuniting;
import fr.faireavec.admin.TwoSheets;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.factors.CodeKeeping;
import fr.faireavec.factors.FactorReset;
import fr.faireavec.factors.SoftApplication;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.privacy.Erasing;
import fr.faireavec.privacy.Mentions;
import fr.faireavec.privacy.PersonalFile;
import fr.faireavec.signin.web.SignedInAs;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.Hand;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.KeyInHand;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Everything that lets somebody in × everything that changes about coming in: each cell
 * is alive (+) or dead (-) on purpose.
 */
@IntegrationTest
class WaysInMatrixTests {

	/**
	 * What goes to the person's own mailbox outlives a new seat, which that mailbox opens
	 * anyway. What was handed to somebody else outlives it within its giver's reach only;
	 * whoever came in by such a link does so again. A giver who is gone gives nothing,
	 * and the session their link opened ends. What was set up to come in with outlives
	 * what its owner does, and dies with an address that somebody else changes, and with
	 * a first role. A browser's mark opens nothing: it is counted apart.
	 */
	private static final String CELLS = """
			                    LETTER HANDED LINK CODE RESET OLD NEW SESSION HANDED_SESSION PASSKEY PASSWORD AUTHENTICATOR RECOVERY_CODE KNOWN_BROWSER
			NOTHING             +      +      +    +    +     +   +   +       +              +       +        +             +             +
			SEAT_HERE           +      +      +    +    +     +   +   +       -              +       +        +             +             +
			SEAT_ELSEWHERE      +      -      +    +    +     +   +   +       -              +       +        +             +             +
			GIVER_CLOSED        +      -      +    +    +     +   +   +       -              +       +        +             +             +
			GIVER_LEFT          +      -      +    +    +     +   +   +       -              +       +        +             +             +
			ADDRESS_CORRECTED   -      -      -    -    -     -   -   -       -              -       -        -             -             -
			ADDRESS_FREED       -      -      -    -    -     -   -   -       -              -       -        -             -             -
			OWN_CORRECTED       -      -      -    -    -     -   -   -       -              +       +        +             +             +
			ADDRESS_CONFIRMED   -      -      -    -    -     -   -   -       -              +       +        +             +             +
			FIRST_ROLE_GIVEN    -      -      -    -    -     -   -   -       -              -       -        -             -             -
			HIGHER_ROLE_GIVEN   -      -      -    -    -     -   -   -       -              +       +        +             +             +
			ROLE_TAKEN          -      -      -    -    -     -   -   -       -              +       +        +             +             +
			PASSWORD            -      -      -    -    -     -   -   -       -              +       -        +             +             +
			FACTORS             -      -      -    -    -     -   -   -       -              -       +        -             -             +
			CLOSED              -      -      -    -    -     -   -   -       -              -       -        -             -             +
			REOPENED            -      -      -    -    -     -   -   -       -              +       +        +             +             +
			SIGNED_OUT          -      -      -    -    -     -   -   -       -              +       +        +             +             +
			REUNITED            -      -      -    -    -     -   -   -       -              -       -        -             -             -
			REUNITED_AWAY       -      -      -    -    -     -   -   -       -              -       -        -             -             -
			ERASED              -      -      -    -    -     -   -   -       -              -       -        -             -             -
			""";

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

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
	private Invitations invitations;

	@Autowired
	private Inviting inviting;

	@Autowired
	private AddressChange addresses;

	@Autowired
	private Passwords passwords;

	@Autowired
	private Connections connections;

	@Autowired
	private FactorReset factors;

	@Autowired
	private TwoSheets sheets;

	@Autowired
	private Reuniting reuniting;

	@Autowired
	private CodeKeeping codes;

	@Autowired
	private KnownBrowsers browsers;

	@Autowired
	private BaseUrl base;

	@Autowired
	private Clock clock;

	@Autowired
	private Erasing erasing;

	@Autowired
	private Mentions mentions;

	@Autowired
	private PersonalFile file;

	@Autowired
	private Letters letters;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManager entities;

	private final Map<Token, BooleanSupplier> opens = new EnumMap<>(Token.class);

	private Person ada;

	private Person claire;

	private Person malik;

	private Person ines;

	private UUID account;

	private Parcours hers;

	private Enrolment here;

	private Enrolment elsewhere;

	private String oldSays = "";

	private String newSays = "";

	private int questions;

	private int networks;

	@BeforeEach
	void everythingThatLetsInesIn() {
		this.cast.itIs(START.atTime(9, 0));
		this.ada = this.cast.administrator("Ada", "Min");
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.malik = this.cast.facilitator("Malik", "Dubreuil");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hers = this.cast.parcours("Pays de Claire", START, this.claire);
		Parcours his = this.cast.parcours("Pays de Malik", START, this.malik);
		this.cast.pilot(this.cast.enrol(this.hers, this.cast.structure("Recyclerie")), this.ines, START);
		this.here = this.cast.enrol(this.hers, this.cast.structure("Cantine"));
		this.elsewhere = this.cast.enrol(his, this.cast.structure("Fournil"));
		this.cast.flush();
		this.account = this.accounts.ofPerson(this.ines.getId()).orElseThrow().getId();

		setUp();
		Device passedOn = new Device(this.mvc);
		assertThat(passedOn.post("/invitation/" + handedByClaire())).hasRedirectedUrl("/");
		this.opens.put(Token.HANDED_SESSION, () -> passedOn.copy().isSignedIn());
		Device own = new Device(this.mvc);
		own.post("/connexion/mot-de-passe", "username", "ines.carpentier@demo.example", "password", Cast.PASSWORD);
		this.opens.put(Token.SESSION, () -> own.copy().isSignedIn());
		String handed = handedByClaire();
		this.opens.put(Token.HANDED, () -> enters("/invitation/" + handed));
		String written = Impersonation.giving(this.claire, () -> this.invitations.issue(this.account, false));
		this.opens.put(Token.LETTER, () -> enters("/invitation/" + written));
		Device asking = new Device(this.mvc);
		asking.post("/connexion", "email", "ines.carpentier@demo.example");
		String[] secret = this.letters.last("signin.code").split("\n", 2);
		this.opens.put(Token.LINK, () -> goes(asking.copy(), "/connexion/lien/" + secret[0]));
		this.opens.put(Token.CODE, () -> goes(asking.copy(), "/connexion/code", "code", secret[1]));
		asking.post("/connexion/mot-de-passe/oublie", "email", "ines.carpentier@demo.example");
		String reset = "/connexion/mot-de-passe/nouveau/" + this.letters.last("signin.reset");
		this.opens.put(Token.RESET,
				() -> goes(new Device(this.mvc), reset, "password", "trois péniches bleues, un jeudi"));
		this.addresses.ask(this.ines.getId(), "ines@nouveau.example");
		this.oldSays = this.letters.last("signin.address.old");
		this.newSays = this.letters.last("signin.address.new");
		this.opens.put(Token.OLD, () -> agrees(this.oldSays));
		this.opens.put(Token.NEW, () -> agrees(this.newSays));
		this.cast.forget();
	}

	/** What she comes in with by herself; each change of it ends what was sent before. */
	private void setUp() {
		Device hers = new Device(this.mvc);
		hers.post("/connexion/mot-de-passe", "username", "ines.carpentier@demo.example", "password", Cast.PASSWORD);
		KeyInHand key = new KeyInHand(this.base);
		assertThat(key.addOn(hers)).hasStatusOk();
		this.cast.forget();
		Viewer viewer = this.cast.viewer(this.ines);
		this.codes.start(viewer);
		SoftApplication application = new SoftApplication(this.codes.secret(viewer));
		List<String> recovery = this.codes.confirm(viewer, application.code(this.clock.instant().minusSeconds(30)));
		this.cast.forget();
		String mark = String.valueOf(hers.cookie("appareil"));
		this.opens.put(Token.PASSKEY,
				() -> key.comeInOn(new Device(this.mvc, network())).getResponse().getStatus() == 200);
		this.opens.put(Token.PASSWORD, () -> goes(new Device(this.mvc, network()), "/connexion/mot-de-passe",
				"username", address(), "password", Cast.PASSWORD));
		this.opens.put(Token.AUTHENTICATOR, () -> shows(application.code(this.clock.instant())));
		this.opens.put(Token.RECOVERY_CODE, () -> shows(recovery.getFirst()));
		this.opens.put(Token.KNOWN_BROWSER, () -> this.browsers.recognise(mark, address()).isPresent());
	}

	@Test
	void eachCellIsAliveOrDeadOnPurpose() {
		List<String> differences = new ArrayList<>();
		for (Change change : Change.values()) {
			Set<Token> alive = after(() -> apply(change));
			if (!alive.equals(expected(change))) {
				differences.add(change + " leaves " + alive + ", listed " + expected(change));
			}
		}
		assertThat(differences).isEmpty();
	}

	/** Negative control: what keeps each rule is taken away, and the matrix notices. */
	@Test
	void aRuleTakenAwayIsNoticed() {
		for (Change change : List.of(Change.ADDRESS_CORRECTED, Change.FIRST_ROLE_GIVEN, Change.PASSWORD,
				Change.REOPENED)) {
			assertThat(after(() -> {
				apply(change);
				for (String table : List.of("invitation", "sign_in_request", "password_reset", "address_change")) {
					this.jdbc.sql("UPDATE " + table + " SET ended_at = NULL, ended_because = NULL").update();
				}
			})).as("the ends are taken back after " + change).isNotEqualTo(expected(change)).contains(Token.RESET);
		}
		assertThat(after(() -> {
			this.jdbc.sql("UPDATE invitation SET handed = false").update();
			apply(Change.GIVER_LEFT);
		})).as("nobody asks whether the giver may").contains(Token.HANDED);
		assertThat(after(() -> {
			this.jdbc.sql("DELETE FROM spring_session_attributes WHERE attribute_name = 'handed'").update();
			apply(Change.SEAT_ELSEWHERE);
		})).as("a session forgets how it was opened").contains(Token.HANDED_SESSION);
		for (Change change : List.of(Change.ADDRESS_CORRECTED, Change.ADDRESS_FREED, Change.FIRST_ROLE_GIVEN)) {
			assertThat(after(() -> {
				this.jdbc.sql("CREATE TEMPORARY TABLE kept ON COMMIT DROP AS SELECT * FROM passkey").update();
				apply(change);
				this.cast.flush();
				this.jdbc.sql("INSERT INTO passkey SELECT * FROM kept").update();
			})).as("a key stays after " + change).contains(Token.PASSKEY);
		}
	}

	/** What the issue began with: the old link, the new role. */
	@Test
	void aLinkTakenBeforeTheRoleOpensNothingAfterIt() {
		String link = "/invitation/" + handedByClaire();
		Device thief = new Device(this.mvc);
		assertThat(thief.get(link)).hasStatusOk();
		this.keeping.entrust(this.ines.getId(), version(), Role.ADMIN);
		this.cast.forget();
		assertThat(thief.get(link)).hasStatus(410);
		assertThat(thief.post(link)).hasStatus(410);
		assertThat(thief.isSignedIn()).isFalse();
		assertThat(this.jdbc
			.sql("SELECT DISTINCT ended_because FROM invitation WHERE account_id = :id AND used_at IS NULL")
			.param("id", this.account)
			.query(String.class)
			.list()).containsExactly("ROLE_GIVEN");
	}

	private void apply(Change change) {
		UUID person = this.ines.getId();
		switch (change) {
			case NOTHING -> {
			}
			case SEAT_HERE -> Impersonation.as(this.claire, () -> this.cast.copilot(this.here, ines(), START));
			case SEAT_ELSEWHERE -> Impersonation.as(this.malik, () -> this.cast.pilot(this.elsewhere, ines(), START));
			case GIVER_CLOSED -> this.keeping.disable(this.claire.getId());
			case GIVER_LEFT -> this.jdbc.sql("DELETE FROM parcours_facilitator WHERE person_id = :claire")
				.param("claire", this.claire.getId())
				.update();
			case ADDRESS_CORRECTED -> this.keeping.correct(person, ines().getVersion(),
					new AccountKeeping.Name("Inès", "Carpentier"), "ines@corrigee.example");
			case ADDRESS_FREED ->
				this.keeping.correct(person, ines().getVersion(), new AccountKeeping.Name("Inès", "Carpentier"), null);
			case OWN_CORRECTED -> Impersonation.as(ines(), () -> this.keeping.correct(person, ines().getVersion(),
					new AccountKeeping.Name("Inès", "Carpentier"), "ines@corrigee.example"));
			case ADDRESS_CONFIRMED -> {
				this.addresses.confirm(this.oldSays);
				this.addresses.confirm(this.newSays);
			}
			case FIRST_ROLE_GIVEN -> this.keeping.entrust(person, version(), Role.FACILITATOR);
			case HIGHER_ROLE_GIVEN -> {
				sheRunsParcoursAlready();
				this.keeping.entrust(person, version(), Role.ADMIN);
			}
			case ROLE_TAKEN -> {
				sheRunsParcoursAlready();
				this.keeping.entrust(person, version(), null);
			}
			case PASSWORD -> this.passwords.change(this.account, Cast.PASSWORD, true, "deux péniches, un mardi");
			case FACTORS -> this.factors.takeAway(viewer(this.ada), person);
			case CLOSED -> this.keeping.disable(person);
			case REOPENED -> {
				this.keeping.disable(person);
				this.keeping.enable(person);
			}
			case SIGNED_OUT -> this.connections.signOut(person, "Inès Carpentier");
			case REUNITED -> reunite(person, this.malik.getId());
			case REUNITED_AWAY -> reunite(this.claire.getId(), person);
			case ERASED -> {
				this.jdbc.sql("DELETE FROM mandate WHERE person_id = :person").param("person", person).update();
				this.erasing.carryOut(person,
						new Mentions.Review(this.mentions.of(this.file.subject(person)).seal(), Set.of(), ""));
			}
		}
	}

	private void reunite(UUID kept, UUID given) {
		this.reuniting.reunite(viewer(this.ada), kept, given, this.sheets.of(kept, given).code());
	}

	private void sheRunsParcoursAlready() {
		this.jdbc.sql("UPDATE account SET role = 'FACILITATOR' WHERE id = :id").param("id", this.account).update();
	}

	private Set<Token> after(Runnable change) {
		Set<Token> alive = new TreeSet<>();
		nested(() -> {
			change.run();
			this.opens.forEach((token, use) -> nested(() -> {
				if (use.getAsBoolean()) {
					alive.add(token);
				}
			}));
		});
		return alive;
	}

	/** What it did is taken back. */
	private void nested(Runnable asked) {
		this.entities.flush();
		this.entities.clear();
		String mark = "question_" + ++this.questions;
		this.jdbc.sql("SAVEPOINT " + mark).update();
		try {
			asked.run();
		}
		finally {
			this.entities.clear();
			this.jdbc.sql(Hand.undo(mark)).update();
		}
	}

	private static Set<Token> expected(Change change) {
		List<String> lines = CELLS.lines().toList();
		String[] tokens = lines.getFirst().strip().split("\\s+", -1);
		String[] cells = lines.stream()
			.filter((line) -> line.startsWith(change + " "))
			.findFirst()
			.orElseThrow()
			.split("\\s+", -1);
		assertThat(cells).hasSize(tokens.length + 1);
		Set<Token> alive = new TreeSet<>();
		for (int i = 0; i < tokens.length; i++) {
			if ("+".equals(cells[i + 1])) {
				alive.add(Token.valueOf(tokens[i]));
			}
		}
		assertThat(Arrays.asList(tokens)).hasSize(Token.values().length);
		return alive;
	}

	private String handedByClaire() {
		String token = Impersonation.giving(this.claire, () -> this.inviting.issueLink(this.ines.getId()));
		this.cast.flush();
		return token;
	}

	/** Where one signs in as her by now. */
	private String address() {
		return this.jdbc.sql("SELECT coalesce(email, '') FROM person WHERE id = :id")
			.param("id", this.ines.getId())
			.query(String.class)
			.single();
	}

	/** Tries are counted by network, whatever is rolled back. */
	private String network() {
		int n = ++this.networks;
		return "10.7." + n / 250 + "." + (1 + n % 250);
	}

	/** Whether a code is taken of whoever has shown a password. */
	private boolean shows(String code) {
		return "/".equals(this.mvc.post()
			.uri("/connexion/second-facteur")
			.with(SignedInAs.account(this.account))
			.with(csrf())
			.param("code", code)
			.exchange()
			.getResponse()
			.getRedirectedUrl());
	}

	private boolean enters(String link) {
		Device device = new Device(this.mvc);
		return goes(device, link) && device.isSignedIn();
	}

	private static boolean goes(Device device, String address, String... fields) {
		return device.post(address, fields).getResponse().getStatus() == 302;
	}

	private boolean agrees(String token) {
		return new Device(this.mvc).post("/mon-compte/courriel/confirmation/" + token).getResponse().getStatus() == 200;
	}

	private Person ines() {
		return this.people.findById(this.ines.getId()).orElseThrow();
	}

	private int version() {
		return this.accounts.ofPerson(this.ines.getId()).orElseThrow().getVersion();
	}

	private Viewer viewer(Person person) {
		return new Viewer(person.getId(), this.accounts.ofPerson(person.getId()).orElseThrow().getId(),
				person.getGivenName(), person.getFamilyName(), Role.ADMIN);
	}

	private enum Token {

		LETTER, HANDED, LINK, CODE, RESET, OLD, NEW, SESSION, HANDED_SESSION, PASSKEY, PASSWORD, AUTHENTICATOR,
		RECOVERY_CODE, KNOWN_BROWSER

	}

	private enum Change {

		NOTHING, SEAT_HERE, SEAT_ELSEWHERE, GIVER_CLOSED, GIVER_LEFT, ADDRESS_CORRECTED, ADDRESS_FREED, OWN_CORRECTED,
		ADDRESS_CONFIRMED, FIRST_ROLE_GIVEN, HIGHER_ROLE_GIVEN, ROLE_TAKEN, PASSWORD, FACTORS, CLOSED, REOPENED,
		SIGNED_OUT, REUNITED, REUNITED_AWAY, ERASED

	}

}
