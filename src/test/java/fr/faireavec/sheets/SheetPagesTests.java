package fr.faireavec.sheets;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.imageio.ImageIO;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.AttendanceTaking;
import fr.faireavec.attendance.Guest;
import fr.faireavec.attendance.GuestTaking;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.cohorts.Mandating;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.kernel.Expiry.Terms;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.ConventionKeeping;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.settings.NetworkLogo;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Pdf;
import fr.faireavec.testing.WrittenRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Claire runs « Sources »: Inès and Nora stand for the Recyclerie, Hugo for the Cantine.
 */
@IntegrationTest
class SheetPagesTests {

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
	private GuestTaking guests;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private ConventionKeeping conventions;

	@Autowired
	private MeetingKeeping meetingKeeping;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private Mandating mandating;

	@Autowired
	private Mandates mandates;

	@Autowired
	private NetworkLogo network;

	@Autowired
	private FileExpiry expiry;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person ines;

	private Person nora;

	private Person hugo;

	private Parcours parcours;

	private Enrolment recyclerie;

	private Mandate mandate;

	private Funder region;

	private String day;

	private List<UUID> halves;

	@BeforeEach
	void aDay() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.nora = this.cast.person("Nora", "Leclercq");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		this.recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.mandate = this.cast.copilot(this.recyclerie, this.nora, START);
		this.cast.pilot(this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop")), this.hugo, START);
		this.region = this.funders.register(Ids.next(), "Région Fictive", FunderKind.REGION,
				"Avec le soutien de la Région Fictive", "", "");
		this.conventions.agree(Ids.next(), this.parcours.getId(), this.region.getId(), new ConventionTerms(
				"RF-2026-041", null, START, START.plusMonths(9), null, null, null, null, null, null, null));
		this.scheduling.schedule(this.parcours.getId(), 1, 0,
				new SessionPlan(
						List.of(new TimeSlot(DAY.atTime(9, 30), DAY.atTime(12, 30)),
								new TimeSlot(DAY.atTime(13, 30), DAY.atTime(16, 30))),
						Mode.PRESENTIEL, "Val-des-Sources", "", ""));
		this.day = "/parcours/" + this.parcours.getSlug() + "/seances/1";
		this.cast.forget();
		this.halves = this.sessions.ranked(this.parcours.getId(), 1)
			.orElseThrow()
			.getHalfDays()
			.stream()
			.map((half) -> half.getId())
			.toList();
	}

	@Test
	void aSheetToSignSaysWhoIsExpectedAndWhoPays() {
		byte[] file = pdf(this.day + "/feuille.pdf", this.claire);
		assertThat(Pdf.words(file))
			.contains("Feuille d’émargement", "Sources", "Val-des-Sources", "9 h 30",
					"Région Fictive, convention RF-2026-041", "Avec le soutien de la Région Fictive",
					"Signature de l’animation")
			.containsSubsequence("Cantine Coop", "Hugo Lemaire", "Recyclerie du Canal", "Inès Carpentier",
					"Nora Leclercq");
		assertThat(this.pages.get(this.day + "/feuille.pdf", this.ines)).hasStatus(404);
		assertThat(this.pages.get("/parcours/" + this.parcours.getSlug() + "/seances/2/feuille.pdf", this.claire))
			.hasStatus(422);
		assertThat(this.pages.read(this.day, this.claire).select("a[href$=feuille.pdf], a[href$=emargement.pdf]"))
			.hasSize(2);
		assertThat(this.pages.read(this.day, this.claire).select("a[href=/verification]")).hasSize(1);
		assertThat(this.pages.read(this.day + "/emargement", this.claire)
			.select("a[href$=feuille.pdf], a[href$=emargement.pdf]")).hasSize(2);
	}

	@Test
	void aRegisterIsIssuedOnceItIsClosedAndKnownAfterwards() {
		signed();
		assertThat(Pdf.words(pdf(this.day + "/emargement.pdf", this.claire))).contains("Feuille encore ouverte");
		assertThat(issued()).isZero();
		countersign();
		byte[] file = pdf(this.day + "/emargement.pdf", this.claire);
		assertThat(Pdf.words(file)).containsSubsequence(written())
			.contains("Empreinte du registre")
			.doesNotContain("encore ouverte");
		assertThat(pdf(this.day + "/emargement.pdf", this.claire)).isEqualTo(file);
		assertThat(issued()).isOne();
		assertThat(asked(file)).contains("Émis le 10 décembre 2026 à 17 h, intact.");
		byte[] other = file.clone();
		other[other.length / 2] ^= 1;
		assertThat(asked(other)).contains("n’a pas été émis ici").doesNotContain("Émis le");
		correct();
		byte[] corrected = pdf(this.day + "/emargement.pdf", this.claire);
		assertThat(Pdf.words(corrected)).contains("corrigé le 10 décembre 2026");
		assertThat(asked(corrected)).contains("intact");
		assertThat(asked(file)).contains("intact");
		assertThat(issued()).isEqualTo(2);
	}

