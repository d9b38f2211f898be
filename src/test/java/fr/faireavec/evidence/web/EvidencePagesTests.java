package fr.faireavec.evidence.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.imageio.ImageIO;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.evidence.EvidenceKeeping;
import fr.faireavec.evidence.GivenFiles;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.kernel.EvidenceExpiry;
import fr.faireavec.kernel.Expiry.Terms;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Paper;
import fr.faireavec.testing.Pdf;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Inès shows what she tried to the cohort, in which Hugo is; Claire runs the parcours.
 */
@IntegrationTest
class EvidencePagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	/**
	 * As a camera writes where it was, in letters: what a search of the file would find.
	 */
	private static final String GPS = "GPS 50.6292 N 3.0573 E";

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private GivenFiles given;

	@Autowired
	private EvidenceKeeping keeping;

	@Autowired
	private List<EvidenceExpiry> expiries;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person ines;

	private Person hugo;

	private Parcours parcours;

	private UUID action;

	private String pieces;

	@BeforeEach
	void anActionThatIsShared() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		Enrolment recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(recyclerie, this.ines, START);
		this.cast.pilot(this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop")), this.hugo, START);
		this.cast.flush();
		this.action = Impersonation.giving(this.ines,
				() -> this.logging
					.log(Ids.next(), this.parcours.getId(), recyclerie.getId(), ActionDraft.titled("Un atelier"))
					.getId());
		this.cast.flush();
		this.jdbc.sql("UPDATE logged_action SET shared_cohort = true").update();
		this.cast.forget();
		this.pieces = "/parcours/" + this.parcours.getSlug() + "/journal/" + this.action + "/pieces";
	}

	/** Neither the place, nor anything else its file said of itself. */
	@Test
	void aPhotoComesOutWithoutWhereItWasTaken() throws IOException {
		byte[] taken = withGps(photo(1200, 800));
		assertThat(letters(taken)).contains("Exif", GPS);
		assertThat(give("NOBODY", file("IMG_1.JPG", taken))).hasStatus3xxRedirection()
			.redirectedUrl()
			.isEqualTo(this.pieces);
		String one = this.pieces + "/" + ids().getFirst();
		for (String which : List.of("/fichier", "/vignette.jpg")) {
			MvcTestResult answer = this.pages.get(one + which, this.hugo);
			assertThat(answer).hasStatusOk()
				.headers()
				.hasValue("X-Content-Type-Options", "nosniff")
				.hasHeaderSatisfying("Content-Security-Policy",
						(said) -> assertThat(said.toString()).contains("sandbox"));
			byte[] shown = answer.getResponse().getContentAsByteArray();
			assertThat(letters(shown)).doesNotContain("Exif", "GPS", "50.6292");
			// It was held upright, as the camera said: the picture itself is turned.
			BufferedImage read = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(shown)));
			assertThat(read.getHeight()).isGreaterThan(read.getWidth());
			assertThat(Math.max(read.getWidth(), read.getHeight())).isEqualTo(which.equals("/fichier") ? 1200 : 480);
		}
		assertThat(
				letters(this.jdbc.sql("SELECT string_agg(content, '') FROM stored_file").query(byte[].class).single()))
			.doesNotContain(GPS);
	}

	/** What is refused of one takes nothing from the others, and says what to do. */
	@Test
	void eachFileIsLookedAtByItself() {
		byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
		MvcTestResult answer = give("NOBODY", file("../../bon.jpg", photo(90, 60)), file("IMG_2.HEIC", heic),
				file("IMG_3.jpg", heic), file("page.jpg", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
				file("archive.pdf", "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8)),
				file("dessin.svg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)),
				file("photo.png", photo(90, 60, 7)), file("coupee.jpg", Arrays.copyOf(photo(90, 60), 60)),
				file("faux.jpg", Paper.pdf(photo(900, 900))));
		assertThat(answer).hasStatus(422);
		assertThat(Pages.document(answer).select(".error p").eachText()).hasSize(8)
			.anySatisfy((said) -> assertThat(said).contains("IMG_2.HEIC", "HEIC", "Photothèque"))
			.anySatisfy((said) -> assertThat(said).contains("IMG_3.jpg", "Photothèque"))
			.anySatisfy((said) -> assertThat(said).contains("page.jpg", "pas une image"));
		assertThat(Pages.document(answer).select(".flash").text()).contains("Les autres fichiers ont été gardés");
		assertThat(ids()).hasSize(1);
		MvcTestResult unsaid = give("", file("b.jpg", photo(91, 60)));
		assertThat(unsaid).hasStatus(422);
		assertThat(Pages.document(unsaid).select("#recognisable-error").text()).isNotEmpty();
		assertThat(ids()).hasSize(1);
		assertThat(give("NOBODY", file("bon.jpg", photo(90, 60)))).hasStatus3xxRedirection();
		assertThat(ids()).as("the same again").hasSize(1);
		String accept = this.pages.read(this.pieces, this.ines).select("#file").attr("accept");
		assertThat(accept).contains("image/jpeg", "image/png").doesNotContain("heic", "image/*");
	}

	@Test
	void anActionHasFivePieces() {
		MockMultipartFile[] six = new MockMultipartFile[6];
		for (int i = 0; i < 6; i++) {
			six[i] = file(i + ".jpg", photo(50 + i, 40));
		}
		MvcTestResult answer = give("NOBODY", six);
		assertThat(answer).hasStatus(422);
		assertThat(Pages.document(answer).select(".error").text()).contains("5.jpg", "cinq pièces au plus");
		assertThat(ids()).hasSize(5);
		Document full = this.pages.read(this.pieces, this.ines);
		assertThat(full.select("form[enctype]")).isEmpty();
		assertThat(this.pages.post(this.pieces + "/lien", this.ines, "address", "https://gazette.example.org/une"))
			.hasStatus(422);
		assertThat(this.pages.post(this.pieces + "/" + ids().getFirst() + "/retrait", this.ines))
			.hasStatus3xxRedirection();
		assertThat(this.pages.post(this.pieces + "/lien", this.ines, "address", "HTTPS://gazette.example.org/une?a=1",
				"label", "La gazette"))
			.hasStatus3xxRedirection();
		assertThat(ids()).hasSize(5);
		Document shared = this.pages.read(this.pieces.replace("/pieces", ""), this.hugo);
		assertThat(shared.select("a[href^=https]").attr("href")).isEqualTo("https://gazette.example.org/une?a=1");
		assertThat(shared.select(".papers-grid img")).hasSize(4);
		for (String odd : List.of("javascript:alert(1)", "gazette", "https://", "ftp://a.example.org",
				"https://a:b@c.fr", "https://a b")) {
			assertThat(this.pages.post(this.pieces + "/lien", this.ines, "address", odd)).as(odd).hasStatus(422);
		}
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("UPDATE evidence_piece SET place = place + 1").update());
	}

	@Test
	void aDocumentIsHandedOnAndNeverOpened() {
		byte[] document = Paper.pdf(photo(900, 900));
		assertThat(give("NOBODY", file("affiche.pdf", document))).hasStatus3xxRedirection();
		String one = this.pieces + "/" + ids().getFirst();
		MvcTestResult answer = this.pages.get(one + "/fichier", this.hugo);
		assertThat(answer).hasStatusOk()
			.headers()
			.hasHeaderSatisfying("Content-Disposition",
					(said) -> assertThat(said.toString()).contains("attachment", "document.pdf"))
			.hasHeaderSatisfying("Content-Security-Policy", (said) -> assertThat(said.toString()).contains("sandbox"));
		assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(document);
		assertThat(this.pages.get(one + "/vignette.jpg", this.hugo)).hasStatus(404);
		assertThat(this.pages.get(one, this.hugo)).hasStatus(404);
		assertThat(this.pages.read(this.pieces.replace("/pieces", ""), this.hugo).select(".paper a").text())
			.isEqualTo("affiche.pdf");
	}

	/**
	 * By a link: nobody of the cohort before the yes, everybody after it, nobody after
	 * the no.
	 */
	@Test
	void whoeverIsRecognisedDecidesByALink() {
		String one = somebody();
		seenBy(this.hugo, one, false);
		seenBy(this.claire, one, true);
		String link = link(ask(one, "Nadia B.", "2027-03-31"));
		Document asked = Pages.document(visit(link));
		assertThat(asked.select("main").text()).contains("Recyclerie du Canal", "Un atelier", "Nadia B.",
				"Montrer l’action aux autres structures du parcours", "31 mars 2027");
		assertThat(this.mvc.get().uri(URI.create(link + "/fichier")).exchange()).hasStatusOk();
		MvcTestResult unsigned = answer(link, "answer", "YES");
		assertThat(unsigned).hasStatus(422);
		assertThat(Pages.document(unsigned).select("#by-error").text()).contains("votre prénom");
		seenBy(this.hugo, one, false);
		assertThat(answer(link, "answer", "YES", "by", "Nadia Benali")).hasStatus3xxRedirection();
		seenBy(this.hugo, one, true);
		assertThat(this.pages.read(this.pieces.replace("/pieces", ""), this.hugo).select(".papers-grid").text())
			.contains("Photo de Nadia");
		assertThat(answer(link, "answer", "NO")).hasStatus3xxRedirection();
		seenBy(this.hugo, one, false);
		assertThat(this.pages.read(one, this.ines).select(".tag").text()).contains("Accord retiré");
		assertThat(answer(link, "answer", "YES", "by", "Nadia Benali")).hasStatus3xxRedirection();
		seenBy(this.hugo, one, true);
		this.cast.itIs(LocalDate.of(2027, 3, 31).atTime(22, 0));
		seenBy(this.hugo, one, true);
		this.cast.itIs(LocalDate.of(2027, 4, 1).atTime(0, 1));
		seenBy(this.hugo, one, false);
		assertThat(visit(link)).hasStatus(404);
		assertThat(this.pages.get(one, this.ines)).hasStatusOk();
	}

	/**
	 * On paper: what was printed, signed and photographed counts, until it is taken back.
	 */
	@Test
	void whoeverIsRecognisedDecidesOnPaper() {
		String one = somebody();
		String consent = ask(one, "Nadia B.", "2028-01-01");
		byte[] form = this.pages.get(consent + "/formulaire.pdf", this.ines).getResponse().getContentAsByteArray();
		assertThat(Pdf.archivalFaults(form)).isEmpty();
		assertThat(Pdf.text(form)).contains("Autorisation de montrer une image", "Nadia B.", "Signature",
				"1er janvier 2028");
		assertThat(this.pages.upload(consent, this.ines, "file", "accord.jpg",
				"pas une image".getBytes(StandardCharsets.UTF_8)))
			.hasStatus(422);
		assertThat(this.pages.upload(consent, this.ines, "file", "accord.pdf",
				Paper.pdf(photo(900, 1200), photo(900, 1201))))
			.hasStatus(422);
		seenBy(this.hugo, one, false);
		assertThat(this.pages.upload(consent, this.ines, "file", "accord.jpg", withGps(photo(1000, 1400))))
			.hasStatus3xxRedirection();
		seenBy(this.hugo, one, true);
		assertThat(letters(this.pages.get(consent + "/papier.jpg", this.claire).getResponse().getContentAsByteArray()))
			.doesNotContain("GPS");
		assertThat(this.pages.get(consent + "/papier.jpg", this.hugo)).hasStatus(404);
		assertThat(this.pages.post(consent + "/retrait", this.ines)).hasStatus3xxRedirection();
		seenBy(this.hugo, one, false);
		int files = files();
		assertThat(this.pages.post(one + "/retrait", this.ines)).hasStatus3xxRedirection();
		assertThat(files()).as("photo, small photo and paper").isEqualTo(files - 3);
		assertThat(this.jdbc.sql("SELECT count(*) FROM evidence_authorisation").query(Integer.class).single()).isZero();
	}

	/** Each who can be recognised, for that use: one is not enough for two. */
	@Test
	void eachPersonAgreesForThemselves() {
		String one = somebody();
		String nadia = link(ask(one, "Nadia B.", "2028-01-01"));
		assertThat(answer(nadia, "answer", "YES", "by", "Nadia Benali")).hasStatus3xxRedirection();
		seenBy(this.hugo, one, true);
		String second = ask(one, "Omar T.", "2028-01-01");
		seenBy(this.hugo, one, false);
		String omar = link(second);
		assertThat(answer(omar, "answer", "NO")).hasStatus3xxRedirection();
		seenBy(this.hugo, one, false);
		assertThat(this.pages.post(second + "/retrait", this.ines)).hasStatus3xxRedirection();
		seenBy(this.hugo, one, false);
		assertThat(this.pages.post(one, this.ines, "version", "0", "recognisable", "NOBODY")).hasStatus(422);
		assertThat(this.pages.post(one + "/autorisation", this.ines, "person", "nadia b.", "purposes", "BILAN", "until",
				"2028-01-01"))
			.hasStatus3xxRedirection();
		assertThat(this.jdbc.sql("SELECT count(*) FROM evidence_authorisation").query(Integer.class).single())
			.isEqualTo(2);
		assertThat(answer(omar, "answer", "YES", "by", "Omar Tazi")).hasStatus3xxRedirection();
		assertThat(answer(nadia, "answer", "YES", "by", "Nadia Benali")).hasStatus3xxRedirection();
		seenBy(this.hugo, one, false);
		this.jdbc.sql("UPDATE evidence_piece SET recognisable = false").update();
		seenBy(this.hugo, one, false);
	}

	/** It is for who represents a minor to answer. */
	@Test
	void aMinorHasSomebodyToAnswerForThem() {
		String one = somebody();
		MvcTestResult alone = this.pages.post(one + "/autorisation", this.ines, "person", "Lou", "minor", "true",
				"purposes", "COHORT", "until", "2027-01-01");
		assertThat(alone).hasStatus(422);
		assertThat(Pages.document(alone).select("#representative-error").text()).contains("qui répond pour elle");
		assertThat(this.pages.post(one + "/autorisation", this.ines, "person", "Lou", "minor", "true", "representative",
				"Sacha Morel", "purposes", "COHORT", "until", "2027-01-01"))
			.hasStatus3xxRedirection();
		String consent = Objects
			.requireNonNull(this.pages.read(one, this.ines).selectFirst("main li a[href*=autorisations]"))
			.attr("href");
		assertThat(Pages.document(visit(link(consent))).text()).contains("Lou a moins de 18 ans : c’est à Sacha Morel");
		byte[] form = this.pages.get(consent + "/formulaire.pdf", this.ines).getResponse().getContentAsByteArray();
		assertThat(Pdf.text(form)).contains("Sacha Morel", "Nom et signature de qui");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("UPDATE evidence_authorisation SET representative = ''").update());
	}

	@Test
	void whatIsAskedHasBounds() {
		String one = somebody();
		for (String odd : List.of("purposes=&until=2027-01-01", "purposes=PUBLIC&until=2027-01-01",
				"purposes=COHORT&supports=SITE&until=2027-01-01", "purposes=COHORT&until=2026-09-30",
				"purposes=COHORT&until=2031-10-02", "purposes=COHORT&until=")) {
			String[] fields = ("person=Nadia&" + odd).split("[=&]", -1);
			assertThat(this.pages.post(one + "/autorisation", this.ines, fields)).as(odd).hasStatus(422);
		}
		String link = link(ask(one, "Nadia", "2031-10-01"));
		assertThat(visit(link)).hasStatusOk().headers().hasValue("X-Robots-Tag", "noindex, nofollow");
		this.cast.itIs(START.plusDays(31).atTime(10, 1));
		assertThat(visit(link)).hasStatus(404);
		assertThat(answer(link, "answer", "YES", "by", "Nadia")).hasStatus(404);
		ask(one, "Nadia", "2031-10-01");
		assertThat(visit(link)).as("asked the same again").hasStatusOk();
		assertThat(visit("/autorisation/" + "a".repeat(43))).hasStatus(404);
	}

	/** What there is to see costs the page of an action nothing more. */
	@Test
	void aPageCostsTheSameWhateverThereIs() {
		String page = this.pieces.replace("/pieces", "");
		int none = this.pages.statements(page, this.ines);
		int shared = this.pages.statements(page, this.hugo);
		for (int i = 0; i < 4; i++) {
			give("NOBODY", file(i + ".jpg", photo(50 + i, 40)));
		}
		somebody();
		this.cast.forget();
		assertThat(this.pages.statements(page, this.ines)).isEqualTo(none).isLessThanOrEqualTo(15);
		assertThat(this.pages.statements(page, this.hugo)).isEqualTo(shared);
		assertThat(this.pages.statements(this.pieces, this.ines)).isLessThanOrEqualTo(15);
	}

	@Test
	void aParcoursHasRoomForSoMuchAndKeepsItForSoLong() {
		give("NOBODY", file("0.jpg", photo(900, 700)));
		this.jdbc.sql("UPDATE evidence_piece SET bytes = 300 * 1024 * 1024 - 10").update();
		Impersonation.as(this.ines,
				() -> assertThatExceptionOfType(Refusal.class)
					.isThrownBy(() -> this.keeping.add(this.parcours.getId(), this.action,
							this.given.read(photo(51, 40), "1.jpg"), "", false))
					.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("evidence.full")));
		Terms terms = new Terms(this.clock.instant(), Period.ofYears(5), Period.ofYears(1), Period.ofYears(1));
		EvidenceExpiry expiry = this.expiries.stream()
			.filter((each) -> "evidence.pieces".equals(each.name()))
			.findFirst()
			.orElseThrow();
		LocalDate over = this.parcours.getEndsOn().plusYears(5);
		assertThat(expiry.due(terms, over.minusDays(1))).isEmpty();
		int files = files();
		assertThat(expiry.forget(terms, this.parcours.getId(), over, 10)).isOne();
		assertThat(files()).isEqualTo(files - 2);
	}

	/** Where photos are given, and nowhere else, forms are larger. */
	@Test
	void onlyPhotosAreLarge() {
		for (String large : List.of(this.pieces, this.pieces + "/x/autorisations/y")) {
			assertThat(new EvidenceUploads().takes(new MockHttpServletRequest("POST", large))).as(large).isTrue();
		}
		for (String small : List.of(this.pieces + "/lien", this.pieces + "/x",
				this.pieces + "/x/autorisations/y/retrait", "/autorisation/x")) {
			assertThat(new EvidenceUploads().takes(new MockHttpServletRequest("POST", small))).as(small).isFalse();
		}
	}

	/** A photo of somebody, not asked yet; its page. */
	private String somebody() {
		MvcTestResult answer = this.mvc.post()
			.uri(URI.create(this.pieces))
			.multipart()
			.file(file("nadia.jpg", photo(1200, 801)))
			.param("recognisable", "SOMEBODY")
			.param("label", "Photo de Nadia")
			.with(this.cast.as(this.ines))
			.with(csrf())
			.exchange();
		this.cast.forget();
		return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
	}

	private String ask(String one, String person, String until) {
		MvcTestResult answer = this.pages.post(one + "/autorisation", this.ines, "person", person, "purposes", "COHORT",
				"until", until);
		assertThat(answer).hasStatus3xxRedirection();
		this.cast.forget();
		return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
	}

	private String link(String consent) {
		return this.pages.read(consent, this.ines).select("#adresse").val().replaceFirst("^https?://[^/]+", "");
	}

	private MvcTestResult visit(String link) {
		this.cast.forget();
		return this.mvc.get().uri(URI.create(link)).exchange();
	}

	private MvcTestResult answer(String link, String... fields) {
		var request = this.mvc.post().uri(URI.create(link)).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		MvcTestResult answer = request.exchange();
		this.cast.forget();
		return answer;
	}

	/** On the page of the action, and by its own address. */
	private void seenBy(Person person, String one, boolean seen) {
		this.cast.forget();
		assertThat(this.pages.get(one + "/fichier", person)).hasStatus(seen ? 200 : 404);
		assertThat(this.pages.get(one + "/vignette.jpg", person)).hasStatus(seen ? 200 : 404);
		assertThat(this.pages.read(this.pieces.replace("/pieces", ""), person)
			.select("img[src*=" + one.substring(one.lastIndexOf('/') + 1) + "]")).hasSize(seen ? 1 : 0);
	}

	private MvcTestResult give(String recognisable, MockMultipartFile... files) {
		var request = this.mvc.post().uri(URI.create(this.pieces)).multipart();
		for (MockMultipartFile file : files) {
			request.file(file);
		}
		MvcTestResult answer = request.param("recognisable", recognisable)
			.with(this.cast.as(this.ines))
			.with(csrf())
			.exchange();
		this.cast.forget();
		return answer;
	}

	private static MockMultipartFile file(String name, byte[] content) {
		return new MockMultipartFile("file", name, "image/jpeg", content);
	}

	private static byte[] photo(int width, int height) {
		return photo(width, height, 0);
	}

	private static byte[] photo(int width, int height, int shade) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = picture.createGraphics();
		pen.setColor(new Color(200, 160 + shade, 90));
		pen.fillRect(0, 0, width, height / 2);
		pen.dispose();
		return Paper.jpeg(picture);
	}

	/** The same as a phone writes it: held upright, and with where it was. */
	private static byte[] withGps(byte[] jpeg) {
		ByteArrayOutputStream exif = new ByteArrayOutputStream();
		exif.writeBytes("Exif\0\0MM\0*\0\0\0\b".getBytes(StandardCharsets.ISO_8859_1));
		exif.writeBytes(new byte[] { 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0 });
		exif.writeBytes(GPS.getBytes(StandardCharsets.US_ASCII));
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(jpeg, 0, 2);
		file.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.size() + 2) });
		file.writeBytes(exif.toByteArray());
		file.write(jpeg, 2, jpeg.length - 2);
		return file.toByteArray();
	}

	private static String letters(byte[] file) {
		return new String(file, StandardCharsets.ISO_8859_1);
	}

	private List<UUID> ids() {
		return this.jdbc.sql("SELECT id FROM evidence_piece ORDER BY place")
			.query((row, n) -> row.getObject("id", UUID.class))
			.list();
	}

	private int files() {
		return this.jdbc.sql("SELECT count(*) FROM stored_file").query(Integer.class).single();
	}

}
