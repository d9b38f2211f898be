package fr.faireavec.agenda;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.polls.AskedDay;
import fr.faireavec.polls.PollAnswering;
import fr.faireavec.polls.PollOpening;
import fr.faireavec.polls.PollReading;
import fr.faireavec.polls.PollSheet;
import fr.faireavec.polls.PollTerms;
import fr.faireavec.sequences.Say;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.IndividualMeeting;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Claire runs « Nos sources », where Inès pilots the Recyclerie; Malik runs another one.
 */
@IntegrationTest
class AgendaPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	private static final LocalDate DAY = START.plusDays(16);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private MeetingKeeping meetingKeeping;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private Inviting inviting;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PollOpening polls;

	@Autowired
	private PollAnswering answering;

	@Autowired
	private PollReading reading;

	@Autowired
	private MovableClock clock;

	private Pages pages;

	private Person claire;

	private Person ines;

	private Person hugo;

	private Parcours ours;

	private Parcours theirs;

	private Enrolment recyclerie;

	@BeforeEach
	void oneDayAndOneMeeting() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.ours = this.cast.parcours("Nos sources", START, this.claire);
		this.theirs = this.cast.parcours("Leurs rivières", START, malik);
		this.recyclerie = this.cast.enrol(this.ours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.pilot(this.cast.enrol(this.ours, this.cast.structure("Cantine Coop")), this.hugo, START);
		this.cast.flush();
		schedule(this.ours, 1, DAY);
		meet(DAY.plusDays(1));
		schedule(this.theirs, 1, DAY);
	}

	@Test
	void everybodySeesTheirOwnDatesAndWhoRunsAParcoursAllOfIt() {
		String hers = this.pages.read("/agenda", this.ines).select("main").text();
		assertThat(hers)
			.contains("jeu. 17 sept.", "Jour 1", "Nos sources", "ven. 18 sept.", "Recyclerie du Canal",
					"Rendez-vous, Nos sources")
			.doesNotContain("Leurs rivières", "toutes les dates");
		assertThat(this.pages.read("/agenda?qui=tous", this.ines).select("main").text())
			.doesNotContain("Leurs rivières");
		assertThat(this.pages.read("/agenda", this.hugo).select("main").text()).contains("Jour 1")
			.doesNotContain("Recyclerie du Canal");
		String claires = this.pages.read("/agenda?qui=tous", this.claire).select("main").text();
		assertThat(claires).contains("Jour 1", "Recyclerie du Canal", "Voir mes dates seulement")
			.doesNotContain("Leurs rivières");
		Person ada = this.cast.administrator("Ada", "Min");
		this.cast.flush();
		assertThat(this.pages.read("/agenda?qui=tous", ada).select("main").text()).contains("Nos sources",
				"Leurs rivières");
		assertThat(this.pages.read("/agenda", ada).select("main").text()).contains("Aucune date");
	}

	@Test
	void aMonthAndAYearAreShownAndWhateverIsAskedIsAnswered() {
		var month = this.pages.read("/agenda?vue=mois&mois=2026-09", this.ines);
		assertThat(month.select("table.month tbody tr")).hasSize(5);
		assertThat(month.select("table.month td:not(.free)")).hasSize(2);
		assertThat(month.select("a[rel=next]").attr("href")).contains("mois=2026-10");
		assertThat(this.pages.read("/agenda?vue=annee&mois=2026-01", this.ines).select("h3").eachText())
			.containsExactly("septembre 2026");
		for (String odd : List.of("?mois=2026-13", "?mois=9999-01", "?vue=jour", "?qui=elle", "?mois=-1")) {
			assertThat(this.pages.get("/agenda" + odd, this.ines)).as(odd).hasStatusOk();
		}
	}

	@Test
	void whoRunsTwoAtOnceIsTold() {
		this.cast.reload(this.theirs);
		Parcours another = this.cast.parcours("Nos vallées", START, this.claire);
		this.cast.flush();
		schedule(another, 1, DAY);
		var page = this.pages.read("/agenda", this.claire);
		assertThat(page.select("main").text()).contains("se chevauchent");
		assertThat(page.select(".clash")).hasSize(2);
		assertThat(this.pages.read("/agenda", this.ines).select(".clash")).isEmpty();
	}

	/** The same UID whatever becomes of it, and a number that grows when it must. */
	@Test
	void aCalendarFollowsWhatMovesAndWhatIsCancelled() {
		String address = address(this.ines);
		VEvent first = event(address, "Jour 1");
		assertThat(first.getSequence().getValue()).isZero();
		this.scheduling.describe(this.ours.getId(), 1, version(this.ours, 1), "Écouter", "", "");
		this.cast.forget();
		VEvent reworded = event(address, "Écouter");
		assertThat(reworded.getSequence().getValue()).as("other words are no other date").isZero();
		schedule(this.ours, 1, DAY.plusDays(7));
		VEvent moved = event(address, "Écouter");
		assertThat(moved.getSequence().getValue()).isOne();
		assertThat(moved.getUid()).isEqualTo(first.getUid());
		assertThat(moved.getLocation().getValue()).isEqualTo("Maison du parc, Saint-Amand");
		this.scheduling.cancel(this.ours.getId(), 1, version(this.ours, 1), "Neige");
		this.cast.forget();
		VEvent cancelled = event(address, "Écouter");
		assertThat(cancelled.getStatus().isCancelled()).isTrue();
		assertThat(cancelled.getSequence().getValue()).isEqualTo(2);
		schedule(this.ours, 1, DAY.plusDays(14));
		assertThat(event(address, "Écouter").getSequence().getValue()).isEqualTo(3);
		this.scheduling.postpone(this.ours.getId(), 1, version(this.ours, 1));
		this.cast.forget();
		assertThat(event(address, "Écouter").getStatus().isCancelled()).isTrue();
		assertThat(event(address, "Rendez-vous").getStatus().isConfirmed()).isTrue();
		IndividualMeeting meeting = meeting();
		this.meetingKeeping.postpone(this.ours.getId(), meeting.getId(), meeting.getVersion());
		this.cast.forget();
		assertThat(event(address, "Rendez-vous").getStatus().isCancelled()).isTrue();
		assertThat(read(address)).contains("METHOD:PUBLISH", "TZID:Europe/Paris").doesNotContain("ATTENDEE");
	}

	/** Kept free, it is there as not certain; firm, it is another state of the same. */
	@Test
	void aReservedDateIsNotCertain() {
		String address = address(this.ines);
		SessionPlan plan = new SessionPlan(List.of(new TimeSlot(DAY.atTime(9, 30), DAY.atTime(12, 30))),
				Mode.PRESENTIEL, "Maison du parc", "", "");
		this.scheduling.reserve(this.ours.getId(), 2, version(this.ours, 2), shifted(plan, 28));
		this.cast.forget();
		VEvent kept = event(address, "Jour 2");
		assertThat(kept.getStatus().isTentative()).isTrue();
		assertThat(this.pages.read("/agenda", this.ines).select("main .tag.plum").text()).contains("réservé");
		this.scheduling.makeFirm(this.ours.getId(), 2, version(this.ours, 2));
		this.cast.forget();
		VEvent firm = event(address, "Jour 2");
		assertThat(firm.getStatus().isConfirmed()).isTrue();
		assertThat(firm.getUid()).isEqualTo(kept.getUid());
		assertThat(firm.getSequence().getValue()).isEqualTo(kept.getSequence().getValue() + 1);
	}

	/** What a poll asks about is there as not certain, but what one refused. */
	@Test
	void datesThatAreAskedAboutAreNotCertainAndLeaveWithThePoll() {
		LocalDate one = DAY.plusDays(30);
		LocalDate two = DAY.plusDays(32);
		UUID poll = this.polls.open(Ids.next(), this.ours.getId(), new PollTerms(DAY, 3, 7, "", false),
				List.of(new AskedDay(2, new AskedDay.Hours(LocalTime.of(9, 30), LocalTime.of(12, 30), null, null),
						new AskedDay.Place(Mode.PRESENTIEL, "Salle", "", ""), List.of(one, two))));
		this.cast.flush();
		String address = address(this.ines);
		assertThat(asked(address)).containsExactly(one, two);
		PollSheet sheet = this.reading.of(poll).orElseThrow();
		List<PollSheet.Dated> options = sheet.days().getFirst().options();
		this.answering.answer(poll, this.ines.getId(),
				Map.of(options.getFirst().id(), Say.NO, options.getLast().id(), Say.YES), "", Set.of());
		this.cast.flush();
		assertThat(asked(address)).containsExactly(two);
		this.polls.abandon(this.ours.getId(), this.reading.of(poll).orElseThrow().version());
		this.cast.flush();
		assertThat(asked(address)).isEmpty();
	}

	private List<LocalDate> asked(String address) {
		return Biweekly.parse(read(address))
			.first()
			.getEvents()
			.stream()
			.filter((event) -> event.getSummary().getValue().contains("date demandée"))
			.map((event) -> LocalDate.ofInstant(event.getDateStart().getValue().toInstant(), Zones.PARIS))
			.toList();
	}

	private static SessionPlan shifted(SessionPlan plan, int days) {
		return new SessionPlan(plan.halfDays()
			.stream()
			.map((half) -> new TimeSlot(half.start().plusDays(days), half.end().plusDays(days)))
			.toList(), plan.mode(), plan.venue(), plan.address(), plan.videoLink());
	}

	/**
	 * A day is of those mandated that day: the successor reads it, the predecessor no
	 * more.
	 */
	@Test
	void theDaysAreOfThoseMandatedThen() {
		String address = address(this.ines);
		assertThat(read(address)).contains("jour 1");
		Person nora = this.cast.person("Nora", "Leclercq");
		this.cast.itIs(START.plusDays(3).atTime(9, 0));
		this.cast.pilot(this.recyclerie, nora, START.plusDays(3));
		this.cast.forget();
		assertThat(read(address)).doesNotContain("jour 1");
		assertThat(read(address(nora))).contains("jour 1");
	}

	@Test
	void whoeverHasItAsItIsIsToldSo() {
		String address = address(this.ines);
		MvcTestResult first = this.mvc.get().uri(address).exchange();
		assertThat(first).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
		String tag = String.valueOf(first.getResponse().getHeader(HttpHeaders.ETAG));
		assertThat(first.getResponse().getHeaders(HttpHeaders.CACHE_CONTROL)).singleElement()
			.asString()
			.contains("private", "must-revalidate");
		assertThat(first.getResponse().getHeader(HttpHeaders.LAST_MODIFIED)).isNotNull();
		assertThat(this.mvc.get().uri(address).header(HttpHeaders.IF_NONE_MATCH, tag)).hasStatus(304);
		schedule(this.ours, 1, DAY.plusDays(7));
		assertThat(this.mvc.get().uri(address).header(HttpHeaders.IF_NONE_MATCH, tag)).hasStatusOk();
	}

	@Test
	void anAddressThatWasClosedLeadsNowhereNorDoesAnother() {
		String address = address(this.ines);
		assertThat(this.mvc.get().uri(address)).hasStatusOk();
		assertThat(this.pages.post("/agenda/adresse/fin", this.ines)).hasRedirectedUrl("/agenda#adresse");
		assertThat(this.mvc.get().uri(address)).hasStatus(404);
		assertThat(this.mvc.get().uri("/agenda/personne.ics")).hasStatus(404);
		String another = address(this.ines);
		assertThat(another).isNotEqualTo(address);
		this.keeping.disable(this.ines.getId());
		this.cast.forget();
		assertThat(this.mvc.get().uri(another)).as("a closed account").hasStatus(404);
	}

	@Test
	void itEndsWithWhatItWasGivenOn() {
		for (WaysInChanged.Reason reason : Set.of(WaysInChanged.Reason.ADDRESS_CORRECTED,
				WaysInChanged.Reason.ROLE_GIVEN, WaysInChanged.Reason.SIGNED_OUT, WaysInChanged.Reason.REUNITED)) {
			String address = address(this.ines);
			this.events.publishEvent(new WaysInChanged(this.ines.getId(), reason));
			this.cast.flush();
			assertThat(this.mvc.get().uri(address)).as(reason.name()).hasStatus(404);
		}
		String stays = address(this.ines);
		this.events.publishEvent(new WaysInChanged(this.ines.getId(), WaysInChanged.Reason.PASSWORD));
		this.cast.flush();
		assertThat(this.mvc.get().uri(stays)).hasStatusOk();
	}

	/** Whoever helps somebody in sees what they see that day, and keeps nothing. */
	@Test
	void aVisitByALinkPassedOnNeitherSeesTheAddressNorMakesOne() {
		address(this.ines);
		String link = Impersonation.giving(this.claire, () -> this.inviting.issueLink(this.ines.getId()));
		this.cast.flush();
		Device passedOn = new Device(this.mvc);
		passedOn.post("/invitation/" + link);
		var page = Pages.document(passedOn.get("/agenda"));
		assertThat(page.select("main").text()).contains("Jour 1", "sans passer par un lien remis");
		assertThat(page.html()).doesNotContain(".ics");
		assertThat(passedOn.post("/agenda/adresse")).hasStatus(303).hasRedirectedUrl("/connexion?preuve");
		assertThat(passedOn.post("/agenda/adresse/fin")).hasStatus(303).hasRedirectedUrl("/connexion?preuve");
	}

	/** Only what leads nowhere is counted: a whole office behind one address goes in. */
	@Test
	void guessingIsSlowedAndNobodyIsShutOut() {
		String address = address(this.ines);
		int status = 404;
		for (int i = 0; i < 100 && status == 404; i++) {
			status = this.mvc.get().uri("/agenda/" + i + ".ics").exchange().getResponse().getStatus();
		}
		assertThat(status).isEqualTo(429);
		for (int i = 0; i < 5; i++) {
			assertThat(this.mvc.get().uri(address)).hasStatusOk();
		}
		this.clock.moveTo(this.clock.instant().plus(Duration.ofMinutes(16)));
		assertThat(this.mvc.get().uri("/agenda/x.ics")).hasStatus(404);
	}

	/** Its address, made on the page as its owner does. */
	private String address(Person person) {
		this.pages.post("/agenda/adresse", person);
		this.cast.flush();
		String shown = this.pages.read("/agenda", person).select("#adresse-agenda").val();
		assertThat(shown).startsWith("http://localhost").endsWith(".ics");
		return shown.substring(shown.indexOf("/agenda/"));
	}

	private String read(String address) {
		MvcTestResult result = this.mvc.get().uri(address).exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8)
			.replace("\r\n ", "");
	}

	private VEvent event(String address, String title) {
		return Biweekly.parse(read(address))
			.first()
			.getEvents()
			.stream()
			.filter((event) -> event.getSummary().getValue().contains(title)
					|| event.getSummary().getValue().contains(title.toLowerCase(java.util.Locale.ROOT)))
			.findFirst()
			.orElseThrow();
	}

	private void schedule(Parcours parcours, int rank, LocalDate day) {
		this.scheduling.schedule(parcours.getId(), rank, version(parcours, rank),
				new SessionPlan(
						List.of(new TimeSlot(day.atTime(9, 30), day.atTime(12, 30)),
								new TimeSlot(day.atTime(13, 30), day.atTime(16, 30))),
						Mode.PRESENTIEL, "Maison du parc", "Saint-Amand", ""));
		this.cast.forget();
	}

	private int version(Parcours parcours, int rank) {
		return this.sessions.ranked(parcours.getId(), rank).orElseThrow().getVersion();
	}

	private IndividualMeeting meeting() {
		return this.meetings.ofEnrolment(this.recyclerie.getId()).getFirst();
	}

	private void meet(LocalDate day) {
		IndividualMeeting meeting = meeting();
		this.meetingKeeping.schedule(this.ours.getId(), meeting.getId(), meeting.getVersion(), this.claire.getId(),
				new TimeSlot(day.atTime(14, 0), day.atTime(15, 0)), Mode.PRESENTIEL, "À la Recyclerie");
		this.cast.forget();
	}

}
