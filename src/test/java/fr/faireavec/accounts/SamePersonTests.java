package fr.faireavec.accounts;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * An address is not a person: named with somebody else's, one is asked about before
 * anything is written, and the question tells nobody whose it is who did not see it.
 */
@IntegrationTest
class SamePersonTests {

	private static final LocalDate START = LocalDate.of(2026, 3, 2);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private Mandates mandates;

	@Autowired
	private JdbcClient jdbc;

	private Person ada;

	private Person claire;

	private Person malik;

	private Person ines;

	private Enrolment sources;

	private Enrolment others;

	/** Claire runs the parcours where Inès is a pilot; Malik another one. */
	@BeforeEach
	void twoParcours() {
		this.cast.itIs(LocalDateTime.of(2026, 4, 1, 10, 0));
		this.ada = this.cast.administrator("Ada", "Durand");
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.malik = this.cast.facilitator("Malik", "Dubreuil");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.sources = enrolled("Pays des Sources", "Recyclerie du Canal", this.claire);
		this.others = enrolled("Trois Rivières", "Café Passerelle", this.malik);
		this.cast.pilot(this.sources, this.ines, START);
		this.cast.flush();
	}

	@Test
	void whoeverSeesHerIsAskedByHerName() {
		Document asked = asked(mandate(this.claire, this.sources, "Ivan", "Prudhon", ""));
		assertThat(asked.select("#email-error").text()).contains("celle de Inès Carpentier", "Ivan Prudhon");
		assertThat(asked.select("#familyName").val()).isEqualTo("Prudhon");
	}

	@Test
	void whoeverDoesNotLearnsNothingOfHer() {
		MvcTestResult result = mandate(this.malik, this.others, "Ivan", "Prudhon", "");
		Document asked = asked(result);
		assertThat(asked.select("#email-error").text()).contains("déjà connue sous un autre nom");
		assertThat(text(result)).doesNotContain("Inès", "Carpentier<");
		assertThat(text(mandate(this.malik, this.others, "Ivan", "Prudhon", no(asked)))).doesNotContain("Inès");
	}

	/** However it is written, and by the name she had before. */
	@Test
	void herOwnNameIsAskedOfNobody() {
		this.keeping.correct(this.ines.getId(), this.ines.getVersion(), new AccountKeeping.Name("Inès", "Lefèvre"),
				this.ines.getEmail());
		this.cast.flush();
		for (String[] name : new String[][] { { "LEFEVRE", "inès" }, { "Inès", "Carpentier" } }) {
			MvcTestResult done = mandate(this.malik, this.others, name[0], name[1], "");
			assertThat(done).as(String.join(" ", name)).hasStatus3xxRedirection();
			assertThat(mandates(this.others)).containsExactly(this.ines.getId());
			this.jdbc.sql("DELETE FROM mandate WHERE enrolment_id = :id").param("id", this.others.getId()).update();
			this.cast.forget();
		}
	}

	@Test
	void yesUsesTheSheetAndRenamesNobody() {
		Document asked = asked(mandate(this.claire, this.sources, "Inès", "Prudhon", ""));
		// She is the pilot already: her address is hers, and she holds no two roles.
		assertThat(mandate(this.claire, this.sources, "Inès", "Prudhon", yes(asked))).hasStatus(422);
		asked = asked(mandate(this.malik, this.others, "Inès", "Prudhon", ""));
		assertThat(mandate(this.malik, this.others, "Inès", "Prudhon", yes(asked))).hasStatus3xxRedirection();
		assertThat(mandates(this.others)).containsExactly(this.ines.getId());
		assertThat(count("SELECT count(*) FROM person WHERE family_name = 'Prudhon'")).isZero();
	}

	@Test
	void noSaysWhatToDoAndWritesNothing() {
		Document asked = asked(mandate(this.claire, this.sources, "Ivan", "Prudhon", ""));
		Document told = asked(mandate(this.claire, this.sources, "Ivan", "Prudhon", no(asked)));
		assertThat(told.select("#email-error").text()).contains("une autre à Ivan Prudhon", "libérez-la");
		assertThat(told.select("input[value=" + no(asked) + "]").hasAttr("checked")).isTrue();
		assertThat(told.select("input[value=" + yes(asked) + "]")).hasSize(1);
		assertThat(mandates(this.sources)).containsExactly(this.ines.getId());
	}

	/** An answer is worth for what was asked, of whoever has that address. */
	@Test
	void anAnswerToAnotherQuestionAnswersNothing() {
		String yes = yes(asked(mandate(this.malik, this.others, "Ivan", "Prudhon", "")));
		asked(mandate(this.malik, this.others, "Yvan", "Prudhon", yes));
		this.keeping.correct(this.ines.getId(), this.ines.getVersion(), new AccountKeeping.Name("Inès", "Carpentier"),
				null);
		this.cast.flush();
		this.keeping.register(new AccountKeeping.Name("Zoé", "Autre"), "ines.carpentier@demo.example");
		this.cast.flush();
		asked(mandate(this.malik, this.others, "Ivan", "Prudhon", yes));
		for (String nonsense : List.of("yes", "true", ":yes", "x".repeat(100))) {
			asked(mandate(this.malik, this.others, "Ivan", "Prudhon", nonsense));
		}
		assertThat(mandates(this.others)).isEmpty();
	}

