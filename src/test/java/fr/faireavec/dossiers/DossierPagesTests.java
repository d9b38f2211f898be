package fr.faireavec.dossiers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.AttendanceTaking;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.bilans.BilanPublishing;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.kernel.Expiry;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.PersonalDataHolder.Subject;
import fr.faireavec.parcours.ConventionKeeping;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.scans.Scanning;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Paper;
import fr.faireavec.testing.Pdf;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Two days of « Sources » were held; the convention of the Région covers the first. */
@IntegrationTest
class DossierPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 12, 10);

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private AttendanceTaking attendance;

	@Autowired
	private Scanning scanning;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private ConventionKeeping conventions;

	@Autowired
	private BilanPublishing publishing;

	@Autowired
	private DossierMaking making;

	@Autowired
	private DossierRows rows;

	@Autowired
	private DossierExpiry expiry;

	@Autowired
	private DossierData data;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person ines;

	private Person helene;

	private Person remi;

	private Parcours parcours;

	private UUID convention;

	private String here;

	@BeforeEach
	void twoDays() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.helene = this.cast.person("Hélène", "Martel");
		this.remi = this.cast.person("Rémi", "Sauvage");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		Enrolment recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(recyclerie, this.ines, START);
		this.convention = convention("Région Fictive", "RF-041", this.helene, DAY.plusDays(5));
		convention("Département fictif", "DF-7", this.remi, START.plusMonths(9));
		this.here = "/parcours/" + this.parcours.getSlug() + "/bilan/preuves";
		hold(1, DAY);
		hold(2, DAY.plusDays(28));
		Impersonation.as(this.claire,
				() -> this.scanning.keep(this.parcours.getId(), 1, Paper.unread(this.parcours.getSlug())));
		this.cast.itIs(DAY.plusDays(40).atTime(9, 0));
		Impersonation.as(this.claire, () -> this.publishing.publish(this.parcours.getId(), BilanKind.INTERMEDIAIRE,
				START, DAY.plusDays(30), "Une première moitié", "Pour ce test"));
		this.cast.forget();
	}

	@Test
	void everythingThatProvesThePeriodIsInOneFile() throws Exception {
		ask();
		assertThat(page(this.claire).text()).contains("Le dossier va être préparé", "Vous pouvez quitter cette page");
		ask();
		assertThat(this.jdbc.sql("SELECT count(*) FROM dossier").query(Integer.class).single()).isOne();
		UUID id = this.rows.next().orElseThrow().id();
		this.rows.begin(id, 9);
		this.rows.add(id, 0, "coupé net".getBytes(StandardCharsets.UTF_8));
		this.rows.step(id, 4);
		assertThat(page(this.claire).select("progress").attr("value")).as("how far it was when it was cut off")
			.isEqualTo("4");
		assertThat(this.making.makeNext()).isTrue();
		assertThat(this.making.makeNext()).isFalse();
		Map<String, byte[]> zip = unzip(download(this.claire));
		String slug = this.parcours.getSlug();
		assertThat(zip.keySet()).containsExactly("LISEZ-MOI.txt", "1-emargement/jour-01-registre.pdf",
				"1-emargement/jour-01-papier-01.jpg", "3-presences/attestations.pdf",
				"3-presences/personnes-et-heures.csv", "4-bilan/bilan-" + slug + "-version-1.pdf",
				"4-bilan/bilan-" + slug + "-version-1.xlsx", "4-bilan/bilan-" + slug + "-version-1.csv",
				"4-bilan/actions-" + slug + "-version-1.csv", "index.csv");
		assertThat(Pdf.words(zip.get("1-emargement/jour-01-registre.pdf"))).contains("Inès Carpentier");
		assertThat(Pdf.words(zip.get("3-presences/attestations.pdf"))).contains("1 séance, 3 h de présence");
		assertThat(text(zip.get("3-presences/personnes-et-heures.csv")))
			.contains("\"Inès Carpentier\";\"Recyclerie du Canal\";\"1\";\"1\";\"3,00\"");
		assertThat(text(zip.get("LISEZ-MOI.txt"))).contains("Région Fictive, RF-041", "Fichiers : 8", "/verification");
		String index = text(zip.get("index.csv"));
		for (Map.Entry<String, byte[]> one : zip.entrySet()) {
			if (!one.getKey().equals("index.csv") && !one.getKey().equals("LISEZ-MOI.txt")) {
				assertThat(index).contains("\"%s\";".formatted(one.getKey()),
						HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(one.getValue())));
			}
		}
		assertThat(page(this.claire).text())
			.contains(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(download(this.claire))));
	}

	@Test
	void aReaderHasItOnceItIsOpened() {
		made();
		assertThat(page(this.helene).text()).contains("Aucun dossier ouvert");
		String file = page(this.claire).expectFirst("a[href$=dossier.zip]").attr("href");
		assertThat(this.pages.get(file, this.helene)).hasStatus(404);
		assertThat(this.pages.get(this.here, this.ines)).hasStatus(404);
		assertThat(bilan(this.helene).select("a[href$='bilan/preuves']")).isEmpty();
		String opening = page(this.claire).expectFirst("form[action$=ouverture]").attr("action");
		assertThat(this.pages.post(opening, this.helene)).hasStatus(404);
		assertThat(this.pages.post(opening, this.claire)).hasStatus3xxRedirection();
		assertThat(page(this.helene).text()).contains("Région Fictive, convention RF-041").doesNotContain("DF-7");
		assertThat(bilan(this.helene).select("a[href$='bilan/preuves']")).hasSize(1);
		assertThat(this.pages.get(file, this.helene)).hasStatusOk();
		assertThat(this.pages.get(file, this.remi)).as("another funder's").hasStatus(404);
		assertThat(page(this.helene).select("main form")).isEmpty();
		this.pages.post(page(this.claire).expectFirst("form[action$=fermeture]").attr("action"), this.claire);
		assertThat(this.pages.get(file, this.helene)).hasStatus(404);
	}

	@Test
	void aNameTakenOutOfTheBilanTakesTheDossierBack() {
		made();
		this.jdbc.sql("""
				INSERT INTO bilan_redaction (id, bilan_id, redacted_at, former_sha256)
				SELECT :id, b.id, :at, b.sha256 FROM bilan b WHERE b.parcours_id = :parcours""")
			.param("id", Ids.next())
			.param("at", java.sql.Timestamp.from(this.clock.instant().plusSeconds(60)))
			.param("parcours", this.parcours.getId())
			.update();
		assertThat(page(this.claire).text()).contains("Un nom a été retiré du bilan depuis");
		assertThat(page(this.claire).select("a[href$=dossier.zip]")).isEmpty();
		assertThat(this.pages.get(this.here + "/" + only() + "/dossier.zip", this.claire)).hasStatus(404);
		ask();
		this.making.makeNext();
		assertThat(this.rows.next()).as("it was made again").isEmpty();
	}

	@Test
	void itGoesWithWhoeverIsErasedAndAfterThirtyDays() {
		made();
		Subject elsewhere = new Subject(this.ines.getId(), null, Set.of(), Set.of(), Set.of(), Set.of(Ids.next()));
		this.data.erase(elsewhere, this.clock.instant());
		assertThat(parts()).isPositive();
		this.data.erase(elsewhere.seatedIn(Set.of(this.parcours.getId())), this.clock.instant());
		assertThat(parts()).isZero();
		made();
		assertThat(this.expiry.forget(terms(29), 10)).isZero();
		assertThat(this.expiry.forget(terms(31), 10)).isOne();
		assertThat(parts()).isZero();
	}

	@Test
	void whatCannotBeMadeSaysSo() {
		this.jdbc.sql("ALTER TABLE bilan DISABLE TRIGGER USER").update();
		this.jdbc.sql("UPDATE bilan SET sha256 = repeat('0', 64) WHERE parcours_id = :parcours")
			.param("parcours", this.parcours.getId())
			.update();
		this.jdbc.sql("ALTER TABLE bilan ENABLE TRIGGER USER").update();
		this.jdbc.sql("DELETE FROM dossier").update();
		ask();
		this.making.makeNext();
		assertThat(page(this.claire).text()).contains("n’a pas pu être préparé", "Refaire le dossier");
		assertThat(parts()).isZero();
	}

	private Expiry.Terms terms(int days) {
		java.time.Period any = java.time.Period.ofYears(5);
		return new Expiry.Terms(this.clock.instant().plus(java.time.Duration.ofDays(days)), any, any, any);
	}

	private void made() {
		ask();
		assertThat(this.making.makeNext()).isTrue();
	}

	private void ask() {
		assertThat(this.pages.post(this.here + "/conventions/" + this.convention, this.claire))
			.hasStatus3xxRedirection();
	}

	private Document page(Person person) {
		return this.pages.read(this.here, person);
	}

	private Document bilan(Person person) {
		return this.pages.read("/parcours/" + this.parcours.getSlug() + "/bilan?version=1", person);
	}

	private byte[] download(Person person) {
		MvcTestResult file = this.pages.get(page(person).expectFirst("a[href$=dossier.zip]").attr("href"), person);
		assertThat(file).hasStatusOk();
		return file.getResponse().getContentAsByteArray();
	}

	private String only() {
		return this.jdbc.sql("SELECT id FROM dossier").query(String.class).single();
	}

	private int parts() {
		return this.jdbc.sql("SELECT count(*) FROM dossier_part").query(Integer.class).single();
	}

	private static String text(byte @Nullable [] content) {
		return (content != null) ? new String(content, StandardCharsets.UTF_8) : "";
	}

	private static Map<String, byte[]> unzip(byte[] file) throws IOException {
		Map<String, byte[]> found = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				found.put(entry.getName(), zip.readAllBytes());
			}
		}
		return found;
	}

	private UUID convention(String name, String number, Person reader, LocalDate until) {
		Funder funder = this.funders.register(Ids.next(), name, FunderKind.REGION, "", "", "");
		this.funders.nameReader(funder.getId(), reader);
		return this.conventions
			.agree(Ids.next(), this.parcours.getId(), funder.getId(),
					new ConventionTerms(number, null, START, until, null, null, null, null, null, null, null))
			.getId();
	}

	private void hold(int rank, LocalDate day) {
		LocalDateTime morning = day.atTime(9, 30);
		this.cast.itIs(day.minusDays(10).atTime(9, 0));
		this.scheduling.schedule(this.parcours.getId(), rank, 0,
				new SessionPlan(List.of(new TimeSlot(morning, morning.plusHours(3))), Mode.PRESENTIEL, "Ici", "", ""));
		this.cast.forget();
		this.cast.itIs(day.atTime(12, 0));
		CollectiveSession session = this.sessions.ranked(this.parcours.getId(), rank).orElseThrow();
		UUID half = session.getHalfDays().getFirst().getId();
		Impersonation.as(this.claire, () -> {
			this.attendance.record(this.parcours.getId(), half, this.ines.getId(), AttendanceStatus.PRESENT,
					AttendanceMethod.PAPER, null);
			this.attendance.countersign(this.parcours.getId(), half);
			this.scheduling.hold(this.parcours.getId(), rank, session.getVersion());
		});
		this.cast.forget();
	}

}
