package fr.faireavec.signing;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Expiry.Terms;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Pdf;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Claire meets the Recyclerie: Inès was there, Nora was not. Malik runs another parcours.
 */
@IntegrationTest
class MeetingSigningTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 12, 10);

	private static final String DRAWN = "10,10 120,200;300,50 500,190";

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MeetingKeeping keeping;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private SignatureExpiry expiry;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person malik;

	private Person ines;

	private Person nora;

	private Person hugo;

	private Parcours parcours;

	private UUID id;

	private String meeting;

	private String sheet;

	@BeforeEach
	void aMeeting() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.malik = this.cast.facilitator("Malik", "Dubreuil");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.nora = this.cast.person("Nora", "Leclercq");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		this.cast.parcours("Rivières", START, this.malik);
		Enrolment recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(recyclerie, this.ines, START);
		this.cast.copilot(recyclerie, this.nora, START);
		this.cast.pilot(this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop")), this.hugo, START);
		this.id = this.meetings.ofEnrolment(recyclerie.getId()).getFirst().getId();
		this.keeping.schedule(this.parcours.getId(), this.id, version(), this.claire.getId(),
				new TimeSlot(DAY.atTime(14, 0), DAY.atTime(15, 0)), Mode.PRESENTIEL, "À la Recyclerie");
		this.meeting = "/parcours/" + this.parcours.getSlug() + "/rendez-vous/" + this.id;
		this.sheet = this.meeting + "/signatures";
		this.cast.forget();
	}

	@Test
	void thoseWhoWereThereSignInTurn() {
		held();
		assertThat(this.pages.read(this.meeting, this.claire).select("a[href='" + this.sheet + "']").text())
			.isEqualTo("Faire signer");
		Document list = this.pages.read(this.sheet, this.claire);
		assertThat(list.select("a.name-row strong").eachText()).containsExactly("Inès Carpentier", "Claire Vasseur");
		assertThat(list.select("header nav a, .tabs")).as("it is handed round").isEmpty();
		String frame = list.expectFirst("a.name-row").attr("href");
		assertThat(this.pages.read(frame, this.claire).select("h1").text()).isEqualTo("Inès Carpentier");
		assertThat(sign(this.claire, this.ines, "strokes", DRAWN)).hasRedirectedUrl(this.sheet);
		assertThat(sign(this.claire, this.claire, "written", "Claire Vasseur")).hasRedirectedUrl(this.sheet);
		Document signed = this.pages.read(this.sheet, this.claire);
		assertThat(signed.select("a.name-row")).isEmpty();
		assertThat(signed.select(".name-row.done").eachText()).containsExactly("Inès Carpentier ✓ 15 h",
				"Claire Vasseur animation ✓ 15 h");
		byte[] file = this.pages.get(this.meeting + "/feuille.pdf", this.ines).getResponse().getContentAsByteArray();
		assertThat(Pdf.faults(file)).isEmpty();
		assertThat(Pdf.alternatives(file)).contains("Signature : Inès Carpentier");
		assertThat(Pdf.words(file)).containsSubsequence("Inès Carpentier", "Présence", "Nora Leclercq", "Absence",
				"Claire Vasseur", "signé « Claire Vasseur »");
		assertThat(
				this.jdbc.sql("SELECT strokes FROM meeting_signature WHERE strokes <> ''").query(String.class).single())
			.isEqualTo(DRAWN);
		assertThat(this.pages.read("/parcours/" + this.parcours.getSlug() + "/historique", this.claire)
			.select(".history")
			.text()).contains("Feuille de rendez-vous signée : Recyclerie du Canal", "signature de : Inès Carpentier");
	}

	@Test
	void nobodyElseSigns() {
		assertThat(this.pages.read(this.meeting, this.claire).select("a[href='" + this.sheet + "']")).isEmpty();
		assertThat(this.pages.read(this.sheet, this.claire).select("main").text()).contains("qui était là");
		assertThat(refused(sign(this.claire, this.ines, "strokes", DRAWN))).contains("pas encore noté comme tenu");
		held();
		assertThat(refused(sign(this.claire, this.nora, "strokes", DRAWN))).contains("n’est pas notée présente");
		assertThat(refused(sign(this.claire, this.hugo, "strokes", DRAWN))).contains("n’est pas notée présente");
		for (Person other : List.of(this.malik, this.ines, this.hugo)) {
			assertThat(this.pages.get(this.sheet, other)).as(other.getName()).hasStatus(404);
			assertThat(sign(other, this.ines, "strokes", DRAWN)).as(other.getName()).hasStatus(404);
			assertThat(this.pages.post(this.sheet + "/" + this.ines.getId() + "/retrait", other)).hasStatus(404);
		}
		assertThat(this.pages.post("/parcours/rivieres/rendez-vous/" + this.id + "/signatures", this.malik, "person",
				this.ines.getId().toString(), "strokes", DRAWN))
			.as("through a parcours of his")
			.hasStatus(404);
		assertThat(signatures()).isZero();
	}

	@Test
	void emptyIsRefusedAndEachSignsOnce() {
		held();
		MvcTestResult empty = sign(this.claire, this.ines);
		assertThat(refused(empty)).contains("Signez dans le cadre, ou écrivez votre nom");
		assertThat(Pages.document(empty).select("h1").text()).as("the frame is still there")
			.isEqualTo("Inès Carpentier");
		assertThat(refused(sign(this.claire, this.ines, "written", "I".repeat(171)))).isNotEmpty();
		assertThat(refused(this.pages.post(this.sheet, this.claire, "strokes", DRAWN))).contains("Choisissez d’abord");
		assertThat(signatures()).isZero();
		for (int press = 0; press < 2; press++) {
			assertThat(sign(this.claire, this.ines, "strokes", DRAWN)).as("a double press")
				.hasRedirectedUrl(this.sheet);
		}
		assertThat(signatures()).isOne();
		assertThat(refused(sign(this.claire, this.ines, "written", "Quelqu’un"))).contains("déjà signé à ce nom");
		assertThat(this.pages.post(this.sheet + "/" + this.ines.getId() + "/retrait", this.claire))
			.hasRedirectedUrl(this.sheet);
		this.cast.forget();
		assertThat(signatures()).isZero();
		assertThat(sign(this.claire, this.ines, "written", "Inès Carpentier")).hasRedirectedUrl(this.sheet);
		assertThat(signatures()).isOne();
	}

	/** What was not held was not signed; evidence goes at its term. */
	@Test
	void signaturesGoWithWhatTheyProve() {
		held();
		sign(this.claire, this.ines, "strokes", DRAWN);
		this.keeping.undoHold(this.parcours.getId(), this.id, version(), "Ce n’était pas ce jour");
		this.cast.forget();
		assertThat(signatures()).isZero();
		held();
		sign(this.claire, this.ines, "strokes", DRAWN);
		Terms terms = new Terms(this.clock.instant(), Period.ofYears(5), Period.ofYears(1), Period.ofYears(1));
		LocalDate over = DAY.plusYears(5);
		assertThat(this.expiry.due(terms, over.minusDays(1))).isEmpty();
		assertThat(this.expiry.due(terms, over)).singleElement().satisfies((due) -> assertThat(due.lines()).isOne());
		assertThat(this.expiry.forget(terms, this.parcours.getId(), over, 10)).isOne();
		assertThat(signatures()).isZero();
	}

	private void held() {
		this.cast.itIs(DAY.atTime(15, 0));
		this.keeping.hold(this.parcours.getId(), this.id, version(), List.of(this.ines.getId()), 60);
		this.cast.forget();
	}

	private int version() {
		return this.meetings.findById(this.id).orElseThrow().getVersion();
	}

	private MvcTestResult sign(Person who, Person signer, String... fields) {
		String[] all = new String[fields.length + 2];
		System.arraycopy(fields, 0, all, 2, fields.length);
		all[0] = "person";
		all[1] = signer.getId().toString();
		MvcTestResult answer = this.pages.post(this.sheet, who, all);
		this.cast.forget();
		return answer;
	}

	private static String refused(MvcTestResult answer) {
		assertThat(answer).hasStatus(422);
		return Pages.document(answer).select(".summary").text();
	}

	private int signatures() {
		return this.jdbc.sql("SELECT count(*) FROM meeting_signature").query(Integer.class).single();
	}

}