	/** Another field was wrong: what was answered is not asked again. */
	@Test
	void theAnswerIsKeptWithTheRest() {
		String yes = yes(asked(mandate(this.malik, this.others, "Ivan", "Prudhon", "")));
		MvcTestResult wrong = post(this.malik, address(this.others) + "/mandats", Map.of("role", "PILOT", "givenName",
				"Ivan", "familyName", "Prudhon", "email", "ines.carpentier@demo.example", "from", "", "answered", yes));
		Document page = page(wrong, 422);
		assertThat(page.select("input[type=hidden][name=answered]").attr("value")).isEqualTo(yes);
	}

	@Test
	void aReaderIsAskedAboutToo() {
		Funder region = this.funders.register(Ids.next(), "Région Essai", FunderKind.REGION, "", "", "");
		this.cast.flush();
		Map<String, String> ivan = Map.of("givenName", "Ivan", "familyName", "Prudhon", "email",
				"ines.carpentier@demo.example");
		String at = "/financeurs/" + region.getSlug() + "/lecture";
		Document asked = asked(post(this.ada, at, ivan));
		assertThat(asked.select("#email-error").text()).contains("Inès Carpentier");
		assertThat(count("SELECT count(*) FROM funder_reader")).isZero();
		assertThat(post(this.ada, at, with(ivan, yes(asked)))).hasStatus3xxRedirection();
		assertThat(count("SELECT count(*) FROM funder_reader")).isEqualTo(1);
	}

	@Test
	void whoeverIsAppointedIsAskedAboutToo() {
		Map<String, String> ivan = Map.of("givenName", "Ivan", "familyName", "Prudhon", "email",
				"ines.carpentier@demo.example", "role", "FACILITATOR");
		long before = count("SELECT count(*) FROM account WHERE role IS NOT NULL");
		Document asked = asked(post(this.ada, "/administration/comptes/nouveau", ivan));
		assertThat(count("SELECT count(*) FROM account WHERE role IS NOT NULL")).isEqualTo(before);
		asked(post(this.ada, "/administration/comptes/nouveau", with(ivan, no(asked))));
		assertThat(post(this.ada, "/administration/comptes/nouveau", with(ivan, yes(asked)))).hasStatus3xxRedirection();
		assertThat(count("SELECT count(*) FROM account WHERE role IS NOT NULL")).isEqualTo(before + 1);
	}

	/** The second person of a mailbox is named without it, and given her own later. */
	@Test
	void anAddressComesLater() {
		assertThat(post(this.claire, address(this.sources) + "/mandats", Map.of("role", "COPILOT", "givenName", "Ivan",
				"familyName", "Prudhon", "email", "", "from", "2026-04-01")))
			.hasStatus3xxRedirection();
		this.cast.forget();
		UUID mandate = this.jdbc.sql("SELECT id FROM mandate WHERE role = 'COPILOT'").query(UUID.class).single();
		String at = address(this.sources) + "/mandats/" + mandate + "/adresse";
		assertThat(page(get(this.claire, address(this.sources)), 200).select("a[href=" + at + "]").text())
			.isEqualTo("Donner une adresse");
		assertThat(page(get(this.claire, at), 200).select("#email")).hasSize(1);
		assertThat(page(post(this.claire, at, Map.of("version", "0", "email", "ines.carpentier@demo.example")), 422)
			.select("#email-error")
			.text()).contains("il faut une autre adresse").doesNotContain("Inès");
		assertThat(post(this.claire, at, Map.of("version", "0", "email", "ivan@demo.example")))
			.hasStatus3xxRedirection();
		assertThat(count("SELECT count(*) FROM person WHERE family_name = 'Prudhon' AND email = 'ivan@demo.example'"))
			.isEqualTo(1);
		assertThat(count(
				"SELECT count(*) FROM letter WHERE kind = 'cohorts.mandated' AND subject_id = '%s'".formatted(mandate)))
			.isEqualTo(1);
		assertThat(post(this.claire, at, Map.of("version", "1", "email", "autre@demo.example"))).hasStatus(422);
	}

