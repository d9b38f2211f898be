package fr.faireavec.admin;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * « Marguerite Lefebvre » pilots without an address here; « Inès Carpentier », who has
 * one, would like to be taken for her.
 */
@IntegrationTest
class NamesakesTests {

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
	private Namesakes namesakes;

	@Autowired
	private TwoSheets sheets;

	@Autowired
	private Reuniting reuniting;

	@Autowired
	private List<LetterKind> kinds;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person ada;

	private Person claire;

	private Person ines;

	private Person marguerite;

	@BeforeEach
	void oneWouldBeTheOther() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(9, 0));
		this.ada = this.cast.administrator("Ada", "Min");
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.marguerite = this.keeping.register(new AccountKeeping.Name("Marguerite", "Lefebvre"), null);
		Parcours parcours = this.cast.parcours("Les Sources", START, this.claire);
		this.cast.pilot(this.cast.enrol(parcours, this.cast.structure("Recyclerie")), this.ines, START);
		this.cast.pilot(this.cast.enrol(parcours, this.cast.structure("Cantine")), this.marguerite, START);
		this.cast.flush();
	}

	@Test
	void aNameOneGaveOneselfPointsToNobody() {
		calledBySelf("Marguerite", "Lefebvre");
		assertThat(this.namesakes.pairs(this.ada.getId())).isEmpty();
		assertThat(looked("")).doesNotContain("Marguerite Lefebvre");
		assertThat(looked("?texte=lefebvre")).as("asked for").contains("Marguerite Lefebvre");
		String compared = compared();
		assertThat(compared).contains("nom que la personne s’est donné le 1er septembre 2026", "Autres noms portés",
				"Inès Carpentier", "Pilote pour Recyclerie", "Pilote pour Cantine", "Une lettre le dit à l’animation");
		this.clock.moveTo(this.clock.instant().plus(Duration.ofDays(31)));
		assertThat(this.namesakes.pairs(this.ada.getId())).as("carried long enough").hasSize(1);
		assertThat(looked("")).contains("Marguerite Lefebvre");
	}

	@Test
	void aNameSomebodyElseGaveIsCompared() {
		Impersonation.as(this.ada, () -> this.keeping.correct(this.ines.getId(), this.ines.getVersion(),
				new AccountKeeping.Name("marguerite", "Lefèbvre"), this.ines.getEmail()));
		this.cast.forget();
		assertThat(this.namesakes.pairs(this.ada.getId())).singleElement().satisfies((pair) -> {
			assertThat(pair.kept()).isEqualTo(this.ines.getId());
			assertThat(pair.given()).isEqualTo(this.marguerite.getId());
		});
	}

	/** A name of many makes no page nobody reads, nor a question of hours. */
	@Test
	void manyOfOneNameAreComparedAFewAtATime() {
		for (int i = 0; i < 40; i++) {
			this.keeping.register(new AccountKeeping.Name("Camille", "Durand"), null);
		}
		this.cast.forget();
		assertThat(this.namesakes.pairs(this.ada.getId())).hasSize(15);
	}

	/** Reuniting does not make a name known that one gave oneself. */
	@Test
	void whoRunsTheParcoursIsToldAndTheNameCountsNoSooner() {
		calledBySelf("Marguerite", "Lefebvre");
		reunite(this.ines, this.marguerite);
		assertThat(this.jdbc.sql("SELECT vouched FROM known_name WHERE person_id = :id AND family_name = 'Lefebvre'")
			.param("id", this.ines.getId())
			.query(Boolean.class)
			.single()).isFalse();
		assertThat(
				this.jdbc.sql("SELECT recipient_id FROM letter WHERE kind = 'admin.reunited'").query(UUID.class).list())
			.containsExactly(this.claire.getId());
		assertThat(this.kinds).extracting(LetterKind::name).contains("admin.reunited");
	}

	/** Nothing passes there, but they alone know that it is somebody else. */
	@Test
	void whoRunsTheParcoursOfTheOneThatGoesOnIsTold() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Parcours his = this.cast.parcours("Les Rivières", START, malik);
		Person borrowed = this.keeping.register(new AccountKeeping.Name("Marguerite", "Lefebvre"), "mal@ik.example");
		this.cast.pilot(this.cast.enrol(his, this.cast.structure("Garage")), borrowed, START);
		this.cast.flush();
		Person stranger = this.keeping.register(new AccountKeeping.Name("Marguerite", "Lefebvre"), null);
		this.cast.flush();
		assertThat(this.pages
			.read("/administration/comptes/" + this.marguerite.getId() + "/reunion/" + stranger.getId(), this.ada)
			.text()).as("nothing passes").contains("Une lettre le dit à l’animation des parcours où l’une");
		reunite(this.marguerite, borrowed);
		assertThat(
				this.jdbc.sql("SELECT recipient_id FROM letter WHERE kind = 'admin.reunited'").query(UUID.class).list())
			.containsExactlyInAnyOrder(this.claire.getId(), malik.getId());
	}

	/** One's own word for one's own name is no other's. */
	@Test
	void nobodyConfirmsTheirOwnName() {
		Impersonation.as(this.ada, () -> this.keeping.present(this.ada.getId(), this.ada.getVersion(),
				new AccountKeeping.Name("Claire", "Vasseur"), null, false));
		this.cast.forget();
		String own = "/administration/donnees/" + this.ada.getId();
		var answer = this.pages.post(own + "/nom", this.ada, "given", "Claire", "family", "Vasseur");
		assertThat(answer).hasRedirectedUrl(own + "/effacement");
		assertThat(answer.getMvcResult().getFlashMap().get("flash")).asString().contains("privacy.review.own");
		this.cast.forget();
		assertThat(this.namesakes.pairs(this.ines.getId())).isEmpty();
	}

	/** Who came in before did: nobody gives them another address from a parcours. */
	@Test
	void whoCameInOnceStillDid() {
		Person former = this.cast.person("Marguerite", "Dupont");
		this.cast.flush();
		this.accounts.ofPerson(former.getId()).orElseThrow().comeIn(this.clock.instant());
		this.cast.flush();
		reunite(this.marguerite, former);
		assertThat(this.accounts.ofPerson(this.marguerite.getId()).orElseThrow().hasComeIn()).isTrue();
	}

	/** Changed from the account alone, where both mailboxes agree. */
	@Test
	void nobodyCorrectsTheirOwnAddressHere() {
		String address = "/administration/comptes/" + this.ada.getId() + "/modifier";
		assertThat(this.pages.read(address, this.ada).select("input[type=email]")).isEmpty();
		assertThat(this.pages.read(address, this.ada).select("a[href=/mon-compte/courriel]")).hasSize(1);
		var answer = this.pages.post(address, this.ada, "version", String.valueOf(this.ada.getVersion()), "givenName",
				"Ada", "familyName", "Minne", "email", "ada@ailleurs.example");
		assertThat(answer).hasStatus(422);
		assertThat(Pages.document(answer).text()).contains("l’accord des deux boîtes");
		assertThat(this.pages.post(address, this.ada, "version", String.valueOf(this.ada.getVersion()), "givenName",
				"Ada", "familyName", "Minne", "email", "ada.min@demo.example"))
			.hasStatus3xxRedirection();
		assertThat(this.people.findById(this.ada.getId()).orElseThrow().getName()).isEqualTo("Ada Minne");
	}

	/** A sign no text has is refused before anything looks for it. */
	@Test
	void whateverIsSearchedFindsOrFindsNothing() {
		for (String text : List.of("%00", "a%00b", "%E2%80%AE", "%F0%9F%98%80", "%25_%5C")) {
			for (String address : List.of("/administration/comptes", searching())) {
				int status = this.pages.get(address + "?texte=" + text, this.ada).getResponse().getStatus();
				assertThat(status).as(text).isIn(text.contains("%00") ? List.of(400, 404) : List.of(200));
			}
		}
	}

	private void calledBySelf(String given, String family) {
		Impersonation.as(this.ines, () -> this.keeping.present(this.ines.getId(), this.ines.getVersion(),
				new AccountKeeping.Name(given, family), null, false));
		this.cast.forget();
	}

	private String searching() {
		return "/administration/comptes/" + this.marguerite.getId() + "/reunion";
	}

	/** Those it lists. */
	private String looked(String asked) {
		return this.pages.read(searching() + asked, this.ada).select("ul.todo").text();
	}

	private String compared() {
		return this.pages.read(searching() + "/" + this.ines.getId(), this.ada).select("main").text();
	}

	private void reunite(Person kept, Person given) {
		String seen = this.sheets.of(kept.getId(), given.getId()).code();
		this.reuniting.reunite(this.cast.viewer(this.ada), kept.getId(), given.getId(), seen);
		this.cast.forget();
	}

}
