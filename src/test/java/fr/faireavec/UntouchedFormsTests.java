package fr.faireavec;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.signin.web.SignedInAs;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Facts;
import fr.faireavec.testing.Forms;
import fr.faireavec.testing.Hand;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.MatrixWorld;
import fr.faireavec.testing.MatrixWorld.Who;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Visitor;
import jakarta.persistence.EntityManager;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Accounts are closed, people left, entries of the lists retired: a form that holds them
 * shows them as such, and sent without being touched it changes nothing.
 */
@IntegrationTest
class UntouchedFormsTests {

	/** The forms of a page of their own that do something when sent as they come. */
	private static final Set<String> ACTS = Set.of("annulation", "tenue", "retrait", "signature", "signatures", "fin",
			"cloture", "abandon", "realisation", "nouvelle", "nouveau", "nouvelle-action", "effacement", "nom",
			"courriel", "recherche", "vacances", "logo", "verification", "sondage", "fenetre", "repartition",
			"feuilles", "rotation", "annonce", "retour");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MatrixWorld worlds;

	@Autowired
	private Cast cast;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	@Autowired
	private EntityManager entities;

	private MatrixWorld.World world;

	@BeforeEach
	void everythingChosenIsClosed() {
		this.world = this.worlds.build();
		UUID action = own("actionId");
		this.jdbc
			.sql("""
					UPDATE logged_action a SET awaits_pilot = false, theme_id = %1$s, level_id = %2$s, starts_on = '2026-09-01',
					  instrument_id = (SELECT id FROM taxonomy_entry WHERE taxonomy = 'INSTRUMENT' AND rank = 1),
					  tied_session_id = (SELECT s.id FROM collective_session s WHERE s.parcours_id = e.parcours_id AND s.rank = 2)
					FROM enrolment e JOIN parcours p ON p.id = e.parcours_id WHERE e.id = a.enrolment_id AND a.id = :action"""
				.formatted(offered("THEME"), offered("LEVEL")))
			.param("action", action)
			.update();
		this.jdbc
			.sql("""
					INSERT INTO action_entry (action_id, entry_id) SELECT :action, id FROM taxonomy_entry
					WHERE (taxonomy IN ('ROLE', 'SERVICE_USER', 'RECOGNITION', 'EFFECT') AND rank <= 2)
					  OR id IN (SELECT f.entry_id FROM framework_entry f JOIN parcours p ON p.framework_id = f.framework_id
					    JOIN taxonomy_entry t ON t.id = f.entry_id WHERE p.slug = 'nos-sources' AND t.taxonomy = 'LEVER' AND t.rank <= 2)""")
			.param("action", action)
			.update();
		this.jdbc.sql("""
				INSERT INTO enrolment_aimed_level (enrolment_id, entry_id)
				SELECT :enrolment, id FROM taxonomy_entry WHERE taxonomy = 'LEVEL' AND rank >= 5""")
			.param("enrolment", own("enrolmentId"))
			.update();
		meeting(1, Who.DISABLED);
		meeting(2, Who.OTHER_FACILITATOR);
		this.jdbc.sql("UPDATE taxonomy_entry SET retired_on = '2026-09-05'").update();
		this.entities.clear();
	}

	@Test
	void sentUntouchedAFormChangesNothing() {
		Set<String> changing = new TreeSet<>();
		Map<String, Integer> sent = new TreeMap<>();
		for (String who : new String[] { "claire.vasseur", "ines.carpentier", "ada.min" }) {
			String email = who + "@demo.example";
			Map<String, Element> forms = ownForms(email);
			this.entities.flush();
			// All that is written is undone: what was before the first was before each.
			var before = Facts.of(this.jdbc, this.json);
			forms.forEach((address, form) -> changing.addAll(sendUntouched(email, address, form, before, sent)));
		}
		assertThat(changing).isEmpty();
		assertThat(sent).hasSizeGreaterThan(12);
	}

	@Test
	void whatIsClosedIsSaidToBe() {
		Pages pages = new Pages(this.mvc, this.cast);
		var claire = Objects.requireNonNull(this.world.people().get(Who.FACILITATOR));
		String edit = pages.read("/parcours/nos-sources/journal/" + own("actionId") + "/modifier", claire).text();
		assertThat(edit).contains("Faire commun (n’est plus proposé)", "Participant (n’est plus proposé)",
				"Transmettre les valeurs (n’est plus proposé)", "Engagement citoyen (n’est plus proposé)");
		assertThat(pages.read("/parcours/nos-sources/structures/" + own("enrolmentId") + "/niveaux", claire).text())
			.contains("5 · Co-décision (n’est plus proposé)");
		assertThat(pages.read("/parcours/nos-sources/animation", claire).select("li:contains(Zoé Partie) .tag").text())
			.isEqualTo("Compte fermé");
		assertThat(facilitator(pages, 1)).isEqualTo("Zoé Partie (compte fermé)");
		assertThat(facilitator(pages, 2)).isEqualTo("Malik Dubreuil (n’anime plus ce parcours)");
	}