	/** A pilot left; her successor reads the same mailbox. */
	@Test
	void anAddressIsFreedForTheSuccessor() {
		Mandate mandate = herMandate();
		String at = address(this.sources) + "/mandats/" + mandate.getId() + "/adresse/liberation";
		assertThat(page(post(this.claire, at, Map.of("version", version())), 422).text())
			.contains("tient encore un mandat");
		mandateOf(this.claire, this.sources, "Nora", "Leclercq", "nora@demo.example");
		assertThat(page(get(this.claire, address(this.sources)), 200).select("a[href=" + at + "]")).hasSize(1);
		assertThat(page(get(this.claire, at), 200).text()).contains("ines.carpentier@demo.example");
		assertThat(post(this.claire, at, Map.of("version", version()))).hasStatus3xxRedirection();
		assertThat(count("SELECT count(*) FROM person WHERE email = 'ines.carpentier@demo.example'")).isZero();
		assertThat(
				count("""
						SELECT count(*) FROM audit_row WHERE what = 'person.corrected'
						  AND changes -> 'email' ->> 0 = 'ines.carpentier@demo.example' AND changes -> 'email' ->> 1 IS NULL"""))
			.isEqualTo(1);
		assertThat(count("SELECT count(*) FROM account a JOIN person p ON p.id = a.person_id WHERE p.email IS NULL"))
			.isEqualTo(1);
		mandateOf(this.claire, this.sources, "Ivan", "Prudhon", "ines.carpentier@demo.example");
		assertThat(count("SELECT count(*) FROM person WHERE family_name = 'Prudhon' AND email IS NOT NULL"))
			.isEqualTo(1);
	}

	/**
	 * Who also sits elsewhere keeps their address, whoever asks but the administration.
	 */
	@Test
	void nobodyFreesMoreThanTheySee() {
		this.cast.pilot(this.others, this.ines, START);
		this.cast.flush();
		Mandate mandate = herMandate();
		mandateOf(this.claire, this.sources, "Nora", "Leclercq", "nora@demo.example");
		this.jdbc.sql("UPDATE mandate SET state = 'ENDED', ends_on = '2026-03-20' WHERE person_id = :id")
			.param("id", this.ines.getId())
			.update();
		this.cast.forget();
		String at = address(this.sources) + "/mandats/" + mandate.getId() + "/adresse/liberation";
		assertThat(page(post(this.claire, at, Map.of("version", version())), 422).text())
			.contains("là où vous n’êtes pas");
		assertThat(post(this.malik, at, Map.of("version", version()))).hasStatus(404);
		assertThat(post(this.ada, at, Map.of("version", version()))).hasStatus3xxRedirection();
	}

	private Mandate herMandate() {
		return this.mandates.ofEnrolment(this.sources.getId()).getFirst();
	}

	private Enrolment enrolled(String parcours, String structure, Person facilitator) {
		Parcours run = this.cast.parcours(parcours, START, facilitator);
		return this.cast.enrol(run, this.cast.structure(structure));
	}

	private MvcTestResult mandate(Person who, Enrolment enrolment, String given, String family, String answered) {
		return post(who, address(enrolment) + "/mandats", Map.of("role", "PILOT", "givenName", given, "familyName",
				family, "email", "Ines.Carpentier@demo.example", "from", "2026-04-01", "answered", answered));
	}

	private void mandateOf(Person who, Enrolment enrolment, String given, String family, String email) {
		assertThat(post(who, address(enrolment) + "/mandats", Map.of("role", "PILOT", "givenName", given, "familyName",
				family, "email", email, "from", "2026-04-01")))
			.hasStatus3xxRedirection();
		this.cast.forget();
	}

	private String address(Enrolment enrolment) {
		return "/parcours/" + enrolment.getParcours().getSlug() + "/structures/" + enrolment.getId();
	}

	private List<UUID> mandates(Enrolment enrolment) {
		return this.mandates.ofEnrolment(enrolment.getId())
			.stream()
			.map((mandate) -> mandate.getPerson().getId())
			.toList();
	}

	private String version() {
		return this.jdbc.sql("SELECT version FROM person WHERE id = :id")
			.param("id", this.ines.getId())
			.query(String.class)
			.single();
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private MvcTestResult get(Person who, String address) {
		return this.mvc.get().uri(address).with(this.cast.as(who)).exchange();
	}

	private MvcTestResult post(Person who, String address, Map<String, String> typed) {
		var request = this.mvc.post().uri(address).with(csrf()).with(this.cast.as(who));
		typed.forEach(request::param);
		MvcTestResult result = request.exchange();
		this.cast.forget();
		return result;
	}

	private static Map<String, String> with(Map<String, String> typed, String answered) {
		Map<String, String> all = new HashMap<>(typed);
		all.put("answered", answered);
		return all;
	}

	private static String yes(Document page) {
		return page.select("input[type=radio][name=answered]").eachAttr("value").getFirst();
	}

	private static String no(Document page) {
		return page.select("input[type=radio][name=answered]").eachAttr("value").getLast();
	}

	private static Document asked(MvcTestResult result) {
		Document page = page(result, 422);
		assertThat(page.select("input[type=radio][name=answered]")).hasSize(2);
		return page;
	}

	private static Document page(MvcTestResult result, int status) {
		assertThat(result).hasStatus(status);
		assertThat(text(result)).doesNotContain("??");
		return Jsoup.parse(text(result));
	}

	private static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
