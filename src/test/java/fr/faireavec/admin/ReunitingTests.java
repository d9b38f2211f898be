package fr.faireavec.admin;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.AttendanceTaking;
import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.BilanFigures;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.bilans.BilanPublishing;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.bilans.Figures;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.privacy.Erasing;
import fr.faireavec.privacy.Mentions;
import fr.faireavec.privacy.PersonalFile;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.signin.Inviting;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.Device;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * « Inès Carpentier » has two sheets: with her address she pilots the Recyclerie, and
 * somebody who did not know it named her again for the Cantine.
 */
@IntegrationTest
class ReunitingTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	private static final LocalDate END = START.plusMonths(9);

	private static final LocalDateTime MORNING = START.plusDays(7).atTime(9, 30);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private Inviting inviting;

	@Autowired
	private Accounts accounts;

	@Autowired
	private People people;

	@Autowired
	private Reuniting reuniting;

	@Autowired
	private TwoSheets sheets;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private AttendanceTaking attendance;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private MeetingKeeping meetingKeeping;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private BilanPublishing publishing;

	@Autowired
	private Bilans bilans;

	@Autowired
	private BilanFigures figures;

	@Autowired
	private PersonalFile file;

	@Autowired
	private Mentions mentions;

	@Autowired
	private Erasing erasing;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person ada;

	private Person claire;

	private Person ines;

	private Person again;

	private Parcours parcours;

	private Enrolment recyclerie;

	private Enrolment cantine;

	@BeforeEach
	void namedTwice() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(9, 0));
		this.ada = this.cast.administrator("Ada", "Min");
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.again = this.keeping.register(new AccountKeeping.Name("Inès", "Charpentier"), null);
		this.parcours = this.cast.parcours("Les Sources", START, this.claire);
		this.recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie"));
		this.cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.pilot(this.cantine, this.again, START);
		this.cast.flush();
	}

	@Test
	void twoMarksOfOneHalfDayBecomeOneAndFiguresCountOnePerson() {
		List<UUID> halfDays = day();
		mark(halfDays.get(0), this.ines, AttendanceStatus.PRESENT);
		mark(halfDays.get(0), this.again, AttendanceStatus.PRESENT);
		mark(halfDays.get(1), this.ines, AttendanceStatus.ABSENT);
		mark(halfDays.get(1), this.again, AttendanceStatus.PRESENT);
		hold();
		Impersonation.as(this.claire, () -> this.publishing.publish(this.parcours.getId(), BilanKind.INTERMEDIAIRE,
				START, END, "Avant", "Vite"));
		this.cast.forget();
		Bilan frozen = this.bilans.latest(this.parcours.getId()).orElseThrow();
		Figures before = this.figures.of(this.parcours.getId(), START, END);
		assertThat(before.people().present()).isEqualTo(2);
		assertThat(before.people().minutes()).isEqualTo(180 + 180 + 180);

		assertThat(shown(this.ines, this.again)).contains(
				"Les Sources, 08/09/2026, 9 h 30 : deux fois la même ligne. Une seule reste",
				"Les Sources, 08/09/2026, 13 h 30 : les deux lignes se contredisent. « Présence » reste");
		reunite(this.ines, this.again);

		Figures after = this.figures.of(this.parcours.getId(), START, END);
		assertThat(after.people().present()).as("F5").isOne();
		assertThat(after.people().minutes()).as("F9").isEqualTo(180 + 180);
		assertThat(after.structures().presence()).isEqualTo(before.structures().presence());
		assertThat(strings("""
				SELECT a.status || ' ' || (SELECT string_agg(s.name, ', ' ORDER BY s.name) FROM attendance_enrolment x
				  JOIN enrolment e ON e.id = x.enrolment_id JOIN structure s ON s.id = e.structure_id
				  WHERE x.attendance_id = a.id)
				FROM attendance a JOIN half_day h ON h.id = a.half_day_id WHERE a.person_id = :id ORDER BY h.starts_at
				""", this.ines)).containsExactly("PRESENT Cantine, Recyclerie", "PRESENT Cantine, Recyclerie");
		Bilan still = this.bilans.latest(this.parcours.getId()).orElseThrow();
		assertThat(still.sha256()).isEqualTo(frozen.sha256());
		assertThat(still.intact()).isTrue();
		assertThat(still.document().figures().people().present()).as("frozen").isEqualTo(2);
		assertThat(history("/parcours/les-sources/historique"))
			.contains("Deux lignes d’émargement réunies : Les Sources", "Deux fiches réunies : Inès Carpentier");
	}

	@Test
	void everythingPassesIsShownBeforeAndIsInTheAudit() {
		List<UUID> halfDays = day();
		mark(halfDays.get(0), this.again, AttendanceStatus.PRESENT);
		Impersonation.as(this.again, () -> this.logging.log(Ids.next(), this.parcours.getId(), this.cantine.getId(),
				ActionDraft.titled("Un goûter des usagers")));
		Funder region = this.funders.register(Ids.next(), "Région Fictive", FunderKind.REGION, "", "", "");
		this.funders.nameReader(region.getId(), this.again);
		this.cast.flush();
		String shown = shown(this.ines, this.again);
		assertThat(shown).contains("Mandats : 1", "Cantine, Les Sources, 01/09/2026", "Présences : 1",
				"Les Sources, 08/09/2026, 9 h 30", "Actions écrites ou confirmées : 1",
				"Un goûter des usagers, Cantine", "Lectures pour un financeur : 1", "Région Fictive",
				"On écrit à ines.carpentier@demo.example", "Les textes qui disent Inès Charpentier ne changent pas",
				"Une réunion ne se défait pas");
		assertThat(strings("SELECT enrolment_id::text FROM mandate WHERE person_id = :id", this.again))
			.as("nothing is written by looking")
			.hasSize(1);

		reunite(this.ines, this.again);

		assertThat(strings("SELECT enrolment_id::text FROM mandate WHERE person_id = :id", this.ines))
			.containsExactlyInAnyOrder(this.recyclerie.getId().toString(), this.cantine.getId().toString());
		String page = this.pages.read("/administration/comptes/" + this.ines.getId(), this.ada).text();
		assertThat(page).contains("Deux fiches réunies : Inès Carpentier",
				"mandats venus de l’autre fiche : Cantine, Les Sources, 01/09/2026",
				"présences venues de l’autre fiche : Les Sources, 08/09/2026, 9 h 30",
				"actions venues de l’autre fiche : Un goûter des usagers, Cantine",
				"lectures venues de l’autre fiche : Région Fictive", "Inès Charpentier", "Ada Min");
		assertThat(this.pages.get("/administration/comptes/" + this.again.getId(), this.ada))
			.hasRedirectedUrl("/administration/comptes/" + this.ines.getId());
		assertThat(this.pages.read("/administration/comptes?texte=charpentier", this.ada).select("main").text())
			.doesNotContain("Inès Charpentier");
		assertThat(this.pages.read("/parcours/les-sources/structures", this.claire).text())
			.doesNotContain("Charpentier");
		assertThat(history("/parcours/les-sources/historique")).contains("Deux fiches réunies : Inès Carpentier",
				"mandats venus de l’autre fiche : Cantine, Les Sources, 01/09/2026");
	}

	/** What is hers is handed over and forgotten, whichever sheet it was written on. */
	@Test
	void herFileAndHerErasureTakeBoth() {
		Impersonation.as(this.again, () -> this.logging.log(Ids.next(), this.parcours.getId(), this.cantine.getId(),
				ActionDraft.titled("Un goûter, avec Inès Charpentier")));
		this.cast.flush();
		reunite(this.ines, this.again);
		String told = this.file.sections(this.ines.getId()).toString();
		assertThat(told).contains("Charpentier", "Carpentier", "Un goûter", "Recyclerie", "Cantine", "action.logged");
		this.jdbc.sql("DELETE FROM mandate WHERE person_id = :id").param("id", this.ines.getId()).update();
		this.cast.forget();
		this.erasing.carryOut(this.ines.getId(),
				new Mentions.Review(this.mentions.of(this.file.subject(this.ines.getId())).seal(), Set.of(), ""));
		this.cast.forget();
		assertThat(this.jdbc.sql("""
				SELECT count(*) FROM person WHERE given_name || family_name ILIKE '%charpentier%'
				  OR given_name || family_name ILIKE '%carpentier%'""").query(Long.class).single()).isZero();
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_row WHERE (label || changes::text) ILIKE '%harpentier%'")
			.query(Long.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("SELECT count(*) FROM logged_action WHERE title LIKE '%Charpentier%'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void whatChangedSinceIsReadAgain() {
		String seen = this.sheets.of(this.ines.getId(), this.again.getId()).code();
		Impersonation.as(this.again, () -> this.logging.log(Ids.next(), this.parcours.getId(), this.cantine.getId(),
				ActionDraft.titled("Un goûter de plus")));
		this.cast.flush();
		var answer = this.pages.post(address(this.ines, this.again), this.ada, "seen", seen);
		assertThat(answer).hasStatus(422);
		assertThat(Pages.document(answer).text()).contains("Rien n’est fait : relisez", "Un goûter de plus");
		assertThat(this.people.findById(this.again.getId()).orElseThrow().isReunited()).isFalse();
		assertThat(this.pages.post(address(this.ines, this.again), this.ada, "seen",
				Pages.document(answer).select("input[name=seen]").attr("value")))
			.hasRedirectedUrl("/administration/comptes/" + this.ines.getId());
		assertThat(this.pages.post(address(this.ines, this.again), this.ada, "seen", seen)).as("sent twice")
			.hasStatus(404);
	}

	@Test
	void nobodyReunitesHerOwnSheet() {
		Person facilitates = this.cast.facilitator("Ada", "Autre");
		this.cast.flush();
		for (List<Person> both : List.of(List.of(this.ada, facilitates), List.of(facilitates, this.ada))) {
			Person kept = both.getFirst();
			Person given = both.getLast();
			assertThat(this.pages.read(address(kept, given), this.ada)
				.select("form[method=post] button[type=submit].danger")).isEmpty();
			assertThat(shown(kept, given)).contains("demandez-le à quelqu’un d’autre de l’administration");
			String seen = this.sheets.of(kept.getId(), given.getId()).code();
			var answer = this.pages.post(address(kept, given), this.ada, "seen", seen);
			assertThat(answer).hasStatus(422);
			assertThat(Pages.document(answer).text()).contains("Personne ne se donne ainsi les droits d’une autre");
			assertThat(this.people.findById(given.getId()).orElseThrow().isReunited()).isFalse();
		}
		assertThat(this.pages.read("/administration/comptes/" + this.ada.getId(), this.ada).select("a[href$=/reunion]"))
			.isEmpty();
		Person bea = this.cast.administrator("Bea", "Min");
		this.cast.flush();
		reunite(bea, this.ada, facilitates);
		assertThat(this.accounts.ofPerson(this.ada.getId()).orElseThrow().getRole()).isEqualTo(Role.ADMIN);
	}

	@Test
	void aProofOfMoreThanAQuarterOfAnHourIsShownAgain() {
		String seen = this.sheets.of(this.ines.getId(), this.again.getId()).code();
		String address = address(this.ines, this.again);
		Device desk = new Device(this.mvc);
		desk.post("/connexion/mot-de-passe", "username", "ada.min@demo.example", "password", Cast.PASSWORD);
		assertThat(desk.get(address)).hasStatusOk();
		this.clock.moveTo(this.clock.instant().plus(Duration.ofMinutes(16)));
		for (String written : List.of(address, address.replace("/reunion/", "/%72eunion/"))) {
			assertThat(desk.post(written, "seen", seen)).hasStatus(303).hasRedirectedUrl("/connexion?preuve");
		}
		assertThat(this.people.findById(this.again.getId()).orElseThrow().isReunited()).isFalse();
		assertThat(desk.post("/connexion/mot-de-passe", "username", "ada.min@demo.example", "password", Cast.PASSWORD))
			.hasRedirectedUrl(address);
		assertThat(desk.post(address, "seen", seen)).hasRedirectedUrl("/administration/comptes/" + this.ines.getId());
	}

	/** It opens more than what its own keys were shown for: they are forgotten too. */
	@Test
	void aFirstRoleThatPassesForgetsBothSheetsKeys() {
		Person other = signsIn("Inès", "Carpentier-Roy", "ines@ailleurs.example");
		this.keeping.appoint(other, Role.FACILITATOR);
		this.cast.flush();
		key(account(this.ines).getId());
		assertThat(shown(this.ines, other)).contains("des deux fiches sont oubliés")
			.doesNotContain("qui garde les siens");
		reunite(this.ines, other);
		assertThat(account(this.ines).getRole()).isEqualTo(Role.FACILITATOR);
		assertThat(account(this.ines).hasPassword()).isFalse();
		assertThat(this.jdbc.sql("SELECT count(*) FROM passkey").query(Long.class).single()).isZero();
	}

	/**
	 * Its owner comes in by the sheet that stays; what opened the other opens nothing.
	 */
	@Test
	void noWayInPassesAndEverySessionOfItEnds() {
		Person other = signsIn("Inès", "Carpentier-Roy", "ines@ailleurs.example");
		this.keeping.appoint(other, Role.FACILITATOR);
		this.inviting.givePassword(other, Cast.PASSWORD);
		this.cast.flush();
		UUID account = account(other).getId();
		key(account);
		Device theirs = new Device(this.mvc);
		theirs.post("/connexion/mot-de-passe", "username", "ines@ailleurs.example", "password", Cast.PASSWORD);
		assertThat(theirs.isSignedIn()).isTrue();
		assertThat(shown(this.again, other)).contains("aucun ne passe à celle-ci", "On écrit à ines@ailleurs.example",
				"Le rôle d’animation de l’autre fiche passe à celle-ci");

		reunite(this.again, other);

		assertThat(theirs.isSignedIn()).isFalse();
		Account stays = account(this.again);
		assertThat(stays.getId()).isNotEqualTo(account);
		assertThat(stays.getRole()).isEqualTo(Role.FACILITATOR);
		assertThat(stays.hasPassword()).as("nobody's password became hers").isFalse();
		assertThat(stays.getPerson().getEmail()).isEqualTo("ines@ailleurs.example");
		assertThat(stays.getPerson().hasProvedEmail()).isFalse();
		assertThat(this.jdbc.sql("SELECT count(*) FROM passkey").query(Long.class).single()).isZero();
		assertThat(this.jdbc.sql("SELECT count(*) FROM spring_session WHERE principal_name = :id")
			.param("id", account.toString())
			.query(Long.class)
			.single()).isZero();
		Device comes = new Device(this.mvc);
		comes.post("/connexion/mot-de-passe", "username", "ines@ailleurs.example", "password", Cast.PASSWORD);
		assertThat(comes.isSignedIn()).isFalse();
	}

	@Test
	void theSheetThatStaysKeepsItsOwnPasswordAndKeys() {
		Person other = signsIn("Inès", "Carpentier-Roy", "ines@ailleurs.example");
		key(account(this.ines).getId());
		reunite(this.ines, other);
		assertThat(account(this.ines).hasPassword()).isTrue();
		assertThat(this.jdbc.sql("SELECT account_id FROM passkey").query(UUID.class).single())
			.isEqualTo(account(this.ines).getId());
		assertThat(this.people.findByEmail("ines@ailleurs.example")).as("free again").isEmpty();
		assertThat(strings("SELECT address FROM known_address WHERE person_id = :id ORDER BY address", this.ines))
			.containsExactly("ines.carpentier@demo.example", "ines@ailleurs.example");
		assertThat(strings("SELECT address FROM letter WHERE kind = 'signin.changed' AND recipient_id = :id ORDER BY 1",
				this.ines))
			.as("both are told where they read it")
			.containsExactly("ines.carpentier@demo.example", "ines@ailleurs.example");
	}

	/** Reuniting opens nothing that was closed. */
	@Test
	void aClosedAccountStaysClosed() {
		Person other = signsIn("Inès", "Carpentier-Roy", "ines@ailleurs.example");
		this.keeping.appoint(other, Role.FACILITATOR);
		this.keeping.disable(other.getId());
		this.cast.forget();
		assertThat(this.sheets.of(other.getId(), this.ines.getId()).first()).singleElement()
			.satisfies((line) -> assertThat(line.key()).isEqualTo("admin.reunion.obstacle.closed"));
		reunite(this.again, other);
		assertThat(account(this.again).isDisabled()).isTrue();
		assertThat(account(this.again).getRole()).isNull();
	}

	@Test
	void mandatesThatOverlapAreCutWhereItWasSaid() {
		this.cast.itIs(START.plusDays(20).atTime(9, 0));
		this.cast.copilot(this.recyclerie, this.again, START.plusDays(20));
		this.cast.flush();
		assertThat(shown(this.ines, this.again)).contains(
				"Recyclerie, Les Sources, 21/09/2026 : les deux fiches y ont un mandat en même temps. Celui de copilote s’arrête");
		reunite(this.ines, this.again);
		assertThat(
				strings("""
						SELECT m.role || ' ' || m.state || ' ' || m.starts_on || ' ' || coalesce(m.ends_on::text, '') FROM mandate m
						WHERE m.person_id = :id AND m.enrolment_id = (SELECT e.id FROM enrolment e JOIN structure s ON s.id = e.structure_id
						  WHERE s.name = 'Recyclerie') ORDER BY m.role""",
						this.ines))
			.containsExactly("COPILOT ENDED 2026-09-21 2026-09-21", "PILOT ACTIVE 2026-09-01 ");
		assertThat(this.pages.get("/parcours/les-sources/structures", this.claire)).hasStatusOk();
		assertThat(this.pages.get("/", this.ines)).hasStatusOk();
	}

	@Test
	void whoeverFacilitatesBothIsFacilitatorOnceAndTwoMeetingsAtOnceAreSettledFirst() {
		Person clara = this.cast.facilitator("Clara", "Vasseur");
		this.jdbc.sql("INSERT INTO parcours_facilitator (parcours_id, person_id) VALUES (:parcours, :clara)")
			.param("parcours", this.parcours.getId())
			.param("clara", clara.getId())
			.update();
		this.cast.forget();
		LocalDateTime at = START.plusDays(10).atTime(14, 0);
		meet(this.recyclerie, this.claire, at);
		meet(this.cantine, clara, at.plusMinutes(30));
		assertThat(shown(this.claire, clara)).contains("Les Sources : les deux fiches animent ce parcours",
				"Cantine, 11/09/2026, 14 h 30 : les deux fiches mènent un rendez-vous à cette heure");
		String seen = this.sheets.of(this.claire.getId(), clara.getId()).code();
		assertThatThrownBy(
				() -> this.reuniting.reunite(this.cast.viewer(this.ada), this.claire.getId(), clara.getId(), seen))
			.isInstanceOf(Refusal.class)
			.hasMessage("admin.reunion.obstacle.meetings");
		this.jdbc
			.sql("UPDATE individual_meeting SET starts_at = starts_at + interval '2 hours', "
					+ "ends_at = ends_at + interval '2 hours' WHERE facilitator_id = :clara")
			.param("clara", clara.getId())
			.update();
		reunite(this.claire, clara);
		assertThat(strings("SELECT person_id::text FROM parcours_facilitator WHERE person_id = :id", this.claire))
			.hasSize(1);
		assertThat(
				strings("SELECT facilitator_id::text FROM individual_meeting WHERE facilitator_id = :id", this.claire))
			.hasSize(2);
	}

	/** A letter to come reaches her once, at her address; one to come in by does not. */
	@Test
	void lettersToComeFollow() {
		Person other = signsIn("Inès", "Carpentier-Roy", "ines@ailleurs.example");
		UUID about = this.parcours.getId();
		letter(this.ines, about, "a", null);
		letter(other, about, "a", null);
		letter(other, about, "b", null);
		letter(other, about, "c", "scellé");
		reunite(this.ines, other);
		assertThat(
				strings("""
						SELECT kind || ' ' || state FROM letter WHERE recipient_id = :id AND kind LIKE 'test.%' ORDER BY position
						""",
						this.ines))
			.containsExactly("test.a WAITING", "test.a OBSOLETE", "test.b WAITING", "test.c OBSOLETE");
	}

	@Test
	void theOtherSheetIsLookedForByNameOrAddress() {
		Person other = signsIn("Ida", "Roy", "ines@ailleurs.example");
		this.cast.flush();
		String search = "/administration/comptes/" + this.ines.getId() + "/reunion";
		assertThat(this.pages.read("/administration/comptes/" + this.ines.getId(), this.ada)
			.select("a[href=" + search + "]")).hasSize(1);
		assertThat(this.pages.read(search, this.ada).select("main").text()).contains("Aucune autre fiche");
		assertThat(this.pages.read(search + "?texte=charpentier", this.ada)
			.select("a[href=" + search + "/" + this.again.getId() + "]")).hasSize(1);
		assertThat(this.pages.read(search + "?texte=ailleurs.example", this.ada)
			.select("a[href=" + search + "/" + other.getId() + "]")).hasSize(1);
		assertThat(this.pages.read(search + "?texte=min", this.ada).select("a[href$=" + this.ada.getId() + "]"))
			.as("not one's own")
			.isEmpty();
		assertThat(this.pages.get(search + "/" + this.ines.getId(), this.ada)).as("with itself").hasStatus(404);
	}

	@Test
	void nothingIsDoneAnyMoreWithTheSheetThatWent() {
		reunite(this.ines, this.again);
		UUID gone = this.again.getId();
		for (String address : List.of("/modifier", "/reunion", "/reunion/" + this.ines.getId())) {
			assertThat(this.pages.get("/administration/comptes/" + gone + address, this.ada)).as(address)
				.hasStatus(404);
		}
		for (String address : List.of("/role", "/invitation", "/lien", "/deconnexion", "/modifier",
				"/second-facteurs/retrait", "/fermeture", "/reouverture")) {
			assertThat(this.pages
				.post("/administration/comptes/" + gone + address, this.ada, "role", "FACILITATOR", "version", "0",
						"key", Ids.next().toString(), "givenName", "A", "familyName", "B")
				.getResponse()
				.getStatus()).as(address).isEqualTo(404);
		}
		assertThat(this.accounts.ofPerson(gone)).isEmpty();
		assertThatThrownBy(() -> this.sheets.of(this.claire.getId(), gone)).isInstanceOf(NotFound.class);
		reunite(this.claire, this.ines);
		assertThat(this.pages.get("/administration/comptes/" + gone, this.ada)).as("and again")
			.hasRedirectedUrl("/administration/comptes/" + this.claire.getId());
	}

	private void reunite(Person kept, Person given) {
		reunite(this.ada, kept, given);
	}

	private void reunite(Person administrator, Person kept, Person given) {
		this.cast.forget();
		var form = this.pages.read(address(kept, given), administrator).select("input[name=seen]");
		assertThat(this.pages.post(address(kept, given), administrator, "seen", form.attr("value")))
			.hasRedirectedUrl("/administration/comptes/" + kept.getId());
		this.cast.forget();
	}

	private static String address(Person kept, Person given) {
		return "/administration/comptes/" + kept.getId() + "/reunion/" + given.getId();
	}

	private String shown(Person kept, Person given) {
		this.cast.forget();
		return this.pages.read(address(kept, given), this.ada).select("main").text().replaceAll("[\u00a0\u202f]", " ");
	}

	private String history(String address) {
		return this.pages.read(address, this.claire).text().replaceAll("[\u00a0\u202f]", " ");
	}

	private Person signsIn(String given, String family, String address) {
		Person person = this.cast.person(given, family);
		this.cast.flush();
		this.keeping.correct(person.getId(), person.getVersion(), new AccountKeeping.Name(given, family), address);
		this.jdbc.sql("DELETE FROM known_address WHERE person_id = :id AND address <> :address")
			.param("id", person.getId())
			.param("address", address)
			.update();
		this.cast.flush();
		this.jdbc.sql("DELETE FROM letter WHERE recipient_id = :id").param("id", person.getId()).update();
		this.inviting.givePassword(person, Cast.PASSWORD);
		return person;
	}

	private Account account(Person person) {
		return this.accounts.ofPerson(person.getId()).orElseThrow();
	}

	private void key(UUID account) {
		this.jdbc
			.sql("""
					INSERT INTO passkey (id, version, account_id, credential_id, public_key, signature_count, transports,
					  backup_eligible, backup_state, attestation, attestation_client, name, added_at)
					VALUES (:id, 0, :account, :id::text::bytea, 'x', 0, '', false, false, 'x', 'x', 'Téléphone', '2026-09-01')""")
			.param("id", Ids.next())
			.param("account", account)
			.update();
	}

	private void letter(Person to, UUID about, String kind, @Nullable String secret) {
		this.jdbc
			.sql("""
					INSERT INTO letter (id, kind, recipient_id, subject_id, unique_key, topic, secret, state, posted_at, due_at, attempts)
					VALUES (:id, :kind, :to, :about, :key, 'x', :secret, 'WAITING', '2026-09-01', '2026-09-01', 0)""")
			.param("id", Ids.next())
			.param("kind", "test." + kind)
			.param("to", to.getId())
			.param("about", about)
			.param("key", kind + ":" + to.getId() + ":" + about)
			.param("secret", secret, java.sql.Types.VARCHAR)
			.update();
	}

	private List<UUID> day() {
		CollectiveSession session = this.sessions.ranked(this.parcours.getId(), 1).orElseThrow();
		LocalDateTime afternoon = MORNING.plusHours(4);
		this.scheduling.schedule(this.parcours.getId(), 1, session.getVersion(), new SessionPlan(
				List.of(new TimeSlot(MORNING, MORNING.plusHours(3)), new TimeSlot(afternoon, afternoon.plusHours(3))),
				Mode.PRESENTIEL, "Salle", "", ""));
		this.cast.flush();
		this.cast.itIs(MORNING.plusHours(8));
		return this.sessions.ranked(this.parcours.getId(), 1)
			.orElseThrow()
			.getHalfDays()
			.stream()
			.map((half) -> half.getId())
			.toList();
	}

	private void mark(UUID halfDay, Person person, AttendanceStatus status) {
		Impersonation.as(this.claire, () -> this.attendance.record(this.parcours.getId(), halfDay, person.getId(),
				status, AttendanceMethod.BY_FACILITATOR, null));
		this.cast.flush();
	}

	private void hold() {
		Impersonation.as(this.claire, () -> this.scheduling.hold(this.parcours.getId(), 1,
				this.sessions.ranked(this.parcours.getId(), 1).orElseThrow().getVersion()));
		this.cast.flush();
	}

	private void meet(Enrolment enrolment, Person facilitator, LocalDateTime at) {
		var meeting = this.meetings.ofEnrolment(enrolment.getId()).getFirst();
		Impersonation.as(this.claire, () -> this.meetingKeeping.schedule(this.parcours.getId(), meeting.getId(),
				meeting.getVersion(), facilitator.getId(), new TimeSlot(at, at.plusHours(1)), Mode.PRESENTIEL, "Ici"));
		this.cast.flush();
	}

	private List<String> strings(String sql, Person person) {
		return this.jdbc.sql(sql).param("id", person.getId()).query((row, n) -> row.getString(1)).list();
	}

}
