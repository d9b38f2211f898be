package fr.faireavec.attendance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import fr.faireavec.accounts.Person;
import fr.faireavec.documents.QrReading;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Browser;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Finger;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Paper;
import fr.faireavec.testing.Pdf;
import fr.faireavec.testing.RegisterScreen;
import fr.faireavec.testing.WrittenRegister;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One day of a parcours from its printed sheet to its proof, each on their own screen:
 * twenty-six expected, the tablet, the phones, a device without network, a guest, paper.
 * What is written here is committed, hence the database of {@code TwoAtOnceTests}.
 */
@IntegrationTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "faireavec.tests=two-at-once")
class SignedDayJourney {

	private static final LocalDate DAY = LocalDate.of(2026, 10, 8);

	private static final int EXPECTED = 26;

	/**
	 * Of the twenty-six: the tablet's, then the phones', then those noted without
	 * network.
	 */
	private static final int TABLET = 6;

	private static final int PHONES = 12;

	private static final int WIDE = 1280;

	private static final float DOTS_AN_INCH = 150;

	@LocalServerPort
	private int port;

	@Autowired
	private Cast cast;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private final List<String> names = new ArrayList<>();

	private Browser browser;

	private String round;

	@SuppressWarnings("NullAway.Init")
	private String email;

	private UUID parcoursId;

	private String day;

	@SuppressWarnings("NullAway.Init")
	private Page claire;

	@BeforeEach
	void aDay() {
		this.browser = Browser.open();
		this.round = "J" + UUID.randomUUID().toString().replaceAll("[^a-z]", "").concat("fable").substring(0, 5);
		itIs(DAY.minusDays(7).atTime(10, 0));
		Parcours parcours = Objects.requireNonNull(this.transaction.execute((status) -> {
			Person person = this.cast.facilitator("Claire", this.round);
			this.email = Objects.requireNonNull(person.getEmail());
			Parcours made = this.cast.parcours("Parcours " + this.round, DAY.minusDays(7), person);
			for (int i = 0; i < EXPECTED; i++) {
				String letter = String.valueOf((char) ('A' + i));
				this.cast.pilot(this.cast.enrol(made, this.cast.structure(letter + "telier " + this.round)),
						this.cast.person(letter + "ël", this.round), DAY.minusDays(7));
				this.names.add(letter + "ël " + this.round);
			}
			this.cast.flush();
			return made;
		}));
		this.parcoursId = parcours.getId();
		this.scheduling.schedule(parcours.getId(), 1, 0,
				new SessionPlan(
						List.of(new TimeSlot(DAY.atTime(9, 30), DAY.atTime(12, 30)),
								new TimeSlot(DAY.atTime(13, 30), DAY.atTime(16, 30))),
						Mode.PRESENTIEL, "Val-des-Sources", "", ""));
		this.day = "/parcours/" + parcours.getSlug() + "/seances/1";
	}

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void fromThePrintedSheetToItsProof() throws IOException {
		this.claire = this.browser.window(WIDE, ColorScheme.LIGHT, true);
		signIn(this.claire);
		byte[] sheet = file("/feuille.pdf");
		itIs(DAY.atTime(9, 20));
		String room = openRoom();
		theTabletGoesRound();
		thePhonesSign(room);
		withoutNetwork();
		aGuestStandsForAStructure(room);
		theAfternoon();
		theSheetComesBack(sheet);
		countersign();
		correct();
		byte[] register = file("/emargement.pdf");
		readAsWritten(register);
		attested();
		verified(register);
	}

	private String openRoom() throws IOException {
		open(this.claire, this.day + "/salle");
		submit(this.claire, "Ouvrir la salle");
		byte[] picture = this.claire.locator(".door-code").screenshot();
		QrReading code = QrReading.in(ImageIO.read(new ByteArrayInputStream(picture)), (text) -> true).orElseThrow();
		return code.text().substring(code.text().indexOf("/salle/"));
	}

	/** Six sign on it; it is turned in the middle of the second signature. */
	private void theTabletGoesRound() {
		Page tablet = this.browser.window(820, ColorScheme.LIGHT, true);
		signIn(tablet);
		open(tablet, this.day + "/salle");
		submit(tablet, "Faire passer");
		for (int i = 0; i < TABLET; i++) {
			Finger.choose(tablet, this.names.get(i));
			Finger.draw(tablet, 0);
			if (i == 1) {
				tablet.setViewportSize(1180, 820);
				Finger.draw(tablet, 60);
				assertThat(tablet.locator("[name=strokes]").inputValue().split(";")).as("both strokes").hasSize(2);
			}
			submit(tablet, "Je signe");
			Finger.await(tablet, "Qui êtes-vous");
		}
		tablet.context().close();
		assertThat(signatures()).isEqualTo(TABLET);
	}

