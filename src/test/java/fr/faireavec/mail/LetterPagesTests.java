package fr.faireavec.mail;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.cohorts.Mandating;
import fr.faireavec.convening.Telling;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.Sealing;
import fr.faireavec.kernel.Zones;
import fr.faireavec.messages.Audience;
import fr.faireavec.messages.CohortWriting;
import fr.faireavec.messages.Draft;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.polls.AskedDay;
import fr.faireavec.polls.PollOpening;
import fr.faireavec.polls.PollTerms;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.MatrixWorld;
import fr.faireavec.testing.MatrixWorld.Who;
import fr.faireavec.testing.Pages;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** The letters the rooms post, and the pages about letters. */
@IntegrationTest
class LetterPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private MatrixWorld worlds;

	@Autowired
	private Mandating mandating;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private CohortWriting writing;

	@Autowired
	private List<LetterKind> kinds;

	@Autowired
	private Telling telling;

	@Autowired
	private MovableClock clock;

	@Autowired
	private LetterLook look;

	@Autowired
	private LetterWords words;

	@Autowired
	private Recipients recipients;

	@Autowired
	private Sealing sealing;

	@Autowired
	private PollOpening polls;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	@BeforeEach
	void pages() {
		this.pages = new Pages(this.mvc, this.cast);
	}

	@Test
	void everyLetterThatRoomsPostReadsWell() {
		this.worlds.build();
		this.clock.moveTo(this.clock.instant().plus(Telling.SETTLED));
		this.telling.tellDue();
		Person invited = somebodyNew();
		List<Posted> posted = posted();
		assertThat(posted.stream().map(Posted::kind)).contains("cohorts.mandated", "funders.reader", "bilans.published",
				"convening.date");
		Map<String, LetterKind> byName = this.kinds.stream()
			.collect(Collectors.toMap(LetterKind::name, (kind) -> kind));
		for (Posted letter : posted) {
			if (!kind(letter.kind()).stillDue(envelope(letter))) {
				continue;
			}
			Mail mail = dressed(letter, byName.get(letter.kind()));
			assertThat(mail.subject()).isNotBlank();
			for (String said : List.of(mail.subject(), mail.text(), Jsoup.parse(mail.html()).text())) {
				assertThat(said).doesNotContain("??", "{0}", "{1}", letter.kind(), ".letter.", "null");
			}
			assertThat(mail.text()).as("greeted by the first name alone")
				.doesNotContainPattern("Bonjour [^,\n]+ [^,\n]+,");
			assertThat(mail.text()).containsOnlyOnce("Bonjour").doesNotContain("<", "&amp;", "\n\n\n");
			assertThat(Jsoup.parse(mail.html()).select("img, script, link, form")).isEmpty();
			assertThat(Jsoup.parse(mail.html()).select("a[href]"))
				.allSatisfy((link) -> assertThat(link.attr("href")).startsWith("http://localhost"));
		}
		assertThat(posted.stream().filter((letter) -> letter.recipient().equals(invited.getId()))).singleElement()
			.satisfies((letter) -> assertThat(dressed(letter, byName.get(letter.kind())).html())
				.contains("/invitation/" + letter.secret()));
	}

	/** No kind greets by itself, nor leaves a hole where a name stood. */
	@Test
	void everyKindGreetsSomebodyErasedWithoutAName() {
		Person ines = this.cast.person("Inès", "Carpentier");
		Person claire = this.cast.facilitator("Claire", "Vasseur");
		Enrolment enrolment = this.cast.enrol(this.cast.parcours("Le nôtre", START, claire),
				this.cast.structure("Épicerie"));
		UUID mandate = this.cast.pilot(enrolment, ines, START).getId();
		this.funders.nameReader(this.funders.register(Ids.next(), "Région Essai", FunderKind.REGION, "", "").getId(),
				ines);
		this.cast.flush();
		UUID reader = this.jdbc.sql("SELECT id FROM funder_reader WHERE person_id = :id")
			.param("id", ines.getId())
			.query(UUID.class)
			.single();
		UUID other = this.keeping.register(new AccountKeeping.Name("Marc", "Inconnu"), null).getId();
		this.cast.flush();
		UUID message = this.writing.send(Ids.next(), this.cast.viewer(claire), enrolment.getParcours().getId(),
				new Draft(Audience.EVERYBODY, 1, Set.of(), "Un train supprimé", "On démarre à 10 h.\n\nÀ jeudi."));
		UUID poll = poll(enrolment.getParcours().getId());
		UUID change = Ids.next();
		this.jdbc.sql("""
				INSERT INTO address_change (id, person_id, old_address, new_address, old_token_hash, new_token_hash,
				                            asked_at, expires_at)
				VALUES (:id, :person, 'a@demo.example', 'typed-by-the-asker@demo.example', repeat('a', 64),
				        repeat('b', 64), '2026-01-01', '2026-01-02')
				""").param("id", change).param("person", ines.getId()).update();
		for (LetterKind kind : this.kinds) {
			if (Set
				.of("announcements.announced", "bilans.published", "convening.date", "convening.minutes",
						"convening.reminder", "exchanges.addressed", "exchanges.digest", "library.takenUp",
						"mail.weekly", "slots.assigned")
				.contains(kind.name())) {
				continue; // of what is not in this world: see above
			}
			UUID subject = switch (kind.name()) {
				case "cohorts.mandated", "cohorts.thanks" -> mandate;
				case "journal.nudge" -> enrolment.getId();
				case "funders.reader" -> reader;
				case "slots.offered" -> enrolment.getId();
				case "replies.asked" -> day(enrolment.getParcours());
				case "messages.cohort" -> message;
				case "polls.asked", "polls.decided", "polls.news" -> poll;
				case "parcours.facilitation", "admin.reunited" -> enrolment.getParcours().getId();
				default -> change;
			};
			String secret = switch (kind.name()) {
				case "admin.reunited" -> other + ":" + other;
				case "factors.changed" -> "account.passkeyAdded";
				case "parcours.facilitation" -> "added:" + ines.getId();
				case "signin.changed" -> "passwordChanged";
				case "polls.news" -> "CLOSED";
				case "signin.code" -> "jeton\n123456";
				default -> "jeton";
			};
			Envelope nobody = new Envelope(Ids.next(), ines.getId(), "", "a@demo.example", subject, secret,
					START.atStartOfDay(Zones.PARIS).toInstant());
			assertThatCode(() -> kind.render(nobody)).as(kind.name()).doesNotThrowAnyException();
			Mail mail = this.look.dress(kind.render(nobody), kind, nobody, "<" + Ids.next() + "@test>", false);
			assertThat(mail.text()).as(kind.name()).containsOnlyOnce("Bonjour").contains("Bonjour,");
			assertThat(Jsoup.parse(mail.html()).text()).as(kind.name()).containsOnlyOnce("Bonjour");
			assertThat(mail.text() + mail.html() + mail.subject() + mail.name()).as(kind.name())
				.doesNotContain("Bonjour ,", "Inès", "Carpentier", "Claire");
			if (kind.name().equals("signin.address.new")) {
				assertThat(mail.text() + mail.html()).doesNotContain("typed-by-the-asker");
			}
		}
	}

	private UUID poll(UUID parcoursId) {
		this.cast.itIs(START.atTime(9, 0));
		LocalDate day = START.plusDays(42);
		UUID poll = this.polls.open(Ids.next(), parcoursId, new PollTerms(day.minusDays(20), 3, 7, "", false),
				List.of(new AskedDay(2, new AskedDay.Hours(LocalTime.of(9, 30), LocalTime.of(12, 30), null, null),
						new AskedDay.Place(Mode.PRESENTIEL, "", "", ""), List.of(day))));
		this.cast.flush();
		return poll;
	}

	/**
	 * An address somebody typed for another: who it is stays unsaid until they come in.
	 */
	@Test
	void aNameIsSaidOnlyWhereItsOwnerReads() {
		Person stranger = this.keeping.register(new AccountKeeping.Name("Marc", "Inconnu"), "marc@demo.example");
		Person known = this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		assertThat(this.recipients.find(stranger.getId()).orElseThrow().name()).isEmpty();
		assertThat(this.recipients.find(known.getId()).orElseThrow().name()).isEqualTo("Inès Carpentier");
		this.keeping.correct(known.getId(), known.getVersion(), new AccountKeeping.Name("Inès", "Carpentier"),
				"autre@demo.example");
		this.cast.flush();
		assertThat(this.recipients.find(known.getId()).orElseThrow().name()).isEmpty();
	}

	@Test
	void everyKindHasItsName() {
		assertThat(this.kinds).allSatisfy((kind) -> assertThat(this.words.kind(kind.name())).isNotEqualTo(kind.name()));
		assertThat(this.kinds.stream().filter(LetterKind::isOptional))
			.allSatisfy((kind) -> assertThat(this.words.about(kind.name())).isNotNull());
	}

	@Test
	void aReplacedMandateIsNoLongerDue() {
		Person claire = this.cast.facilitator("Claire", "Vasseur");
		this.cast.itIs(START.atTime(9, 0));
		Enrolment enrolment = this.cast.enrol(this.cast.parcours("Nos sources", START, claire),
				this.cast.structure("Recyclerie"));
		Person first = this.cast.person("Inès", "Carpentier");
		this.cast.pilot(enrolment, first, START);
		LetterKind kind = kind("cohorts.mandated");
		assertThat(kind.stillDue(envelope(posted().getFirst()))).isTrue();
		this.cast.itIs(START.plusDays(3).atTime(9, 0));
		this.cast.pilot(enrolment, this.cast.person("Nora", "Leclercq"), START.plusDays(3));
		assertThat(posted()).hasSize(2)
			.satisfiesExactly((letter) -> assertThat(kind.stillDue(envelope(letter))).isFalse(),
					(letter) -> assertThat(kind.stillDue(envelope(letter))).isTrue());
	}

	@Test
	void withoutAnAddressNobodyIsInvited() {
		Person claire = this.cast.facilitator("Claire", "Vasseur");
		Parcours parcours = this.cast.parcours("Nos sources", START, claire);
		Enrolment enrolment = this.cast.enrol(parcours, this.cast.structure("Recyclerie"));
		Person nobody = this.keeping.register(new AccountKeeping.Name("Sans", "Courriel"), null);
		Mandate mandate = this.mandating.mandate(parcours.getId(), enrolment.getId(), nobody, MandateRole.PILOT, START);
		this.cast.flush();
		assertThat(posted()).noneMatch((letter) -> letter.subject().equals(mandate.getId()));
	}

	@Test
	void aReaderTakenBackAtOnceIsNotToldTwice() {
		var world = this.worlds.build();
		UUID reader = person(world, Who.FUNDER).getId();
		UUID funder = this.jdbc.sql("SELECT funder_id FROM funder_reader WHERE person_id = :p")
			.param("p", reader)
			.query((row, n) -> UUID.fromString(row.getString(1)))
			.single();
		long before = told(reader);
		var ada = this.cast.viewer(person(world, Who.ADMIN));
		this.funders.removeReader(ada, funder, reader);
		this.funders.restoreReader(ada, funder, reader);
		this.cast.flush();
		assertThat(told(reader)).isEqualTo(before);
	}

	@Test
	void theAdministrationSeesWhatWaitsAndSendsTheDeadAgain() {
		var world = this.worlds.build();
		Person ada = person(world, Who.ADMIN);
		this.jdbc
			.sql("UPDATE letter SET state = 'DEAD', settled_at = posted_at, attempts = 1, problem = '550 no such user' "
					+ "WHERE recipient_id = :p AND kind = 'cohorts.mandated'")
			.param("p", person(world, Who.PILOT).getId())
			.update();
		var page = this.pages.read("/administration/courriers?etat=mortes", ada);
		assertThat(page.text()).contains("Inès Carpentier", "550 no such user", "Invitation à piloter ou copiloter",
				"Aucun serveur de courriel", "1 lettre n’a pas pu partir");
		assertThat(page.html()).doesNotContain("/invitation/", "La structure Recyclerie");
		String action = page.select("form[action$=/renvoi]").attr("action");
		this.pages.post(action, ada);
		assertThat(this.pages.read("/administration/courriers?etat=mortes", ada).select("form[action$=/renvoi]"))
			.isEmpty();
		assertThat(this.jdbc.sql("SELECT label FROM audit_row WHERE what = 'letter.resent'").query(String.class).list())
			.containsExactly("Inès Carpentier");
		assertThat(this.pages.post(action, ada)).hasStatus3xxRedirection();
		assertThat(this.pages.read("/administration/courriers?texte=carpentier&sorte=cohorts.mandated", ada).text())
			.contains("Inès Carpentier")
			.doesNotContain("Nora Leclercq");
		assertThat(this.pages.statements("/administration/courriers", ada)).isLessThanOrEqualTo(15);
	}

	@Test
	void theAdministrationReadsTheReportsNobodyUnderstood() {
		Person ada = this.cast.administrator("Ada", "Min");
		assertThat(this.pages.read("/administration/courriers", ada).select("#retours")).isEmpty();
		this.jdbc
			.sql("""
					INSERT INTO mail_report (id, heard_at, sender, subject, words) VALUES
					(gen_random_uuid(), '2026-10-05T08:00:00Z', '<b>postmaster</b>@mx.example', 'Non remis', 'boîte <i>pleine</i>')
					""")
			.update();
		assertThat(this.pages.read("/administration/courriers", ada).select("#retours").text())
			.contains("Retours à regarder", "Non remis", "<b>postmaster</b>@mx.example", "boîte <i>pleine</i>");
	}

	@Test
	void everybodyChoosesTheirOptionalLetters() {
		Person ines = this.cast.person("Inès", "Carpentier");
		String page = "/mon-compte/notifications";
		assertThat(this.pages.read(page, ines).select("input[value=bilans.published]").hasAttr("checked")).isTrue();
		this.pages.post(page, ines, "rhythm", "WEEKLY");
		assertThat(this.pages.read(page, ines).select("input[value=bilans.published]").hasAttr("checked")).isFalse();
		assertThat(this.pages.read(page, ines).select("input[value=WEEKLY]").hasAttr("checked")).isTrue();
		assertThat(this.pages.post(page, ines, "rhythm", "EACH", "kinds", "cohorts.mandated")).hasStatus(422);
		assertThat(this.pages.post(page, ines, "rhythm", "DAILY")).hasStatus(422);
		this.pages.post(page, ines, "rhythm", "EACH", "kinds", "bilans.published");
		assertThat(this.pages.read(page, ines).select("input[value=EACH]").hasAttr("checked")).isTrue();
		assertThat(this.pages.read(page, ines).select("input[value=bilans.published]").hasAttr("checked")).isTrue();
	}

	@Test
	void aBouncingAddressIsShownBesideItsPerson() {
		var world = this.worlds.build();
		this.jdbc
			.sql("INSERT INTO mail_bounce (address, happened_at, status, reason) VALUES "
					+ "('ines.carpentier@demo.example', '2026-09-02T10:00:00Z', '550', 'boîte inconnue'), "
					+ "('helene.martel@demo.example', '2026-09-02T10:00:00Z', '550', 'boîte pleine')")
			.update();
		Person claire = person(world, Who.FACILITATOR);
		String participation = "/parcours/" + world.own().get("/parcours/slug") + "/structures/"
				+ world.own().get("enrolmentId");
		assertThat(this.pages.read(participation, claire).select(".bounced").text()).contains("boîte inconnue");
		assertThat(this.pages.read(participation, person(world, Who.PILOT)).text()).doesNotContain("boîte inconnue");
		assertThat(
				this.pages.read("/financeurs/" + world.own().get("/financeurs/slug"), claire).select(".bounced").text())
			.contains("boîte pleine");
	}

	@Test
	void noRealInstallationShowsItsMail() {
		Person ada = this.cast.administrator("Ada", "Min");
		assertThat(this.pages.get("/_courrier", ada)).hasStatus(404);
		assertThat(this.pages.get("/_courrier/" + UUID.randomUUID(), ada)).hasStatus(404);
	}

	/** A day with a date. */
	private UUID day(Parcours parcours) {
		this.cast.itIs(START.atTime(9, 0));
		this.scheduling.schedule(parcours.getId(), 1,
				this.sessions.ranked(parcours.getId(), 1).orElseThrow().getVersion(),
				new SessionPlan(List.of(TimeSlot.of(START.plusDays(7), LocalTime.of(9, 30), LocalTime.of(12, 30))),
						Mode.PRESENTIEL, "Maison du parc", "", ""));
		this.cast.flush();
		return this.sessions.ranked(parcours.getId(), 1).orElseThrow().getId();
	}

	private Person somebodyNew() {
		Person claire = this.cast.facilitator("Clara", "Nouvelle");
		Parcours parcours = this.cast.parcours("Encore un", START, claire);
		Person invited = this.keeping.register(new AccountKeeping.Name("Nouvelle", "Venue"), "venue@demo.example");
		this.mandating.mandate(parcours.getId(),
				this.cast.enrol(parcours, this.cast.structure("Structure neuve")).getId(), invited, MandateRole.COPILOT,
				START);
		this.cast.flush();
		return invited;
	}

	private Mail dressed(Posted letter, @org.jspecify.annotations.Nullable LetterKind kind) {
		assertThat(kind).as(letter.kind()).isNotNull();
		if (kind == null) {
			throw new AssertionError(letter.kind());
		}
		Envelope envelope = envelope(letter);
		return this.look.dress(kind.render(envelope), kind, envelope, "<" + Ids.next() + "@test>", false);
	}

	private Envelope envelope(Posted letter) {
		var recipient = this.recipients.find(letter.recipient()).orElseThrow();
		return new Envelope(letter.id(), letter.recipient(), recipient.name(), recipient.givenName(),
				recipient.address(), letter.subject(), letter.secret(), letter.at());
	}

	private LetterKind kind(String name) {
		return this.kinds.stream().filter((kind) -> kind.name().equals(name)).findFirst().orElseThrow();
	}

	private long told(UUID person) {
		return posted().stream()
			.filter((letter) -> letter.recipient().equals(person) && letter.kind().equals("funders.reader"))
			.count();
	}

	private static Person person(MatrixWorld.World world, Who who) {
		Person person = world.people().get(who);
		if (person == null) {
			throw new AssertionError(who);
		}
		return person;
	}

	private List<Posted> posted() {
		this.cast.flush();
		return this.jdbc.sql(
				"SELECT id, kind, recipient_id, subject_id, secret, posted_at FROM letter WHERE recipient_id IS NOT NULL "
						+ "ORDER BY position")
			.query((row, n) -> {
				String secret = row.getString("secret");
				return new Posted(UUID.fromString(row.getString("id")), String.valueOf(row.getString("kind")),
						UUID.fromString(row.getString("recipient_id")), UUID.fromString(row.getString("subject_id")),
						(secret != null) ? this.sealing.open(secret) : null, row.getTimestamp("posted_at").toInstant());
			})
			.list();
	}

	private record Posted(UUID id, String kind, UUID recipient, UUID subject,
			@org.jspecify.annotations.Nullable String secret, java.time.Instant at) {
	}

}
