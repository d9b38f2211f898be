package fr.faireavec.sessions;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Expiry;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.Parcours;
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

/** Claire says who speaks on the first day of « Nos sources », where Inès is a pilot. */
@IntegrationTest
class SpeakerPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	private static final String DAY = "/parcours/nos-sources/seances/1";

	private static final String NEW = DAY + "/intervenants/nouveau";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private SpeakerExpiry expiry;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person ines;

	private Parcours ours;

	@BeforeEach
	void aDay() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.ours = this.cast.parcours("Nos sources", START, this.claire);
		this.cast.pilot(this.cast.enrol(this.ours, this.cast.structure("Recyclerie")), this.ines, START);
		this.scheduling.schedule(this.ours.getId(), 1, version(),
				new SessionPlan(List.of(TimeSlot.of(START.plusDays(7), LocalTime.of(9, 30), LocalTime.of(12, 30))),
						Mode.PRESENTIEL, "", "", ""));
		this.cast.forget();
	}

	@Test
	void participantsReadWhoSpeaksAndNeverTheirAddress() {
		String key = UUID.randomUUID().toString();
		for (int twice = 0; twice < 2; twice++) {
			assertThat(add(key, "Solène Arnoult, sociologue", "solene@demo.example"))
				.hasRedirectedUrl(DAY + "#intervenants");
		}
		assertThat(this.pages.read(DAY, this.claire).select("#intervenants li").eachText()).singleElement()
			.asString()
			.contains("Solène Arnoult, sociologue, Université", "solene@demo.example");
		Document hers = this.pages.read(DAY, this.ines);
		assertThat(hers.select("#intervenants").text()).contains("Solène Arnoult, sociologue, Université")
			.doesNotContain("Corriger", "Retirer");
		assertThat(hers.html()).doesNotContain("solene@demo.example");
	}

	@Test
	void correctedAndTakenOffOnTheVersionThatWasShown() {
		add(UUID.randomUUID().toString(), "Solène Arnoult", "solene@demo.example");
		String edit = this.pages.read(DAY, this.claire).select("#intervenants li a").attr("href");
		String version = this.pages.read(edit, this.claire).select("input[name=version]").val();
		assertThat(this.pages.post(edit, this.claire, "version", version, "name", "Solène Arnoult-Petit",
				"organisation", "Université", "email", "autre@demo.example"))
			.hasStatus3xxRedirection();
		MvcTestResult stale = this.pages.post(edit, this.claire, "version", version, "name", "Une autre");
		assertThat(stale).hasStatus(409);
		assertThat(Pages.document(stale).text()).contains("Solène Arnoult-Petit", "Une autre");
		assertThat(this.pages.post(edit + "/suppression", this.claire, "version", version)).hasStatus(409);
		String now = this.pages.read(edit, this.claire).select("input[name=version]").val();
		assertThat(this.pages.post(edit + "/suppression", this.claire, "version", now)).hasStatus3xxRedirection();
		assertThat(this.pages.read(DAY, this.claire).select("#intervenants li")).isEmpty();
		assertThat(this.jdbc.sql("SELECT what FROM audit_row WHERE what LIKE 'session.speaker%' ORDER BY id")
			.query(String.class)
			.list()).containsExactly("session.speakerAdded", "session.speakerCorrected", "session.speakerRemoved");
		assertThat(this.jdbc.sql("SELECT changes::text FROM audit_row WHERE what LIKE 'session.speaker%'")
			.query(String.class)
			.list()).as("the history outlives the address")
			.hasSize(3)
			.noneMatch((changes) -> changes.contains("@"))
			.anyMatch((changes) -> changes.contains("\"email\""));
	}

	@Test
	void whatIsRefusedIsSaidBesideIt() {
		MvcTestResult refused = add(UUID.randomUUID().toString(), "", "pas une adresse");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.document(refused).select(".field:has(#name) .error, .field:has(#email) .error")).hasSize(2);
		assertThat(Pages.document(refused).select("#organisation").val()).isEqualTo("Université");
		assertThat(add(UUID.randomUUID().toString(), "www.pub.example", "")).hasStatus(422);
	}

	/** Once the day was held, and a month. */
	@Test
	void theAddressIsForgottenAMonthAfterTheDay() {
		add(UUID.randomUUID().toString(), "Solène Arnoult", "solene@demo.example");
		forget(START.plusMonths(6));
		assertThat(email()).as("a typed date alone forgets nothing").isEqualTo("solene@demo.example");
		LocalDate day = START.plusDays(7);
		this.cast.itIs(day.atTime(13, 0));
		this.scheduling.hold(this.ours.getId(), 1, version());
		this.cast.forget();
		forget(day.plusMonths(1).minusDays(1));
		assertThat(email()).isEqualTo("solene@demo.example");
		forget(day.plusMonths(1));
		assertThat(email()).isEmpty();
		assertThat(this.pages.read(DAY, this.ines).select("#intervenants").text()).contains("Solène Arnoult");
	}

	private MvcTestResult add(String key, String name, String email) {
		return this.pages.post(NEW, this.claire, "key", key, "name", name, "organisation", "Université", "email",
				email);
	}

	private void forget(LocalDate today) {
		this.expiry.forget(new Expiry.Terms(today.atTime(3, 0).atZone(Zones.PARIS).toInstant(), Period.ofYears(1),
				Period.ofYears(1), Period.ofYears(1)), 100);
	}

	private String email() {
		return this.jdbc.sql("SELECT coalesce(email, '') FROM guest_speaker").query(String.class).single();
	}

	private int version() {
		return this.sessions.ranked(this.ours.getId(), 1).orElseThrow().getVersion();
	}

}