	/** Six by the square of the room; one presses twice, one has a wrong code first. */
	private void thePhonesSign(String room) {
		for (int i = TABLET; i < PHONES; i++) {
			Page phone = this.browser.window(390, ColorScheme.DARK, true);
			if (i == TABLET) {
				assertThat(phone.navigate(url(room.substring(0, room.length() - 1) + "~")).status()).isEqualTo(404);
				assertThat(phone.locator("h1").innerText()).contains("ne mène nulle part");
			}
			open(phone, room);
			Finger.choose(phone, this.names.get(i));
			Finger.draw(phone, 0);
			if (i == TABLET + 1) {
				phone.locator("button[type=submit]").dblclick();
			}
			else {
				submit(phone, "Je signe");
			}
			Finger.await(phone, "C’est signé");
			phone.context().close();
		}
		assertThat(signatures()).isEqualTo(PHONES);
	}

	/** Five minutes; its tab is killed meanwhile, and opens again without network. */
	private void withoutNetwork() {
		Page device = this.browser.window(820, ColorScheme.LIGHT, true);
		signIn(device);
		open(device, this.day + "/emargement");
		new RegisterScreen(device).isKept();
		device.context().setOffline(true);
		new RegisterScreen(device).press(this.names.get(PHONES), "Présence");
		new RegisterScreen(device).press(this.names.get(PHONES + 1), "Absence excusée");
		new RegisterScreen(device).waits(2);
		device.close();
		itIs(DAY.atTime(9, 25));
		Page again = device.context().newPage();
		again.navigate(url(this.day + "/emargement"));
		RegisterScreen reopened = new RegisterScreen(again);
		reopened.waits(2);
		assertThat(status(PHONES)).as("not yet").isEmpty();
		again.context().setOffline(false);
		reopened.nothingWaits();
		assertThat(status(PHONES)).containsExactly("PRESENT");
		assertThat(status(PHONES + 1)).containsExactly("EXCUSED");
		again.context().close();
	}

	private void aGuestStandsForAStructure(String room) {
		Page phone = this.browser.window(390, ColorScheme.LIGHT, true);
		open(phone, room + "/inconnu");
		phone.fill("#name", "Odile Martin");
		phone.fill("#organisation", "Ville");
		phone.selectOption("#represents", new SelectOption().setLabel(structure(PHONES + 1)));
		Finger.draw(phone, 0);
		submit(phone, "Je signe");
		Finger.await(phone, "C’est signé");
		phone.context().close();
		assertThat(signatures()).isEqualTo(PHONES + 1);
	}

	/** Everybody is noted; the first leaves at 15 h. */
	private void theAfternoon() {
		itIs(DAY.atTime(15, 5));
		open(this.claire, this.day + "/emargement?demi-journee=2");
		this.claire.locator("form[action$='/tous'] button").click();
		this.claire.locator("[data-count]", new Page.LocatorOptions().setHasText(Pattern.compile("^26.présences")))
			.waitFor();
		Locator line = new RegisterScreen(this.claire).line(this.names.getFirst());
		line.locator("a.hours").click();
		this.claire.fill("[name=leftAt]", "15:00");
		submit(this.claire, "Enregistrer les heures");
		line.locator("small.tag.sun").waitFor();
		assertThat(plain(line.innerText())).contains("jusqu’à 15 h");
	}

	/** The printed sheet, photographed, its second page first. */
	private void theSheetComesBack(byte[] sheet) throws IOException {
		try (PDDocument document = Loader.loadPDF(sheet)) {
			assertThat(document.getNumberOfPages()).isEqualTo(2);
			FilePayload[] swapped = new FilePayload[2];
			for (int page = 0; page < 2; page++) {
				BufferedImage photo = new PDFRenderer(document).renderImageWithDPI(page, DOTS_AN_INCH);
				swapped[1 - page] = new FilePayload("photo-" + page + ".jpg", "image/jpeg",
						Paper.jpeg(Paper.turned(photo, 3)));
			}
			open(this.claire, this.day + "/emargement/feuilles");
			this.claire.locator("input[type=file]").first().setInputFiles(swapped);
		}
		this.claire.locator("main form[enctype] button[type=submit]").click();
		this.claire.locator(".paper").nth(1).waitFor();
		assertThat(this.claire.locator(".paper strong").allInnerTexts()).map(SignedDayJourney::plain)
			.containsExactly("Page 1 sur 2", "Page 2 sur 2");
	}

	private void countersign() {
		itIs(DAY.atTime(16, 45));
		for (int half = 1; half <= 2; half++) {
			open(this.claire, this.day + "/emargement?demi-journee=" + half);
			this.claire.locator("summary", new Page.LocatorOptions().setHasText("Fermer la feuille")).click();
			this.claire.locator("form[action$='/contreseing'] button").click();
			this.claire.locator("p.flash", new Page.LocatorOptions().setHasText("16")).first().waitFor();
		}
	}

	/** Whoever was forgotten in the morning had signed on paper. */
	private void correct() {
		itIs(DAY.atTime(17, 30));
		open(this.claire, this.day + "/emargement?demi-journee=1");
		assertThat(status(PHONES + 2)).containsExactly("ABSENT", "PRESENT");
		Locator line = new RegisterScreen(this.claire).line(this.names.get(PHONES + 2));
		line.locator("summary").click();
		press(line, "Présence");
		assertThat(line.locator("[name=reason]").evaluate("(field) => field.validity.valueMissing")).isEqualTo(true);
		assertThat(status(PHONES + 2)).as("not without a reason").containsExactly("ABSENT", "PRESENT");
		line.locator("[name=reason]").fill("A signé la feuille de papier");
		press(line, "Présence");
		line.locator("small", new Locator.LocatorOptions().setHasText(Pattern.compile("17.h.30"))).first().waitFor();
		assertThat(status(PHONES + 2)).containsExactly("PRESENT", "PRESENT");
	}