	/** The file goes with the evidence; whoever was given it can still ask. */
	@Test
	void whatIsPastItsTimeIsForgottenAndStillKnown() {
		signed();
		countersign();
		byte[] file = pdf(this.day + "/emargement.pdf", this.claire);
		Terms terms = new Terms(this.clock.instant(), Period.ofYears(5), Period.ofYears(1), Period.ofYears(1));
		LocalDate over = DAY.plusYears(5);
		assertThat(this.expiry.due(terms, over.minusDays(1))).isEmpty();
		assertThat(this.expiry.due(terms, over)).singleElement().satisfies((due) -> assertThat(due.lines()).isOne());
		assertThat(this.expiry.forget(terms, this.parcours.getId(), over, 10)).isOne();
		assertThat(this.jdbc.sql("SELECT count(content) FROM issued_file").query(Integer.class).single()).isZero();
		assertThat(asked(file)).contains("intact");
	}

	@Test
	void attestationsAreForWhoMayReadThem() {
		signed();
		assertThat(this.pages.get(this.day + "/attestations.pdf", this.claire)).hasStatus(422);
		assertThat(this.pages.read(this.day, this.claire).select("a[href$=attestations.pdf]")).isEmpty();
		countersign();
		assertThat(this.pages.read(this.day, this.ines).select("a[href$=attestations.pdf]")).hasSize(2);
		byte[] all = pdf(this.day + "/attestations.pdf", this.claire);
		assertThat(Pdf.pages(all)).isEqualTo(3);
		assertThat(Pdf.words(all))
			.containsSubsequence("Attestation de présence", "Inès Carpentier", "1 séance, 6 h de présence",
					"9 h 30 → 12 h 30", "Attestation de présence", "Nora Leclercq", "1 séance, 3 h de présence")
			.doesNotContain("Hugo");
		assertThat(Pdf.faults(all)).isEmpty();
		String hers = Pdf.words(pdf("/parcours/" + this.parcours.getSlug() + "/attestations.pdf", this.ines));
		assertThat(hers).contains("Inès Carpentier", "Nora Leclercq").doesNotContain("Hugo");
		String one = "/attestations.pdf?personne=";
		assertThat(Pdf.words(pdf(this.day + one + this.nora.getId(), this.ines))).contains("Nora Leclercq")
			.doesNotContain("Inès");
		assertThat(this.pages.get(this.day + one + this.ines.getId(), this.hugo)).hasStatus(404);
		assertThat(this.pages.get(this.day + one + this.hugo.getId(), this.hugo)).as("he was not there").hasStatus(404);
		assertThat(this.pages.get(this.day + "/attestations.pdf", this.hugo)).hasStatus(422);
	}

