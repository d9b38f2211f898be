package fr.faireavec.signin.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import fr.faireavec.accounts.Person;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.imports.CohortFile;
import fr.faireavec.imports.CohortPlanning;
import fr.faireavec.imports.PlannedLine;
import fr.faireavec.kernel.EmailAddressTests;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What one way in takes, every other one takes too: addresses and names. */
@IntegrationTest
class EveryDoorTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private CohortPlanning planning;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person admin;

	private Parcours parcours;

	@BeforeEach
	void aFunderAndAParcours() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(LocalDateTime.of(2026, 10, 1, 9, 0));
		this.admin = this.cast.administrator("Ada", "Min");
		this.funders.register(Ids.next(), "Région Essai", FunderKind.REGION, "", "", "");
		this.parcours = this.cast.parcours("Pays de test", LocalDate.of(2026, 9, 1), this.admin);
		this.cast.flush();
	}

	/** What would hold a core for minutes is refused before it is read. */
	@Test
	@Timeout(60)
	void nobodyHoldsADoorByWhatTheyType() {
		String endless = "a" + "\u0301\u0323".repeat(200_000);
		for (String door : List.of("/connexion", "/connexion/mot-de-passe", "/connexion/mot-de-passe/oublie")) {
			for (boolean late : List.of(true, false)) {
				var request = this.mvc.post()
					.uri(door)
					.header("Sec-Fetch-Site", "same-origin")
					.param("email", endless)
					.param("username", endless)
					.param("password", endless);
				assertThat((late ? request : request.with(csrf())).exchange().getResponse().getStatus()).as(door)
					.isIn(200, 400, 403, 422);
			}
		}
		assertThat(this.pages.post("/mon-compte/mot-de-passe", this.admin, "current", endless, "password", endless))
			.hasStatus(422);
	}

	@Test
	void oneRuleForAnAddress() {
		List<String> all = Stream.concat(EmailAddressTests.GOOD.keySet().stream(), EmailAddressTests.BAD.stream())
			.toList();
		List<PlannedLine> imported = imported(all.stream().map((typed) -> "I;C;" + quoted(typed)).toList());
		List<String> wrong = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			String typed = all.get(i);
			String read = EmailAddressTests.GOOD.get(typed);
			MvcTestResult form = reader("Inès", "Carpentier", typed);
			String stored = this.jdbc.sql("""
					SELECT p.email FROM funder_reader r JOIN person p ON p.id = r.person_id WHERE p.email = :email
					""").param("email", String.valueOf(read)).query(String.class).optional().orElse(null);
			if (form.getResponse().getStatus() != ((read != null) ? 302 : 422)
					|| (read != null && !read.equals(stored))) {
				wrong.add("form: " + typed);
			}
			if (SignInController.isAddress(typed) != (read != null)) {
				wrong.add("door: " + typed);
			}
			var pilot = imported.get(i).line().pilot();
			boolean taken = !imported.get(i).isRefused() && pilot != null && String.valueOf(read).equals(pilot.email());
			boolean sameAsBefore = imported.get(i)
				.reasons()
				.stream()
				.allMatch((reason) -> reason.messageKey().equals("imports.line.otherName"));
			if ((taken || (read != null && sameAsBefore)) != (read != null)) {
				wrong.add("import: " + typed);
			}
		}
		assertThat(wrong).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Inès\r\nVous avez gagné : https://evil.example", "Gagnez sur evil.example", "Inès@evil",
			"<b>Inès</b>", "In\u0435s", "Inès…" })
	void aHostileNameIsRefusedEverywhere(String name) {
		List<MvcTestResult> answers = List.of(reader(name, "Carpentier", "n@demo.example"),
				reader("Inès", name, "n@demo.example"),
				this.pages.post("/mon-compte", this.admin, "version", "9", "givenName", name, "familyName", "C"),
				this.pages.post("/mon-compte", this.admin, "version", "9", "givenName", "I", "familyName", name));
		for (MvcTestResult answer : answers) {
			assertThat(answer).hasStatus(422);
			assertThat(Pages.document(answer).select(".error").text()).contains("Un nom ");
		}
		assertThat(imported(List.of(quoted(name) + ";C;", "I;" + quoted(name) + ";"))).allMatch(PlannedLine::isRefused);
		assertThat(this.jdbc.sql("SELECT count(*) FROM person WHERE given_name || family_name LIKE '%evil%'")
			.query(Integer.class)
			.single()).isZero();
	}

	private MvcTestResult reader(String given, String family, String email) {
		return this.pages.post("/financeurs/region-essai/lecture", this.admin, "givenName", given, "familyName", family,
				"email", email);
	}

	private List<PlannedLine> imported(List<String> people) {
		StringBuilder text = new StringBuilder("structure;statut;prénom pilote;nom pilote;mail pilote\n");
		for (int i = 0; i < people.size(); i++) {
			text.append("Structure ").append(i).append(";asso;").append(people.get(i)).append('\n');
		}
		return this.planning
			.plan(this.parcours, CohortFile
				.read(CohortFile.decode(text.toString().replace("\u0000", "\u0001").getBytes(StandardCharsets.UTF_8))))
			.lines();
	}

	private static String quoted(String cell) {
		return "\"" + cell.replace("\"", "\"\"") + "\"";
	}

}
