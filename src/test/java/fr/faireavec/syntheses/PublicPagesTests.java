package fr.faireavec.syntheses;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.imageio.ImageIO;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.bilans.BilanPublishing;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.evidence.AuthorisationTerms;
import fr.faireavec.evidence.Authorising;
import fr.faireavec.evidence.EvidenceKeeping;
import fr.faireavec.evidence.GivenFiles;
import fr.faireavec.evidence.Purpose;
import fr.faireavec.evidence.Support;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.mail.Envelope;
import fr.faireavec.parcours.ConventionKeeping;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What anybody reads of a parcours: its figures, and what was agreed to, today. */
@IntegrationTest
class PublicPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	private static final String PUBLIC = "/synthese/vallee-de-la-brune";

	private static final String OURS = "/parcours/vallee-de-la-brune/synthese";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private BilanPublishing publishing;

	@Autowired
	private GivenFiles given;

	@Autowired
	private EvidenceKeeping keeping;

	@Autowired
	private Authorising authorising;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private ConventionKeeping conventions;

	@Autowired
	private OpenedLetter letter;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person ines;

	private Person hugo;

	private Person helene;

	private Parcours parcours;

	private Enrolment recyclerie;

	private Enrolment cantine;

	private UUID action;

	@BeforeEach
	void aPublishedBilan() {
		this.cast.itIs(START.atTime(9, 0));
		this.pages = new Pages(this.mvc, this.cast);
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.helene = this.cast.person("Hélène", "Martel");
		this.parcours = this.cast.parcours("Vallée de la Brune", START, this.claire);
		Funder region = this.funders.register(UUID.randomUUID(), "Région Fictive", FunderKind.REGION,
				"Avec le soutien de la Région Fictive", "", "");
		this.funders.nameReader(region.getId(), this.helene);
		this.conventions.agree(UUID.randomUUID(), this.parcours.getId(), region.getId(),
				new ConventionTerms("R-1", null, START, START.plusYears(1), 987, null, null, null, null, null, null));
		this.recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.pilot(this.cantine, this.hugo, START);
		this.cast.flush();
		this.action = Impersonation.giving(this.ines, () -> log("Un atelier ouvert", this.recyclerie));
		Impersonation.giving(this.hugo, () -> log("Un menu choisi ensemble", this.cantine));
		this.cast.flush();
		this.jdbc.sql("""
				UPDATE logged_action SET state = 'DONE', ends_on = :day, learning = 'Écouter d’abord',
				  shared_bilan = true""").param("day", START.plusDays(30)).update();
		this.cast.itIs(START.plusDays(60).atTime(9, 0));
		Impersonation.as(this.claire, () -> this.publishing.publish(this.parcours.getId(), BilanKind.INTERMEDIAIRE,
				START, START.plusDays(59), "Le récit", "pour le test"));
		this.cast.forget();
	}

	/** Closed until it is opened, and again once it is closed. */
	@Test
	void itIsReadWhileItIsOpen() {
		assertThat(visit()).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(Pages.document(visit()).text()).contains("Cette page n’est pas ouverte");
		open("1");
		MvcTestResult read = visit();
		assertThat(read).hasStatusOk();
		assertThat(read.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
		assertThat(Pages.document(read).text()).contains("Vallée de la Brune", "Avec le soutien de la Région Fictive",
				"version 1");
		assertThat(Pages.document(read).select("[data-figure]")).hasSize(6);
		assertThat(Pages.document(read).text()).as("what was promised is not everybody's").doesNotContain("987");
		assertThat(this.pages.post(OURS + "/fermeture", this.claire)).hasStatus(HttpStatus.FOUND);
		assertThat(visit()).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(history("bilan.page%")).containsExactly("bilan.pageOpened", "bilan.pageClosed");
	}

	/** Nothing of a structure but what it agrees to, and no longer than it does. */
	@Test
	void whatIsToldIsWhatIsAgreedToToday() {
		open("1");
		assertThat(text()).doesNotContain("Recyclerie", "Cantine", "Un atelier ouvert", "Écouter", "Carpentier");
		assertThat(allow(this.ines, this.recyclerie, null)).hasStatus(HttpStatus.FOUND);
		assertThat(text()).contains("Recyclerie du Canal", "Et une autre structure")
			.doesNotContain("Un atelier ouvert");
		assertThat(allow(this.ines, this.recyclerie, this.action)).hasStatus(HttpStatus.FOUND);
		assertThat(text()).contains("Un atelier ouvert", "Écouter d’abord").doesNotContain("Cantine", "Un menu choisi");
		this.jdbc.sql("UPDATE logged_action SET shared_bilan = false WHERE id = :id").param("id", this.action).update();
		assertThat(text()).as("no longer shared with the bilan").doesNotContain("Un atelier ouvert");
		this.jdbc.sql("UPDATE logged_action SET shared_bilan = true").update();
		assertThat(text()).contains("Un atelier ouvert");
		assertThat(withdraw(this.ines, this.recyclerie, this.action)).hasStatus(HttpStatus.FOUND);
		assertThat(text()).contains("Recyclerie du Canal").doesNotContain("Un atelier ouvert");
		assertThat(withdraw(this.claire, this.recyclerie, null)).as("asked to").hasStatus(HttpStatus.FOUND);
		assertThat(text()).doesNotContain("Recyclerie");
		assertThat(history("bilan.allowed")).hasSize(2);
		assertThat(history("bilan.disallowed")).hasSize(2);
	}

	@Test
	void aPhotoWaitsForWhoeverIsSeenInIt() {
		open("1");
		allow(this.ines, this.recyclerie, this.action);
		UUID nobody = photo("Une table", false, 1);
		UUID people = photo("Deux personnes", true, 2);
		assertThat(Pages.document(visit()).select("main img").eachAttr("alt")).containsExactly("Une table");
		assertThat(picture(nobody)).hasStatusOk();
		assertThat(picture(people)).hasStatus(HttpStatus.NOT_FOUND);
		String given = agree(people, Set.of(Purpose.COHORT), Set.of());
		assertThat(picture(people)).as("for the cohort alone").hasStatus(HttpStatus.NOT_FOUND);
		this.authorising.decline(given);
		this.jdbc.sql("DELETE FROM evidence_authorisation").update();
		agree(people, Set.of(Purpose.PUBLIC), Set.of(Support.PRINT));
		assertThat(picture(people)).as("on paper alone").hasStatus(HttpStatus.NOT_FOUND);
		this.jdbc.sql("DELETE FROM evidence_authorisation").update();
		String link = agree(people, Set.of(Purpose.PUBLIC), Set.of(Support.SITE));
		assertThat(picture(people)).hasStatusOk();
		assertThat(Pages.document(visit()).select("main figcaption").text()).contains("Avec l’accord de N.");
		this.authorising.decline(link);
		assertThat(picture(people)).as("withdrawn").hasStatus(HttpStatus.NOT_FOUND);
		assertThat(picture(nobody)).hasStatusOk();
		photo("", false, 3);
		assertThat(Pages.document(visit()).select("main img").eachAttr("alt")).as("one that was not described")
			.hasSize(2)
			.doesNotContain("");
		withdraw(this.ines, this.recyclerie, this.action);
		assertThat(picture(nobody)).as("of an action that is told no more").hasStatus(HttpStatus.NOT_FOUND);
	}

	/** Nobody answers for another, a funder has no say, and a version has to be there. */
	@Test
	void whoeverHasNoSayIsNotHeard() {
		assertThat(allow(this.hugo, this.recyclerie, this.action)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(allow(this.hugo, this.cantine, this.action)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(allow(this.claire, this.recyclerie, this.action)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(withdraw(this.hugo, this.recyclerie, this.action)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.pages.get(OURS, this.helene)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.jdbc.sql("SELECT count(*) FROM public_agreement").query(Integer.class).single()).isZero();
		MvcTestResult refused = this.pages.post(OURS + "/ouverture", this.claire, "version", "7");
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Pages.document(refused).select(".error").text()).contains("n’est pas publiée");
		assertThat(this.pages.post(OURS + "/ouverture", this.claire, "version", "x"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.pages.post(OURS + "/ouverture", this.claire)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/** One letter each when it opens; none when another version is shown. */
	@Test
	void aLetterAsksWhatMayBeShown() {
		open("1");
		assertThat(letters()).containsExactlyInAnyOrder(this.ines.getId(), this.hugo.getId());
		Impersonation.as(this.claire, () -> this.publishing.publish(this.parcours.getId(), BilanKind.INTERMEDIAIRE,
				START, START.plusDays(40), "Le récit", "pour le test"));
		this.cast.forget();
		open("2");
		open("2");
		assertThat(letters()).hasSize(2);
		assertThat(text()).contains("version 2");
		Envelope envelope = new Envelope(UUID.randomUUID(), this.ines.getId(), "Inès", "ines@demo.example",
				this.jdbc.sql("SELECT id FROM public_synthesis").query(UUID.class).single(), null,
				START.atStartOfDay().toInstant(ZoneOffset.UTC));
		assertThat(this.letter.stillDue(envelope)).isTrue();
		assertThat(this.letter.render(envelope).toString()).contains("Vallée de la Brune", OURS);
		assertThat(this.pages.read(OURS, this.ines).text()).contains("Un atelier ouvert", "Lire la page publique")
			.doesNotContain("Un menu choisi");
		assertThat(this.pages.read(OURS, this.claire).text()).contains("Recyclerie du Canal", "Cantine Coop");
	}

	private UUID log(String title, Enrolment enrolment) {
		return this.logging.log(UUID.randomUUID(), this.parcours.getId(), enrolment.getId(), ActionDraft.titled(title))
			.getId();
	}

	private void open(String version) {
		assertThat(this.pages.post(OURS + "/ouverture", this.claire, "version", version)).hasStatus(HttpStatus.FOUND);
	}

	private MvcTestResult visit() {
		return this.mvc.get().uri(PUBLIC).exchange();
	}

	private String text() {
		return Pages.document(visit()).text();
	}

	private MvcTestResult picture(UUID piece) {
		return this.mvc.get().uri(PUBLIC + "/photos/" + piece + ".jpg").exchange();
	}

	private MvcTestResult allow(Person by, Enrolment enrolment, @Nullable UUID what) {
		return say("/accord", by, enrolment, what);
	}

	private MvcTestResult withdraw(Person by, Enrolment enrolment, @Nullable UUID what) {
		return say("/retrait", by, enrolment, what);
	}

	private MvcTestResult say(String how, Person by, Enrolment enrolment, @Nullable UUID what) {
		return this.pages.post(OURS + "/" + enrolment.getId() + ((what != null) ? "/" + what : "") + how, by);
	}

	private UUID photo(String label, boolean recognisable, int shade) {
		return Impersonation.giving(this.ines, () -> this.keeping.add(this.parcours.getId(), this.action,
				this.given.read(jpeg(shade), "photo.png"), label, recognisable));
	}

	/** The token of the link by which it was given. */
	private String agree(UUID piece, Set<Purpose> purposes, Set<Support> supports) {
		UUID asked = Impersonation.giving(this.ines,
				() -> this.authorising.ask(this.parcours.getId(), this.action, piece, new AuthorisationTerms("N.",
						false, "", purposes, supports, START.plusYears(1), "Avec l’accord de N.")));
		String address = this.authorising.address(asked, piece).orElseThrow();
		String token = address.substring(address.lastIndexOf('/') + 1);
		this.authorising.give(token, "Nadia");
		return token;
	}

	private List<UUID> letters() {
		return this.jdbc.sql("SELECT recipient_id FROM letter WHERE kind = 'syntheses.opened'")
			.query((row, n) -> row.getObject(1, UUID.class))
			.list();
	}

	private List<String> history(String like) {
		return this.jdbc.sql("SELECT what FROM audit_row WHERE what LIKE :like ORDER BY happened_at, id")
			.param("like", like)
			.query((row, n) -> String.valueOf(row.getString(1)))
			.list();
	}

	private static byte[] jpeg(int shade) {
		BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, shade << 20);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

}
