package fr.faireavec.parcours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.AttendanceTaking;
import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.BilanFigures;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.bilans.BilanPublishing;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Leaving;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.privacy.Erasing;
import fr.faireavec.privacy.Mentions;
import fr.faireavec.privacy.PersonalFile;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What ends is really ended, with all that was open in it; and each end has its way back.
 */
@IntegrationTest
class ParcoursEndTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	private static final LocalDate HELD = LocalDate.of(2026, 9, 10);

	private static final LocalDate COMING = LocalDate.of(2026, 10, 15);

	private static final String WHY = "La convention s’arrête.";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private ParcoursLife life;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private MeetingKeeping keeping;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private AttendanceTaking taking;

	@Autowired
	private Leaving leaving;

	@Autowired
	private BilanPublishing publishing;

	@Autowired
	private BilanFigures figures;

	@Autowired
	private Bilans bilans;

	@Autowired
	private Erasing erasing;

	@Autowired
	private Mentions mentions;

	@Autowired
	private PersonalFile file;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person ada;

	private Person ines;

	private Person hugo;

	private Parcours parcours;

	private Enrolment canal;

	private Enrolment cantine;

	private Mandate pilot;

	private String href;

	/** A day held, one to come, five to plan; two meetings to come, two to plan. */
	@BeforeEach
	void aParcoursWithEverythingInIt() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ada = this.cast.administrator("Ada", "Minard");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Pays de test", START, this.claire);
		this.href = "/parcours/" + this.parcours.getSlug();
		this.canal = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		this.pilot = this.cast.pilot(this.canal, this.ines, START);
		this.cast.pilot(this.cantine, this.hugo, START);
		plan(1, HELD);
		this.cast.itIs(HELD.atTime(10, 0));
		sign(1, this.ines);
		this.scheduling.hold(id(), 1, version(1));
		plan(2, COMING);
		meet(this.canal, COMING.plusDays(1));
		meet(this.cantine, COMING.plusDays(2));
		this.cast.forget();
	}

	@Test
	void whatIsGivenUpTakesAllThatWasOpenWithIt() {
		assertThat(this.pages.read("/", this.claire).text()).contains("Cantine Coop");
		everythingOpenIsCancelled("parcours.cancelled", this.life::cancel);
		assertThat(this.pages.get(this.href, this.ines)).hasStatus(404);
		assertThat(mandates()).containsOnly("LAPSED");
	}

	@Test
	void soDoesWhatIsClosedBeforeItsTime() {
		everythingOpenIsCancelled("parcours.closed", this.life::close);
		assertThat(this.pages.get(this.href, this.ines)).hasStatusOk();
		assertThat(this.pages.read("/", this.ines).text()).doesNotContain("15 octobre");
		assertThat(mandates()).containsOnly("ACTIVE");
	}

	private void everythingOpenIsCancelled(String what, Ending ending) {
		Document before = this.pages.read(this.href + "/cloture", this.claire);
		assertThat(before.text()).contains("6 séances ni tenues ni annulées", "4 rendez-vous ni tenus ni annulés")
			.contains("annulés avec cette raison")
			.doesNotContain("dont ");
		ending.end(id(), this.cast.reload(this.parcours).getVersion(), WHY);
		this.cast.forget();
		List<SessionState> states = this.sessions.ofParcours(id()).stream().map(CollectiveSession::getState).toList();
		assertThat(states).hasSize(7).startsWith(SessionState.HELD);
		assertThat(states.subList(1, 7)).containsOnly(SessionState.CANCELLED);
		assertThat(this.sessions.ofParcours(id()).get(1).getCancelReason()).isEqualTo(WHY);
		assertThat(this.meetings.ofParcours(id())).hasSize(4).allSatisfy((meeting) -> {
			assertThat(meeting.getState()).isEqualTo(MeetingState.CANCELLED);
			assertThat(meeting.getCancelReason()).isEqualTo(WHY);
		});
		assertThat(told()).containsEntry("session.cancelled", 6L)
			.containsEntry("meeting.cancelled", 4L)
			.containsEntry(what, 1L);
		assertThat(this.pages.read("/", this.claire).text()).doesNotContain("Cantine Coop", "15 octobre");
		Parcours other = this.cast.parcours("Un autre", START, this.claire);
		Enrolment elsewhere = this.cast.enrol(other, this.cast.structure("Garage Entraide"));
		this.cast.flush();
		IndividualMeeting free = this.meetings.ofEnrolment(elsewhere.getId()).getFirst();
		this.keeping.schedule(other.getId(), free.getId(), free.getVersion(), this.claire.getId(),
				slot(COMING.plusDays(1)), Mode.PRESENTIEL, "");
	}

	@Test
	void aDayThatWasSignedForIsNotGivenUpUnseen() {
		this.cast.itIs(COMING.atTime(10, 0));
		sign(2, this.hugo);
		assertThat(this.pages.read(this.href + "/cloture", this.claire).text()).contains("dont 1 séance passée");
		for (String end : List.of("/cloture", "/abandon")) {
			MvcTestResult refused = this.pages.post(this.href + end, this.claire, "version", parcoursVersion(),
					"reason", WHY);
			assertThat(refused).hasStatus(422);
			assertThat(Pages.document(refused).select(".summary").text()).contains("2. Le déjà-là", "Marquez-la tenue");
			assertThat(Pages.document(refused).select("#reason").text()).isEqualTo(WHY);
		}
	}

	@Test
	void whoeverRanWhatEndedIsErasedOnceItIsOver() {
		assertThat(hindrances(this.claire)).contains("privacy.obstacle.meetings");
		for (Ending ending : List.<Ending>of(this.life::cancel, this.life::close)) {
			assertThat(hindrances(this.claire)).contains("privacy.obstacle.facilitates");
			ending.end(id(), this.cast.reload(this.parcours).getVersion(), WHY);
			this.cast.forget();
			assertThat(hindrances(this.claire)).isEmpty();
			reopen();
		}
		this.life.cancel(id(), this.cast.reload(this.parcours).getVersion(), WHY);
		reopen();
		this.life.close(id(), this.cast.reload(this.parcours).getVersion(), WHY);
		this.cast.forget();
		erase(this.claire);
		assertThat(this.jdbc.sql("SELECT state FROM individual_meeting").query(String.class).list())
			.containsOnly("CANCELLED");
		assertThat(this.pages.read(this.href, this.ada).text()).doesNotContain("Vasseur");
		Impersonation.as(this.ada, this::reopen);
		assertThat(this.jdbc.sql("SELECT count(*) FROM parcours_facilitator").query(Long.class).single()).isZero();
		assertThat(this.pages.read(this.href + "/animation", this.ada).text()).contains("Personne n’anime ce parcours");
	}

	@Test
	void aParcoursClosedByMistakeIsReopened() {
		this.life.close(id(), this.cast.reload(this.parcours).getVersion(), WHY);
		this.cast.forget();
		assertThat(enrolments()).containsOnly("COMPLETED");
		assertThat(this.jdbc
			.sql("""
					SELECT p.given_name FROM letter l JOIN person p ON p.id = l.recipient_id WHERE l.kind = 'cohorts.thanks'""")
			.query(String.class)
			.list()).containsExactlyInAnyOrder("Inès", "Hugo");
		Document settings = this.pages.read(this.href + "/modifier", this.claire);
		assertThat(settings.select("#name")).isEmpty();
		assertThat(settings.text()).contains("ses réglages ne changent plus");
		Document page = this.pages.read(settings.select("a[href$=reouverture]").attr("href"), this.claire);
		assertThat(page.text()).contains("6 séances sont annulées et le restent",
				"4 rendez-vous sont annulés et le restent", "Un bilan publié reste tel qu’il a été publié");
		String version = page.select("input[name=version]").val();
		MvcTestResult mute = this.pages.post(this.href + "/reouverture", this.claire, "version", version, "reason",
				" ");
		assertThat(mute).hasStatus(422);
		assertThat(Pages.document(mute).select("#reason-error").text()).contains("pourquoi vous rouvrez");
		assertThat(this.pages.post(this.href + "/reouverture", this.claire, "version", "-1", "reason", "Une erreur"))
			.hasStatus(409);
		assertThat(this.pages.post(this.href + "/reouverture", this.claire, "version", version, "reason", "Une erreur"))
			.hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(status()).isEqualTo("RUNNING");
		assertThat(enrolments()).containsOnly("ACTIVE");
		assertThat(this.sessions.ranked(id(), 2).orElseThrow().getState()).isEqualTo(SessionState.CANCELLED);
		plan(2, COMING);
		assertThat(this.sessions.ranked(id(), 2).orElseThrow().getState()).isEqualTo(SessionState.SCHEDULED);
		assertThat(this.pages.read(this.href + "/historique", this.claire).text()).contains("Parcours rouvert",
				"Une erreur");
		assertThat(this.pages.get(this.href + "/reouverture", this.claire)).hasStatus(422);
		assertThatExceptionOfType(Refusal.class).isThrownBy(this::reopen);
		assertThatExceptionOfType(StaleEdit.class).isThrownBy(() -> this.life.reopen(id(), 0, "Une erreur"));
	}

	@Test
	void whatIsTakenOutOfTheArchivesIsClosedWithItsPeople() {
		this.life.close(id(), this.cast.reload(this.parcours).getVersion(), WHY);
		this.cast.itIs(COMING.plusMonths(1).atTime(10, 0));
		this.life.archive(id(), this.cast.reload(this.parcours).getVersion());
		this.cast.forget();
		assertThat(this.pages.get(this.href, this.ines)).hasStatus(404);
		assertThat(mandates()).containsOnly("LAPSED");
		this.cast.itIs(COMING.plusMonths(3).atTime(10, 0));
		reopen();
		assertThat(status()).isEqualTo("CLOSED");
		assertThat(enrolments()).containsOnly("COMPLETED");
		assertThat(mandates()).containsOnly("ACTIVE");
		assertThat(this.pages.get(this.href, this.ines)).hasStatusOk();
		reopen();
		assertThat(status()).isEqualTo("RUNNING");
	}

	@Test
	void whatWasGivenUpIsWhatItWasWithItsPeople() {
		this.leaving.withdraw(id(), this.cantine.getId(), version(this.cantine), COMING.minusDays(3), "Plus de temps");
		this.cast.forget();
		this.life.cancel(id(), this.cast.reload(this.parcours).getVersion(), WHY);
		this.cast.itIs(COMING.atTime(10, 0));
		reopen();
		assertThat(status()).isEqualTo("RUNNING");
		assertThat(this.pages.get(this.href, this.ines)).hasStatusOk();
		assertThat(this.pages.get(this.href, this.hugo)).hasStatus(404);
		Parcours draft = this.cast.parcours("Un brouillon", START, this.claire);
		this.jdbc.sql("UPDATE parcours SET status = 'DRAFT', started_at = NULL WHERE id = :id")
			.param("id", draft.getId())
			.update();
		this.cast.forget();
		this.life.cancel(draft.getId(), this.cast.reload(draft).getVersion(), WHY);
		this.life.reopen(draft.getId(), this.cast.reload(draft).getVersion(), "Une erreur");
		assertThat(this.cast.reload(draft).getStatus()).isEqualTo(ParcoursStatus.DRAFT);
	}

	@Test
	void aPublishedBilanStaysAndAnotherMayFollow() {
		this.life.close(id(), this.cast.reload(this.parcours).getVersion(), WHY);
		Bilan first = publish();
		assertThat(first.document().figures().structures().kept()).isNotNull();
		reopen();
		assertThat(this.figures.of(id(), START, COMING.plusMonths(6)).structures().kept()).isNull();
		Bilan still = this.bilans.numbered(id(), 1).orElseThrow();
		assertThat(still.sha256()).isEqualTo(first.sha256());
		assertThat(still.document()).isEqualTo(first.document());
		assertThat(still.intact()).isTrue();
		assertThat(publish().number()).isEqualTo(2);
	}

	/** No page of what is over shows a form that could only be refused. */
	@Test
	void whatIsOverShowsNoFormThatAlwaysRefuses() {
		UUID meeting = this.meetings.ofEnrolment(this.canal.getId()).getFirst().getId();
		String sheet = "/structures/" + this.canal.getId();
		List<String> closed = List.of("/modifier", "/cloture", "/abandon", "/animation", "/structures",
				"/structures/import", sheet + "/retrait", sheet + "/retour", "/seances", "/seances/1", "/seances/2",
				"/seances/1/emargement", "/seances/1/programmation", "/seances/1/contenu", "/seances/2/annulation",
				"/seances/1/tenue/annulation", "/rendez-vous", "/rendez-vous/" + meeting,
				"/rendez-vous/" + meeting + "/programmation", "/rendez-vous/" + meeting + "/notes",
				"/rendez-vous/" + meeting + "/tenue", "/rendez-vous/" + meeting + "/annulation",
				"/rendez-vous/" + meeting + "/tenue/annulation");
		this.life.close(id(), this.cast.reload(this.parcours).getVersion(), WHY);
		assertThat(formsOn(closed)).isEmpty();
		this.life.archive(id(), this.cast.reload(this.parcours).getVersion());
		List<String> archived = new ArrayList<>(closed);
		archived.addAll(List.of(sheet, sheet + "/niveaux", sheet + "/estimation", sheet + "/mandats/nouveau?role=PILOT",
				sheet + "/mandats/" + this.pilot.getId() + "/fin", "/journal", "/journal/nouvelle-action"));
		assertThat(formsOn(archived)).isEmpty();
		reopen();
		reopen();
		assertThat(formsOn(List.of("/seances/2/programmation", "/structures"))).hasSize(2);
		this.life.cancel(id(), this.cast.reload(this.parcours).getVersion(), WHY);
		assertThat(formsOn(archived)).isEmpty();
	}

	private List<String> formsOn(List<String> addresses) {
		this.cast.forget();
		List<String> found = new ArrayList<>();
		for (String address : addresses) {
			MvcTestResult result = this.pages.get(this.href + address, this.claire);
			assertThat(result.getResponse().getStatus()).as(address).isIn(200, 422);
			Document page = Pages.document(result);
			if (result.getResponse().getStatus() == 422) {
				assertThat(page.select("[role=alert]").text()).as(address).isNotEmpty();
			}
			if (page.select("main form[method=post]")
				.stream()
				.anyMatch((form) -> !form.attr("action").endsWith("/archivage"))) {
				found.add(address);
			}
		}
		return found;
	}

	private void plan(int rank, LocalDate day) {
		this.cast.forget();
		this.scheduling.schedule(id(), rank, version(rank),
				new SessionPlan(List.of(TimeSlot.of(day, LocalTime.of(9, 30), LocalTime.of(12, 30))), Mode.PRESENTIEL,
						"Salle", "", ""));
		this.cast.forget();
	}

	private void sign(int rank, Person person) {
		UUID half = this.sessions.ranked(id(), rank).orElseThrow().getHalfDays().getFirst().getId();
		Impersonation.as(this.claire, () -> this.taking.record(id(), half, person.getId(), AttendanceStatus.PRESENT,
				AttendanceMethod.BY_FACILITATOR, null));
		this.cast.forget();
	}

	private void meet(Enrolment enrolment, LocalDate day) {
		IndividualMeeting meeting = this.meetings.ofEnrolment(enrolment.getId()).getFirst();
		this.keeping.schedule(id(), meeting.getId(), meeting.getVersion(), this.claire.getId(), slot(day),
				Mode.PRESENTIEL, "");
		this.cast.flush();
	}

	private static TimeSlot slot(LocalDate day) {
		return TimeSlot.of(day, LocalTime.of(14, 0), LocalTime.of(15, 0));
	}

	private void reopen() {
		this.life.reopen(id(), this.cast.reload(this.parcours).getVersion(), "Une erreur");
		this.cast.forget();
	}

	private Bilan publish() {
		Bilan made = Impersonation.giving(this.claire, () -> this.publishing.publish(id(), BilanKind.FINAL, START,
				COMING.plusMonths(6), "Ce que nous avons appris.", "Vite"));
		return made;
	}

	private Set<String> hindrances(Person person) {
		this.cast.forget();
		return this.file.prospect(person.getId())
			.obstacles()
			.stream()
			.map(PersonalFile.Hindrance::messageKey)
			.collect(java.util.stream.Collectors.toSet());
	}

	private void erase(Person person) {
		this.cast.forget();
		Impersonation.as(this.ada, () -> this.erasing.carryOut(person.getId(),
				new Mentions.Review(this.mentions.of(this.file.subject(person.getId())).seal(), Set.of(), "")));
		this.cast.forget();
	}

	private Map<String, Long> told() {
		Map<String, Long> told = new TreeMap<>();
		this.jdbc.sql("SELECT what, count(*) AS n FROM audit_row WHERE parcours_id = :id GROUP BY what")
			.param("id", id())
			.query((row, n) -> told.put(row.getString("what"), row.getLong("n")))
			.list();
		return told;
	}

	private List<@Nullable String> mandates() {
		return this.jdbc.sql("SELECT state FROM mandate").query(String.class).list();
	}

	private List<@Nullable String> enrolments() {
		return this.jdbc.sql("SELECT state FROM enrolment").query(String.class).list();
	}

	private String status() {
		return this.cast.reload(this.parcours).getStatus().name();
	}

	private int version(int rank) {
		return this.sessions.ranked(id(), rank).orElseThrow().getVersion();
	}

	private int version(Enrolment enrolment) {
		return this.jdbc.sql("SELECT version FROM enrolment WHERE id = :id")
			.param("id", enrolment.getId())
			.query(Integer.class)
			.single();
	}

	private String parcoursVersion() {
		return String.valueOf(this.cast.reload(this.parcours).getVersion());
	}

	private UUID id() {
		return this.parcours.getId();
	}

	/** Closes or gives up a parcours. */
	private interface Ending {

		void end(UUID parcoursId, int version, String reason);

	}

}