	private String facilitator(Pages pages, int rank) {
		return pages
			.read("/parcours/nos-sources/rendez-vous/" + meetingId(rank) + "/programmation",
					Objects.requireNonNull(this.world.people().get(Who.FACILITATOR)))
			.select("#facilitator option[selected]")
			.text();
	}

	/** The forms that stand on a page of their own address, one of each kind. */
	private Map<String, Element> ownForms(String email) {
		Map<String, Element> forms = new LinkedHashMap<>();
		new Visitor(this.mvc, this.accounts, email).walk().forEach((address, answer) -> {
			String path = address.replaceAll("\\?.*$", "");
			String last = path.substring(path.lastIndexOf('/') + 1);
			if (answer.isPage() && !ACTS.contains(last) && !path.contains("/planification/reponses/")
					&& !path.startsWith("/administration/donnees/preuves/")) {
				answer.document()
					.select("main form[method=post]:has([name]:not([name=_csrf]):not([name=version]))")
					.stream()
					.filter((form) -> form.attr("action").equals(path) && form.select("[name=key]").isEmpty())
					.forEach((form) -> forms.put(path, form));
			}
		});
		return forms;
	}

	private Set<String> sendUntouched(String email, String address, Element form,
			Map<String, Map<String, Map<String, Object>>> before, Map<String, Integer> sent) {
		Set<String> changing = new TreeSet<>();
		onItsOwn(() -> {
			var request = this.mvc.post()
				.uri(URI.create(address))
				.with(SignedInAs.account(this.accounts.signingInAs(email).orElseThrow().getId()))
				.with(csrf());
			for (var field : Forms.asShown(form).entrySet()) {
				request = request.param(field.getKey(), field.getValue().toArray(String[]::new));
			}
			MockHttpServletResponse response = request.exchange().getResponse();
			this.entities.flush();
			String kind = Forms.ID.matcher(address).replaceAll("*");
			sent.put(kind, response.getStatus());
			var after = Facts.of(this.jdbc, this.json);
			before.forEach((table, rows) -> rows.forEach((id, row) -> {
				Map<String, Object> now = after.getOrDefault(table, Map.of()).getOrDefault(id, Map.of());
				row.forEach((column, value) -> {
					if (!"version".equals(column) && !Objects.equals(value, now.get(column))) {
						changing.add(email + " " + kind + " changes " + table + "." + column);
					}
				});
			}));
			if (response.getStatus() != 302 && isFilled(form)) {
				changing.add(email + " " + kind + " answers " + response.getStatus());
			}
		});
		return changing;
	}

	/** A form that asks for more than it shows may well be refused. */
	private static boolean isFilled(Element form) {
		Map<String, Set<String>> shown = Forms.asShown(form);
		return form.select("[required]")
			.stream()
			.allMatch(
					(field) -> shown.getOrDefault(field.attr("name"), Set.of()).stream().anyMatch((v) -> !v.isBlank()));
	}

	private void meeting(int rank, Who with) {
		this.jdbc
			.sql("""
					UPDATE individual_meeting SET state = 'SCHEDULED', mode = 'PRESENTIEL', facilitator_id = :with,
					  starts_at = CAST(:day AS timestamp), ends_at = CAST(:day AS timestamp) + interval '1 hour' WHERE id = :id""")
			.param("with", Objects.requireNonNull(this.world.people().get(with)).getId())
			.param("day", "2026-10-0" + rank + " 10:00")
			.param("id", meetingId(rank))
			.update();
	}

	private UUID meetingId(int rank) {
		return this.jdbc.sql("SELECT id FROM individual_meeting WHERE enrolment_id = :enrolment AND rank = :rank")
			.param("enrolment", own("enrolmentId"))
			.param("rank", rank)
			.query(UUID.class)
			.single();
	}

	private UUID own(String variable) {
		return UUID.fromString(Objects.requireNonNull(this.world.own().get(variable)));
	}

	private static String offered(String taxonomy) {
		return ("(SELECT f.entry_id FROM framework_entry f JOIN taxonomy_entry t ON t.id = f.entry_id "
				+ "WHERE f.framework_id = p.framework_id AND t.taxonomy = '%s' ORDER BY t.rank LIMIT 1)")
			.formatted(taxonomy);
	}

	private void onItsOwn(Runnable question) {
		this.entities.flush();
		this.entities.clear();
		this.jdbc.sql("SAVEPOINT untouched").update();
		try {
			question.run();
		}
		finally {
			this.entities.clear();
			this.jdbc.sql(Hand.undo("untouched")).update();
		}
	}

}