	/** The text of the file, in reading order, says what the database says. */
	private void readAsWritten(byte[] register) {
		assertThat(Pdf.faults(register)).isEmpty();
		List<String> read = new ArrayList<>(List.of("Registre d’émargement"));
		read.addAll(WrittenRegister.of(this.jdbc, this.parcoursId));
		read.addAll(List.of("Ville", "Odile Martin", structure(PHONES + 1), "feuille fermée par Claire " + this.round,
				"feuille fermée par Claire " + this.round, "Empreinte du registre"));
		assertThat(read).hasSizeGreaterThan(EXPECTED * 4);
		assertThat(Pdf.words(register)).containsSubsequence(read)
			.contains("14 présences sur 26", "26 présences sur 26", "corrigé le 8 octobre 2026")
			.doesNotContain("encore ouverte");
		assertThat(Pdf.alternatives(register)).filteredOn((said) -> said.startsWith("Signature : "))
			.containsExactlyElementsOf(Stream.concat(this.names.subList(0, PHONES).stream(), Stream.of("Odile Martin"))
				.map((name) -> "Signature : " + name)
				.toList());
	}

	private void attested() {
		open(this.claire, this.day);
		this.claire.locator("summary", new Page.LocatorOptions().setHasText("Une seule personne")).click();
		assertThat(attestation(this.names.getFirst())).containsSubsequence(this.names.getFirst(),
				"1 séance, 4,5 h de présence", "9 h 30 → 12 h 30", "13 h 30 → 15 h");
		assertThat(attestation("Odile Martin")).containsSubsequence("Odile Martin", structure(PHONES + 1),
				"1 séance, 3 h de présence", "9 h 30 → 12 h 30");
	}

	private String attestation(String name) {
		String own = this.claire.locator("a[href*=personne]", new Page.LocatorOptions().setHasText(name))
			.getAttribute("href");
		return Pdf.words(fetched(own));
	}

	/** Anybody may ask, without signing in; one byte is enough. */
	private void verified(byte[] register) {
		Page anybody = this.browser.window(390, ColorScheme.LIGHT, true);
		assertThat(verify(anybody, register)).contains("Émis le 8 octobre 2026", "intact.");
		byte[] other = register.clone();
		other[other.length / 2] ^= 1;
		assertThat(verify(anybody, other)).contains("n’a pas été émis ici").doesNotContain("Émis le");
	}

	private String verify(Page page, byte[] file) {
		open(page, "/verification");
		page.setInputFiles("input[type=file]", new FilePayload("emargement.pdf", "application/pdf", file));
		submit(page, "Vérifier");
		page.locator("main [role=status]").waitFor();
		return plain(page.locator("main").innerText());
	}

	private byte[] file(String of) {
		return fetched(this.day + of);
	}

	private byte[] fetched(String address) {
		var answer = this.claire.request().get(url(address));
		assertThat(answer.status()).as(address).isEqualTo(200);
		return answer.body();
	}

	private static void press(Locator line, String answer) {
		line.locator("details[open] .choices button")
			.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + answer + "\\s*$")))
			.click();
	}

	private String structure(int at) {
		return (char) ('A' + at) + "telier " + this.round;
	}

	/** What is noted of somebody so far, half-day by half-day. */
	private List<String> status(int at) {
		return this.jdbc.sql("""
				SELECT a.status FROM attendance a JOIN half_day h ON h.id = a.half_day_id
				WHERE a.person_name = :name ORDER BY h.starts_at""")
			.param("name", this.names.get(at))
			.query((row, n) -> Objects.requireNonNull(row.getString(1)))
			.list();
	}

	private int signatures() {
		return this.jdbc.sql("""
				SELECT count(*) FROM signature s JOIN half_day h ON h.id = s.half_day_id
				  JOIN collective_session c ON c.id = h.session_id WHERE c.parcours_id = :parcours""")
			.param("parcours", this.parcoursId)
			.query(Integer.class)
			.single();
	}

	private void signIn(Page page) {
		page.navigate(url("/connexion"));
		Browser.comeIn(page, this.email, Cast.PASSWORD);
	}

	private static void submit(Page page, String button) {
		page.locator("main button[type=submit]", new Page.LocatorOptions().setHasText(button)).first().click();
	}

	private void open(Page page, String address) {
		assertThat(page.navigate(url(address)).status()).as(address).isEqualTo(200);
	}

	private static String plain(String text) {
		return text.replaceAll("[\\s\u00a0\u202f]+", " ");
	}

	private String url(String address) {
		return "http://localhost:" + this.port + address;
	}

	private void itIs(LocalDateTime moment) {
		this.cast.itIs(moment);
	}

}