	/**
	 * The half-days a guest signed, or those the animation notes; else all of the day.
	 */
	@Test
	void aGuestWhoCameHasAnAttestation() {
		signed();
		Impersonation.as(this.claire,
				() -> this.guests.add(this.parcours.getId(), 1, new Guest("Rosa Bonheur", "Commune", null, 2)));
		this.cast.itIs(DAY.atTime(13, 40));
		String room = room();
		MvcTestResult signed = this.mvc.post()
			.uri(room + "/inconnu")
			.with(csrf())
			.param("name", "Odile Martin")
			.param("organisation", "Ville")
			.param("represents", this.recyclerie.getId().toString())
			.param("half", "2")
			.param("written", "Odile Martin")
			.exchange();
		assertThat(signed).hasStatus3xxRedirection();
		this.cast.forget();
		countersign();
		byte[] all = pdf(this.day + "/attestations.pdf", this.claire);
		assertThat(Pdf.words(all)).containsSubsequence("Lucie Hénin", "Université", "1 séance, 6 h de présence",
				"9 h 30 → 12 h 30", "13 h 30 → 16 h 30", "Odile Martin", "Recyclerie du Canal, Ville",
				"1 séance, 3 h de présence", "13 h 30 → 16 h 30", "Rosa Bonheur", "1 séance, 3 h de présence",
				"13 h 30 → 16 h 30");
		assertThat(Pdf.faults(all)).isEmpty();
		assertThat(Pdf.words(pdf(this.day + "/emargement.pdf", this.claire))).containsSubsequence("Rosa Bonheur",
				"Pas de présence", "Présence");
		String one = this.pages.read(this.day, this.claire)
			.select("a[href*=personne]")
			.stream()
			.filter((link) -> link.text().equals("Odile Martin"))
			.findFirst()
			.orElseThrow()
			.attr("href");
		assertThat(Pdf.words(pdf(one, this.claire))).contains("Odile Martin").doesNotContain("Lucie", "Inès");
		assertThat(Pdf.words(pdf(one, this.ines))).as("she stood for her structure").contains("Odile Martin");
		assertThat(this.pages.get(one, this.hugo)).hasStatus(404);
		assertThat(Pdf.words(pdf("/parcours/" + this.parcours.getSlug() + "/attestations.pdf", this.ines)))
			.contains("Odile Martin")
			.doesNotContain("Lucie");
	}

	/** Of one name and organisation, days apart, one guest; two there together, two. */
	@Test
	void aGuestOfSeveralDaysHasOneAttestation() {
		signed();
		countersign();
		LocalDate next = DAY.plusDays(28);
		this.cast.itIs(DAY.plusDays(1).atTime(9, 0));
		this.scheduling.schedule(this.parcours.getId(), 2, 0,
				new SessionPlan(List.of(new TimeSlot(next.atTime(9, 30), next.atTime(12, 30))), Mode.PRESENTIEL,
						"Val-des-Sources", "", ""));
		this.cast.forget();
		this.cast.itIs(next.atTime(13, 0));
		UUID half = this.sessions.ranked(this.parcours.getId(), 2).orElseThrow().getHalfDays().getFirst().getId();
		Impersonation.as(this.claire, () -> {
			this.guests.add(this.parcours.getId(), 2, new Guest("Lucie HÉNIN", "université", null, null));
			this.attendance.countersign(this.parcours.getId(), half);
		});
		this.cast.forget();
		String whole = "/parcours/" + this.parcours.getSlug() + "/attestations.pdf";
		assertThat(Pdf.words(pdf(whole, this.claire))).contains("2 séances, 9 h de présence");
		Impersonation.as(this.claire,
				() -> this.guests.add(Ids.next(), this.parcours.getId(), 2,
						new Guest("Lucie Hénin", "Université", null, null), "Deux du même nom",
						Set.of(Warning.of("attendance.guest.already", "Lucie HÉNIN", "1").code())));
		this.cast.forget();
		assertThat(Pdf.words(pdf(whole, this.claire))).doesNotContain("2 séances, 9 h")
			.containsSubsequence("1 séance, 6 h", "1 séance, 3 h", "1 séance, 3 h");
	}

	/** A mandate that ended takes no presence away. */
	@Test
	void whoWasOnceExpectedKeepsTheirAttestation() {
		signed();
		countersign();
		this.cast.itIs(DAY.plusDays(20).atTime(9, 0));
		String own = "/mon-compte/attestations.pdf";
		assertThat(this.pages.get(own, this.hugo)).as("he was not there").hasStatus(422);
		assertThat(this.pages.read("/mon-compte/mes-donnees", this.hugo).select("a[href$=attestations.pdf]")).isEmpty();
		Impersonation.as(this.claire, () -> this.mandating.end(this.parcours.getId(), this.mandate.getId(),
				this.mandates.findById(this.mandate.getId()).orElseThrow().getVersion(), DAY.plusDays(10)));
		this.cast.forget();
		String parcours = "/parcours/" + this.parcours.getSlug();
		assertThat(this.pages.get(parcours + "/attestations.pdf", this.nora)).as("no seat any more").hasStatus(404);
		for (String address : List.of(this.day + "/attestations.pdf", parcours + "/attestations.pdf")) {
			assertThat(Pdf.words(pdf(address + "?personne=" + this.nora.getId(), this.claire)))
				.contains("Nora Leclercq", "Recyclerie du Canal", "1 séance, 3 h de présence")
				.doesNotContain("Inès");
		}
		assertThat(this.pages.read(this.day, this.claire).select("a[href*=personne]").eachText())
			.contains("Nora Leclercq");
		for (String page : List.of("/", "/mon-compte/mes-donnees")) {
			assertThat(this.pages.read(page, this.nora).select("a[href='" + own + "']")).as(page).hasSize(1);
		}
		byte[] file = pdf(own, this.nora);
		assertThat(Pdf.words(file)).contains("Nora Leclercq", "Sources", "1 séance, 3 h de présence")
			.doesNotContain("Inès", "Lucie");
		assertThat(Pdf.faults(file)).isEmpty();
	}

