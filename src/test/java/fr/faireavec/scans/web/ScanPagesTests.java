package fr.faireavec.scans.web;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.attendance.AttendanceTaking;
import fr.faireavec.kernel.EvidenceExpiry;
import fr.faireavec.kernel.Expiry.Terms;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.scans.Scanning;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.sheets.PageCode;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Paper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Claire runs « Sources », whose first two days have a date; Hugo pilots there. */
@IntegrationTest
class ScanPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 12, 10);

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private Scanning scanning;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private AttendanceTaking attendance;

	@Autowired
	private List<EvidenceExpiry> expiries;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person hugo;

	private Parcours parcours;

	private String papers;

	@BeforeEach
	void twoDays() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		this.cast.pilot(this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop")), this.hugo, START);
		for (int rank = 1; rank <= 2; rank++) {
			LocalDate day = DAY.plusDays(rank - 1);
			this.scheduling.schedule(this.parcours.getId(), rank, 0,
					new SessionPlan(
							List.of(new TimeSlot(day.atTime(9, 30), day.atTime(12, 30)),
									new TimeSlot(day.atTime(13, 30), day.atTime(16, 30))),
							Mode.PRESENTIEL, "Val-des-Sources", "", ""));
		}
		this.papers = "/parcours/" + this.parcours.getSlug() + "/seances/1/emargement/feuilles";
		this.cast.itIs(DAY.atTime(17, 0));
		this.cast.forget();
	}

	/**
	 * Swapped, upside down, one of another day and one nobody can read: each finds its
	 * place.
	 */
	@Test
	void pagesGoWhereTheirCodesSay() {
		BufferedImage second = Paper.turned(Paper.page(code(1, 2)), 180);
		assertThat(give(second, Paper.page(code(1, 1)), Paper.page(code(2, 1)), Paper.blurred(Paper.page(code(1, 2)))))
			.hasStatus3xxRedirection();
		Document page = this.pages.read(this.papers, this.claire);
		assertThat(page.select("h2 + p + ul .paper strong").eachText()).containsExactly("Page à rattacher");
		assertThat(page.select("h2 + ul .paper strong").eachText()).containsExactly("Page 1 sur 2", "Page 2 sur 2");
		assertThat(page.select("main").text()).contains("Pages : 196");
		Document register = this.pages.read(register("?demi-journee=2&saisie=papier"), this.claire);
		assertThat(register.select(".copying > .papers img")).hasSize(2);
		assertThat(register.select("form[action$=rotation]")).hasSize(2);
		assertThat(this.pages.read(register("?demi-journee=2"), this.claire).select(".copying")).isEmpty();
		String unknown = page.select("h2 + p + ul a").attr("href");
		assertThat(this.pages.post(unknown, this.claire, "rank", "1", "half", "2", "page", "3"))
			.hasStatus3xxRedirection();
		assertThat(this.pages.read(register("?demi-journee=2&saisie=papier"), this.claire).select(".papers img"))
			.hasSize(3);
		assertThat(this.pages.read(register("?demi-journee=1&saisie=papier"), this.claire).select(".papers img"))
			.hasSize(2);
		for (String odd : List.of("rank=9&page=1", "rank=1&page=0", "rank=1&half=3&page=1", "rank=1&page=")) {
			assertThat(this.pages.post(unknown, this.claire, odd.split("[=&]", -1))).as(odd).hasStatus(422);
		}
		String picture = this.papers + "/" + ids().getFirst() + "/image.jpg";
		assertThat(this.pages.get(picture, this.claire)).hasStatusOk()
			.headers()
			.hasValue("X-Content-Type-Options", "nosniff")
			.hasHeaderSatisfying("Content-Security-Policy", (said) -> assertThat(said.toString()).contains("sandbox"));
		assertThat(this.pages.get(picture, this.hugo)).hasStatus(404);
		assertThat(this.pages.get(this.papers, this.hugo)).hasStatus(404);
	}

	/** One twice is one; what is refused takes nothing from the others. */
	@Test
	void eachFileIsTakenByItself() {
		Parcours other = this.cast.parcours("Trois Rivières", START, this.cast.facilitator("Malik", "Dubreuil"));
		Parcours hers = this.cast.parcours("Vallée", START, this.claire);
		byte[] good = Paper.jpeg(Paper.page(code(1, 1)));
		MvcTestResult answer = give(new MockMultipartFile("file", "../../bon.jpg", "image/jpeg", good),
				new MockMultipartFile("file", "autre.jpg", "image/jpeg",
						Paper.jpeg(Paper.page(new PageCode(other.getSlug(), 1, 1, 1)))),
				new MockMultipartFile("file", "la-sienne.jpg", "image/jpeg",
						Paper.jpeg(Paper.page(new PageCode(hers.getSlug(), 1, 1, 1)))),
				new MockMultipartFile("file", "a<b>.jpg", "image/jpeg",
						"<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
				new MockMultipartFile("file", "encore.jpg", "image/jpeg", good));
		assertThat(answer).hasStatus(422);
		assertThat(Pages.document(answer).select(".error").text())
			.contains("autre.jpg", "d’un autre parcours", "la-sienne.jpg", "« Vallée »", "a<b>.jpg", "ni une image")
			.doesNotContain("Trois Rivières", "bon.jpg");
		assertThat(Pages.document(answer).select(".flash").text()).contains("rangées à ce jour : 1", "déjà là : 1");
		assertThat(ids()).hasSize(1);
		assertThat(this.pages.post(this.papers, this.claire)).hasStatus(422);
		assertThat(this.pages.post(this.papers, this.hugo)).hasStatus(404);
	}

	/**
	 * Nothing of a picture is left behind: neither turned, nor removed, nor past its
	 * time.
	 */
	@Test
	void pagesAreTurnedAndGo() {
		give(Paper.page(code(1, 1)), Paper.blurred(Paper.page("x")));
		String one = this.papers + "/" + ids().getFirst();
		int files = files();
		assertThat(this.pages.post(one + "/rotation", this.claire, "quarters", "1", "copied", "2"))
			.hasStatus3xxRedirection()
			.redirectedUrl()
			.endsWith("/emargement?demi-journee=2&saisie=papier");
		assertThat(files()).isEqualTo(files);
		countersign();
		assertThat(give(Paper.page(code(1, 2)))).hasStatus3xxRedirection();
		assertThat(audited("scan.addedLate")).isOne();
		MvcTestResult unsaid = this.pages.post(one + "/retrait", this.claire);
		assertThat(unsaid).hasStatus(422);
		assertThat(Pages.document(unsaid).select(".error").text()).contains("donnez la raison");
		assertThat(this.pages.post(one, this.claire, "rank", "2", "page", "1")).hasStatus(422);
		assertThat(this.pages.post(one + "/retrait", this.claire, "reason", "Photo d’une autre feuille"))
			.hasStatus3xxRedirection();
		assertThat(audited("scan.removed")).isOne();
		assertThat(ids()).hasSize(2);
		Terms terms = new Terms(this.clock.instant(), Period.ofYears(5), Period.ofYears(1), Period.ofYears(1));
		EvidenceExpiry expiry = this.expiries.stream()
			.filter((each) -> "scans.pages".equals(each.name()))
			.findFirst()
			.orElseThrow();
		assertThat(expiry.due(terms, DAY.plusYears(5))).singleElement()
			.satisfies((due) -> assertThat(due.lines()).isEqualTo(2));
		assertThat(expiry.forget(terms, this.parcours.getId(), DAY.plusYears(5), 10)).isEqualTo(2);
		assertThat(files()).as("pictures go with what shows them").isEqualTo(files - 2);
	}

	@Test
	void aParcoursHasRoomForSoManyPages() {
		Impersonation.as(this.claire, () -> {
			this.scanning.keep(this.parcours.getId(), 1, Paper.unread("first"));
			this.jdbc.sql("UPDATE scanned_page SET bytes = 120 * 1024 * 1024 - 100").update();
			assertThatExceptionOfType(Refusal.class)
				.isThrownBy(() -> this.scanning.keep(this.parcours.getId(), 1, Paper.unread("bytes")))
				.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("scans.full"));
			this.jdbc.sql("""
					INSERT INTO scanned_page (id, version, session_id, source, file, bytes, added_at)
					SELECT gen_random_uuid(), 0, session_id, encode(sha256(n::text::bytea), 'hex'), file, 1, added_at
					FROM scanned_page, generate_series(1, 199) n""").update();
			this.jdbc.sql("UPDATE scanned_page SET bytes = 1").update();
			assertThatExceptionOfType(Refusal.class)
				.isThrownBy(() -> this.scanning.keep(this.parcours.getId(), 1, Paper.unread("pieces")));
			assertThat(this.scanning.keep(this.parcours.getId(), 1, Paper.unread("first")).already()).isTrue();
		});
	}

	private PageCode code(int rank, int page) {
		return new PageCode(this.parcours.getSlug(), rank, page, 2);
	}

	private MvcTestResult give(BufferedImage... pictures) {
		MockMultipartFile[] files = new MockMultipartFile[pictures.length];
		for (int i = 0; i < pictures.length; i++) {
			files[i] = new MockMultipartFile("file", "IMG_" + i + ".JPG", "image/jpeg", Paper.jpeg(pictures[i]));
		}
		return give(files);
	}

	private MvcTestResult give(MockMultipartFile... files) {
		var request = this.mvc.post().uri(URI.create(this.papers)).multipart();
		for (MockMultipartFile file : files) {
			request.file(file);
		}
		MvcTestResult answer = request.with(this.cast.as(this.claire)).with(csrf()).exchange();
		this.cast.forget();
		return answer;
	}

	private void countersign() {
		Impersonation.as(this.claire,
				() -> this.sessions.ranked(this.parcours.getId(), 1)
					.orElseThrow()
					.getHalfDays()
					.forEach((half) -> this.attendance.countersign(this.parcours.getId(), half.getId())));
		this.cast.forget();
	}

	private String register(String query) {
		return "/parcours/" + this.parcours.getSlug() + "/seances/1/emargement" + query;
	}

	private List<UUID> ids() {
		return this.jdbc.sql("SELECT id FROM scanned_page ORDER BY added_at, page NULLS LAST, id")
			.query((row, n) -> row.getObject("id", UUID.class))
			.list();
	}

	private int files() {
		return this.jdbc.sql("SELECT count(*) FROM stored_file").query(Integer.class).single();
	}

	private int audited(String what) {
		return this.jdbc.sql("SELECT count(*) FROM audit_row WHERE what = :what")
			.param("what", what)
			.query(Integer.class)
			.single();
	}

}
