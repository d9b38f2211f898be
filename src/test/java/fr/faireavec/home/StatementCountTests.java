package fr.faireavec.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** A page takes as many SQL statements with eighty structures as with eight. */
@IntegrationTest
class StatementCountTests {

	private static final List<String> PAGES = List.of("", "/structures", "/structures/import", "/seances", "/seances/1",
			"/rendez-vous", "/journal", "/journal/calendrier", "/bilan", "/historique", "/modifier", "/conventions",
			"/bilan/preuves", "/bilan/cerfa", "/synthese");

	/** The most structures of the directory a page offers or lists, and one to know. */
	private static final int DIRECTORY_OFFERED = 51;

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void asManyForEightyAsForEight() {
		Person claire = this.cast.facilitator("Claire", "Vasseur");
		Map<String, Integer> eight = statements(world("Huit", 8, claire), claire);
		Map<String, Integer> eighty = statements(world("Quatre-vingts", 80, claire), claire);
		assertThat(eighty).isEqualTo(eight);
		assertThat(eighty.values()).allMatch((count) -> count <= 15);
	}

	/**
	 * What others have in the same database costs a page nothing: neither statements, nor
	 * rows given, nor rows looked at.
	 */
	@Test
	void whatAPageDoesNotShowCostsItNothing() {
		Person claire = this.cast.facilitator("Claire", "Vasseur");
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Parcours mine = world("Huit", 8, claire);
		Map<String, Pages.Cost> alone = costs(mine, claire);
		long lookedAtAlone = lookedAt(claire);
		crowd(world("Ailleurs", 3, malik));
		costs(mine, claire).forEach((page, cost) -> {
			int offered = page.endsWith("/structures") ? DIRECTORY_OFFERED : 0;
			Pages.Cost before = Objects.requireNonNull(alone.get(page));
			assertThat(cost.statements()).as(page).isEqualTo(before.statements());
			assertThat(cost.rows()).as(page).isLessThanOrEqualTo(before.rows() + offered);
		});
		assertThat(lookedAt(claire)).isLessThan(lookedAtAlone + 100);
	}

	/**
	 * 800 more structures, in a hundred copies of that parcours, with all they may have.
	 */
	private void crowd(Parcours elsewhere) {
		for (String sql : List.of("""
				INSERT INTO structure (id, version, slug, name, legal_form)
				SELECT gen_random_uuid(), 0, 'foule-' || n, 'Foule ' || n, 'ASSOCIATION' FROM generate_series(1, 800) n
				""", """
				WITH copied AS (INSERT INTO framework
				  SELECT (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid()))).*
				  FROM framework f, generate_series(1, 100)
				  WHERE f.id = (SELECT p.framework_id FROM parcours p WHERE p.id = :parcours) RETURNING id)
				INSERT INTO parcours SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),
				  'slug', 'foule-' || row_number() OVER (), 'framework_id', c.id))).*
				FROM parcours p, copied c WHERE p.id = :parcours
				""", """
				INSERT INTO parcours_facilitator SELECT p.id, f.person_id FROM parcours p, parcours_facilitator f
				WHERE p.slug LIKE 'foule-%' AND f.parcours_id = :parcours
				""", """
				INSERT INTO enrolment (id, version, parcours_id, structure_id, state, active_from, legal_form_then)
				SELECT gen_random_uuid(), 0, p.id, s.id, 'ACTIVE', DATE '2026-09-01', s.legal_form FROM structure s
				JOIN parcours p ON p.slug = 'foule-' || (substr(s.slug, 7)::int % 100 + 1) WHERE s.slug LIKE 'foule-%'
				""", """
				INSERT INTO mandate (id, version, enrolment_id, person_id, role, state, starts_on)
				SELECT gen_random_uuid(), 0, e.id, f.person_id, 'PILOT', 'ACTIVE', e.active_from
				FROM enrolment e JOIN parcours p ON p.id = e.parcours_id AND p.slug LIKE 'foule-%'
				JOIN parcours_facilitator f ON f.parcours_id = p.id
				""", """
				INSERT INTO individual_meeting (id, version, enrolment_id, rank, extra, after_session_rank, state)
				SELECT gen_random_uuid(), 0, e.id, n, false, n, 'TO_PLAN' FROM enrolment e
				JOIN parcours p ON p.id = e.parcours_id AND p.slug LIKE 'foule-%', generate_series(1, 2) n
				""",
				"""
						INSERT INTO collective_session (id, version, parcours_id, rank, title, duration_minutes, state)
						SELECT gen_random_uuid(), 0, p.id, n, 'Jour ' || n, 360, 'TO_PLAN' FROM parcours p, generate_series(1, 7) n
						WHERE p.slug LIKE 'foule-%'
						""",
				"""
						INSERT INTO logged_action (id, version, enrolment_id, title, state, written_by, logged_at, awaits_pilot)
						SELECT gen_random_uuid(), 0, e.id, 'Essai', 'IDEA', f.person_id, TIMESTAMPTZ '2026-09-02', true
						FROM enrolment e JOIN parcours p ON p.id = e.parcours_id AND p.slug LIKE 'foule-%'
						JOIN parcours_facilitator f ON f.parcours_id = p.id
						""")) {
			var statement = this.jdbc.sql(sql);
			(sql.contains(":parcours") ? statement.param("parcours", elsewhere.getId()) : statement).update();
		}
	}

	/**
	 * Rows PostgreSQL looks at for the desk, in the tables that grow with every parcours.
	 */
	private long lookedAt(Person person) {
		this.jdbc.sql("ANALYZE").update();
		long before = looked();
		new Pages(this.mvc, this.cast).read("/", person);
		new Pages(this.mvc, this.cast).read("/", person);
		return looked() - before;
	}

	private long looked() {
		return this.jdbc.sql("""
				SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) FROM pg_stat_xact_user_tables
				WHERE relname IN ('enrolment', 'mandate', 'individual_meeting', 'collective_session', 'logged_action')
				""").query(Long.class).single();
	}

	private Map<String, Integer> statements(Parcours parcours, Person claire) {
		return costs(parcours, claire).entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().statements()));
	}

	private Map<String, Pages.Cost> costs(Parcours parcours, Person claire) {
		Map<String, Pages.Cost> costs = new LinkedHashMap<>();
		for (String page : Stream
			.concat(PAGES.stream().map((page) -> "/parcours/" + parcours.getSlug() + page),
					Stream.of("/", "/structures"))
			.toList()) {
			this.cast.forget();
			costs.put(page.replace(parcours.getSlug(), "*"), new Pages(this.mvc, this.cast).cost(page, claire));
		}
		return costs;
	}

	private Parcours world(String name, int structures, Person claire) {
		LocalDate start = LocalDate.of(2026, 9, 1);
		this.cast.itIs(start.plusDays(3).atTime(9, 0));
		Parcours parcours = this.cast.parcours(name, start, claire);
		List<Enrolment> enrolments = new ArrayList<>();
		for (int i = 0; i < structures; i++) {
			Enrolment enrolment = this.cast.enrol(parcours, this.cast.structure(name + " " + i));
			this.cast.pilot(enrolment, this.cast.person("Pilote" + i, name), start);
			this.cast.copilot(enrolment, this.cast.person("Copilote" + i, name), start);
			enrolments.add(enrolment);
		}
		this.cast.flush();
		Impersonation.as(claire, () -> enrolments.forEach((enrolment) -> this.logging.log(Ids.next(), parcours.getId(),
				enrolment.getId(), ActionDraft.titled("Essai"))));
		this.cast.forget();
		return parcours;
	}

}