	private String room() {
		MvcTestResult opened = this.pages.post(this.day + "/salle", this.claire);
		assertThat(opened).hasStatus3xxRedirection();
		String address = this.pages.read(this.day + "/salle", this.claire).select(".hash").text();
		return address.substring(address.indexOf("/salle/"));
	}

	/** Given in the funder's page, refused beside its field, shown on what is printed. */
	@Test
	void aLogoIsShownOnDocuments() throws IOException {
		String address = "/financeurs/" + this.region.getSlug() + "/logo";
		assertThat(this.pages.read("/financeurs/" + this.region.getSlug(), this.claire).select("a[href$=/logo]"))
			.hasSize(1);
		assertThat(Pdf.pictures(pdf(this.day + "/feuille.pdf", this.claire))).isZero();
		MvcTestResult none = this.pages.upload(address, this.claire, "file", "logo.png", new byte[0]);
		assertThat(none).hasStatus(422);
		MvcTestResult odd = this.pages.upload(address, this.claire, "file", "../logo.png",
				"<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
		assertThat(odd).hasStatus(422);
		assertThat(Pages.document(odd).select(".error").text()).contains("n’est pas une image");
		assertThat(this.pages.get(address + ".png", this.claire)).hasStatus(404);
		ByteArrayOutputStream logo = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(60, 160, BufferedImage.TYPE_INT_RGB), "jpeg", logo);
		assertThat(this.pages.upload(address, this.claire, "file", "Logo.JPG", logo.toByteArray()))
			.hasStatus3xxRedirection();
		assertThat(this.pages.get(address + ".png", this.claire)).hasStatusOk()
			.headers()
			.hasValue("X-Content-Type-Options", "nosniff")
			.hasHeaderSatisfying("Content-Disposition", (said) -> assertThat(said.getFirst()).startsWith("attachment"))
			.hasHeaderSatisfying("Content-Security-Policy", (said) -> assertThat(said.toString()).contains("sandbox"));
		byte[] file = pdf(this.day + "/feuille.pdf", this.claire);
		assertThat(Pdf.pictures(file)).isOne();
		ByteArrayOutputStream network = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(200, 90, BufferedImage.TYPE_INT_RGB), "png", network);
		this.network.give(network.toByteArray(), "reseau.png");
		signed();
		countersign();
		for (String document : List.of("/feuille.pdf", "/emargement.pdf", "/attestations.pdf")) {
			byte[] both = pdf(this.day + document, this.claire);
			assertThat(Pdf.alternatives(both)).as(document).containsSubsequence("Faire avec", "Région Fictive");
			assertThat(Pdf.faults(both)).as(document).isEmpty();
		}
		assertThat(this.pages.post(address + "/retrait", this.claire)).hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(this.pages.get(address + ".png", this.claire)).hasStatus(404);
	}

	@Test
	void aMeetingHasItsOwnSheet() {
		IndividualMeeting meeting = this.meetings.ofEnrolment(this.recyclerie.getId()).getFirst();
		String address = "/parcours/" + this.parcours.getSlug() + "/rendez-vous/" + meeting.getId();
		assertThat(this.pages.get(address + "/feuille.pdf", this.claire)).hasStatus(422);
		this.meetingKeeping.schedule(this.parcours.getId(), meeting.getId(), meeting.getVersion(), this.claire.getId(),
				new TimeSlot(DAY.atTime(14, 0), DAY.atTime(15, 0)), Mode.PRESENTIEL, "À la Recyclerie");
		this.cast.forget();
		byte[] file = pdf(address + "/feuille.pdf", this.ines);
		assertThat(Pdf.faults(file)).isEmpty();
		assertThat(Pdf.words(file))
			.contains("Rendez-vous individuel", "Recyclerie du Canal", "À la Recyclerie", "14 h", "RF-2026-041",
					"À signer pendant le rendez-vous")
			.containsSubsequence("Inès Carpentier", "Nora Leclercq", "Claire Vasseur");
		assertThat(this.pages.get(address + "/feuille.pdf", this.hugo)).hasStatus(404);
		assertThat(this.pages.read(address, this.ines).select("a[href$=feuille.pdf]")).hasSize(1);
		this.cast.itIs(DAY.atTime(15, 0));
		this.meetingKeeping.hold(this.parcours.getId(), meeting.getId(),
				this.meetings.findById(meeting.getId()).orElseThrow().getVersion(), List.of(this.ines.getId()), 50);
		this.cast.forget();
		assertThat(Pdf.words(pdf(address + "/feuille.pdf", this.claire)))
			.containsSubsequence("50 minutes", "Inès Carpentier", "Présence", "Nora Leclercq", "Absence")
			.doesNotContain("À signer");
	}

	/** Nobody in particular; what is no file of ours says nothing more. */
	@Test
	void anybodyMayAskAboutAFileButNotWithoutEnd() {
		assertThat(this.mvc.get().uri("/verification").exchange()).hasStatusOk();
		MvcTestResult none = ask(new byte[0]);
		assertThat(none).hasStatus(422);
		assertThat(Pages.document(none).select(".error").text()).contains("Choisissez le fichier");
		for (int i = 0; i < 60; i++) {
			assertThat(ask(new byte[] { (byte) i })).hasStatusOk();
		}
		assertThat(ask(new byte[] { 1 })).hasStatus(429);
	}

	private void signed() {
		this.cast.itIs(DAY.atTime(14, 0));
		Impersonation.as(this.claire, () -> {
			UUID id = this.parcours.getId();
			for (UUID half : this.halves) {
				this.attendance.record(id, half, this.ines.getId(), AttendanceStatus.PRESENT, AttendanceMethod.PAPER,
						null);
			}
			this.attendance.record(id, this.halves.getFirst(), this.nora.getId(), AttendanceStatus.PRESENT,
					AttendanceMethod.BY_FACILITATOR, null);
			this.attendance.record(id, this.halves.getFirst(), this.hugo.getId(), AttendanceStatus.EXCUSED,
					AttendanceMethod.BY_FACILITATOR, null);
			this.guests.add(id, 1, new Guest("Lucie Hénin", "Université", null, null));
		});
		this.cast.forget();
	}

	private void countersign() {
		this.cast.itIs(DAY.atTime(17, 0));
		Impersonation.as(this.claire,
				() -> this.halves.forEach((half) -> this.attendance.countersign(this.parcours.getId(), half)));
		this.cast.forget();
	}

	private void correct() {
		this.cast.itIs(LocalDateTime.of(DAY, DAY.atTime(18, 0).toLocalTime()));
		Impersonation.as(this.claire, () -> this.attendance.record(this.parcours.getId(), this.halves.getLast(),
				this.hugo.getId(), AttendanceStatus.PRESENT, AttendanceMethod.PAPER, "Arrivé à 14 h"));
		this.cast.forget();
	}

	/** What the database says, in the order a register is read. */
	private List<String> written() {
		List<String> read = new ArrayList<>(WrittenRegister.of(this.jdbc, this.parcours.getId()));
		read.addAll(List.of("Lucie Hénin", "feuille fermée par Claire Vasseur", "feuille fermée par Claire Vasseur"));
		return read;
	}

	private int issued() {
		return this.jdbc.sql("SELECT count(*) FROM issued_file").query(Integer.class).single();
	}

	private byte[] pdf(String address, Person person) {
		MvcTestResult answer = this.pages.get(address, person);
		assertThat(answer).hasStatusOk()
			.headers()
			.hasHeaderSatisfying("Content-Type", (said) -> assertThat(said.getFirst()).startsWith("application/pdf"))
			.hasHeaderSatisfying("Content-Disposition", (said) -> assertThat(said.getFirst()).startsWith("attachment"));
		return answer.getResponse().getContentAsByteArray();
	}

	private String asked(byte[] file) {
		MvcTestResult answer = ask(file);
		assertThat(answer).hasStatusOk();
		return Pages.document(answer).select("main").text();
	}

	private MvcTestResult ask(byte[] file) {
		return this.mvc.post()
			.uri(URI.create("/verification"))
			.multipart()
			.file(new MockMultipartFile("file", "emargement.pdf", "application/pdf", file))
			.with(csrf())
			.exchange();
	}

}
