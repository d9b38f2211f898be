package fr.faireavec.slots;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.availability.AvailabilitySaying;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Leaving;
import fr.faireavec.kernel.Ids;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.parcours.FacilitationKeeping;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursLife;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Slots are offered in one go, taken by one structure, and follow their meeting. */
@IntegrationTest
class SlotPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private SlotOffering offering;

	@Autowired
	private SlotRows rows;

	@Autowired
	private MeetingSlots slots;

	@Autowired
	private MeetingKeeping keeping;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private Leaving leaving;

	@Autowired
	private FacilitationKeeping facilitation;

	@Autowired
	private AccountKeeping accounts;

	@Autowired
	private ParcoursLife life;

	@Autowired
	private AvailabilitySaying availability;

	@Autowired
	private List<LetterKind> kinds;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person ines;

	private Person hugo;

	private Parcours parcours;

	private Enrolment recyclerie;

	private Enrolment cantine;

	private String list;

	@BeforeEach
	void aParcours() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		this.recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.pilot(this.cantine, this.hugo, START);
		this.list = "/parcours/" + this.parcours.getSlug() + "/rendez-vous";
		this.cast.forget();
	}

	/** One slot each, none when nobody can; changed freely, fixed at once, and told. */
	@Test
	void structuresAreGivenTheSlotsThereAre() {
		this.offering.offer(Ids.next(), this.parcours.getId(), this.claire.getId(),
				new SlotRun(DAY, LocalTime.of(9, 0), LocalTime.of(11, 0), 60, 0), Mode.PRESENTIEL, "Au local");
		this.offering.offer(Ids.next(), this.parcours.getId(), this.claire.getId(),
				new SlotRun(DAY, LocalTime.of(14, 0), LocalTime.of(15, 0), 60, 0), Mode.PRESENTIEL, "Au local");
		this.availability.say(this.hugo.getId(), Set.of("TUESDAY_MORNING"));
		this.cast.flush();
		Document page = this.pages.read(this.list + "/repartition", this.claire);
		assertThat(page.select("select option[selected]").eachText()).satisfiesExactly(
				(cantine) -> assertThat(cantine).contains("14 h"),
				(recyclerie) -> assertThat(recyclerie).contains("9 h"));
		assertThat(page.text()).as("what he said is his").doesNotContain("mardi matin");
		String first = meeting(this.cantine, 1).getId().toString();
		String second = meeting(this.recyclerie, 1).getId().toString();
		String afternoon = page.select("select option[selected]").eachAttr("value").getFirst();
		String[] twice = { "version[" + first + "]", "0", "slot[" + first + "]", afternoon, "version[" + second + "]",
				"0", "slot[" + second + "]", afternoon };
		MvcTestResult refused = this.pages.post(this.list + "/repartition", this.claire, twice);
		assertThat(refused).hasStatus(422);
		assertThat(Pages.document(refused).select(".error").text()).contains("déjà donné à une autre structure");
		twice[7] = page.select("select option[selected]").eachAttr("value").getLast();
		assertThat(this.pages.post(this.list + "/repartition", this.claire, twice)).hasStatus3xxRedirection();
		assertThat(meeting(this.cantine, 1).getState()).isEqualTo(MeetingState.SCHEDULED);
		assertThat(meeting(this.recyclerie, 1).getState()).isEqualTo(MeetingState.SCHEDULED);
		assertThat(
				this.jdbc.sql("SELECT count(*) FROM letter WHERE kind = 'slots.assigned'").query(Long.class).single())
			.isEqualTo(2);
		LetterKind kind = this.kinds.stream()
			.filter((one) -> one.name().equals("slots.assigned"))
			.findFirst()
			.orElseThrow();
		Envelope envelope = new Envelope(Ids.next(), this.hugo.getId(), "Hugo Lemaire", "hugo@demo.example",
				meeting(this.cantine, 1).getId(), null, Instant.EPOCH);
		assertThat(kind.stillDue(envelope)).isTrue();
		assertThat(kind.render(envelope).blocks().toString()).contains("mardi 17 novembre 2026", "Au local",
				"/rendez-vous/" + first + "/creneau");
	}

	@Test
	void aRunIsShownBeforeItIsMade() {
		meet(this.cantine, 1, DAY.atTime(10, 15));
		String[] form = run(DAY, "09:00", "12:00");
		MvcTestResult shown = this.pages.post(this.list + "/creneaux", this.claire, form);
		assertThat(shown).hasStatus(422);
		Document page = Pages.document(shown);
		assertThat(page.select(".summary.warning").text()).contains("Voici ce qui sera proposé", "9 h → 10 h",
				"10 h 15 → 11 h 15 : pas proposé, il y a déjà un rendez-vous avec Cantine Coop");
		assertThat(page.select("input[name=place]").val()).isEqualTo("À la maison des associations");
		assertThat(this.slots.findAll()).isEmpty();
		MvcTestResult sent = this.pages.post(this.list + "/creneaux", this.claire, read(page, form));
		assertThat(sent).hasStatus3xxRedirection();
		assertThat(this.rows.free(this.parcours.getId())).singleElement()
			.satisfies((row) -> assertThat(row.slot().start()).isEqualTo(DAY.atTime(9, 0)));
		assertThat(this.pages.post(this.list + "/creneaux", this.claire, read(page, form))).as("sent again after Back")
			.hasStatus3xxRedirection();
		assertThat(this.slots.findAll()).hasSize(1);
		assertThat(this.pages.read(this.list, this.claire).select("#creneaux ~ ul").text()).contains("9 h → 10 h",
				"Claire Vasseur", "libre");
	}

	/** Other hours than those that were read are shown anew. */
	@Test
	void whatWasReadOfOneRunWasNotReadOfAnother() {
		Document page = Pages
			.document(this.pages.post(this.list + "/creneaux", this.claire, run(DAY, "09:00", "12:00")));
		assertThat(this.pages.post(this.list + "/creneaux", this.claire, read(page, run(DAY, "14:00", "17:00"))))
			.hasStatus(422);
		assertThat(this.slots.findAll()).isEmpty();
	}

	@Test
	void aSessionThenIsAWarningThatASecondSubmitOverrides() {
		Parcours other = this.cast.parcours("Rivières", START, this.claire);
		this.scheduling.schedule(other.getId(), 1, 0, plan(DAY));
		Document page = Pages
			.document(this.pages.post(this.list + "/creneaux", this.claire, run(DAY, "09:00", "10:00")));
		assertThat(page.select(".summary.warning").text()).contains("Rivières");
		this.pages.post(this.list + "/creneaux", this.claire, read(page, run(DAY, "09:00", "10:00")));
		assertThat(this.rows.free(this.parcours.getId())).as("she knows").hasSize(1);
	}

	/** What comes later hides a slot; what goes away gives it back. */
	@Test
	void aSlotHidesWhileItsFacilitatorIsElsewhere() {
		offer(DAY, 9, 12);
		assertThat(this.rows.free(this.parcours.getId())).hasSize(3);
		Parcours other = this.cast.parcours("Rivières", START, this.claire);
		this.scheduling.schedule(other.getId(), 1, 0, plan(DAY));
		this.cast.flush();
		assertThat(this.rows.free(this.parcours.getId())).isEmpty();
		assertThat(this.pages.read(this.list, this.claire).text()).contains("une séance a lieu à ce moment");
		this.scheduling.postpone(other.getId(), 1, 1);
		meet(this.cantine, 1, DAY.atTime(9, 30));
		assertThat(this.rows.free(this.parcours.getId())).extracting((row) -> row.slot().start().getHour())
			.containsExactly(11);
		this.keeping.postpone(this.parcours.getId(), meeting(this.cantine, 1).getId(),
				meeting(this.cantine, 1).getVersion());
		this.cast.flush();
		assertThat(this.rows.free(this.parcours.getId())).hasSize(3);
	}

	@Test
	void whatIsPastOrEmptyIsRefusedBesideItsField() {
		this.cast.itIs(DAY.atTime(9, 30));
		MvcTestResult late = this.pages.post(this.list + "/creneaux", this.claire, run(DAY, "09:00", "12:00"));
		assertThat(late).hasStatus(422);
		assertThat(Pages.document(late).select("#from-error").text()).contains("9 h → 10 h est déjà passé");
		MvcTestResult none = this.pages.post(this.list + "/creneaux", this.claire, run(DAY, "12:00", "12:30"));
		assertThat(Pages.document(none).select("#to-error").text()).contains("Aucun rendez-vous de cette durée");
		assertThat(Pages.document(this.pages.post(this.list + "/creneaux", this.claire)).select(".summary li"))
			.hasSizeGreaterThan(3);
	}

	@Test
	void aStructureTakesOneMovesItAndGivesItBack() {
		assertThat(next(this.recyclerie)).contains("plus tard");
		offer(DAY, 9, 12);
		assertThat(next(this.recyclerie)).contains("à la structure de choisir");
		assertThat(this.pages.read("/", this.ines).select(".todo a[href$=creneau]").text())
			.contains("Choisir un créneau");
		Document own = this.pages.read(this.list, this.ines);
		assertThat(own.select("#a-choisir ~ ul").text()).contains("Choisir un créneau", "3 créneaux libres");
		Document page = this.pages.read(href(this.recyclerie, 1) + "/creneau", this.ines);
		assertThat(page.select("input[type=radio]")).hasSize(3);
		assertThat(page.text()).contains("mardi 17 novembre 2026, 9 h → 10 h", "Claire Vasseur", "dans vos locaux");
		assertThat(take(this.recyclerie, 1, this.ines, page.select("input[type=radio]").getFirst().val()))
			.hasStatus3xxRedirection();
		IndividualMeeting meeting = meeting(this.recyclerie, 1);
		assertThat(meeting.getState()).isEqualTo(MeetingState.SCHEDULED);
		assertThat(meeting.getSlot()).isEqualTo(new TimeSlot(DAY.atTime(9, 0), DAY.atTime(10, 0)));
		assertThat(meeting.getPlace()).isEqualTo("Recyclerie du Canal");
		assertThat(this.jdbc.sql("SELECT actor_id FROM audit_row WHERE what = 'meeting.scheduled'")
			.query(UUID.class)
			.single()).isEqualTo(this.ines.getId());
		assertThat(next(this.recyclerie)).contains("rien à faire");
		assertThat(this.pages.read(this.list, this.claire).select("#creneaux ~ ul").text())
			.contains("Pris : Recyclerie du Canal");
		assertThat(this.pages.read(this.list, this.ines).text()).contains("jusqu’au dimanche 15 novembre à 9 h");
		assertThat(take(this.recyclerie, 1, this.ines, free(1))).hasStatus3xxRedirection();
		assertThat(meeting(this.recyclerie, 1).getSlot()).isEqualTo(new TimeSlot(DAY.atTime(11, 0), DAY.atTime(12, 0)));
		assertThat(this.rows.free(this.parcours.getId())).extracting((row) -> row.slot().start().getHour())
			.containsExactly(9, 10);
		this.pages.post(href(this.recyclerie, 1) + "/creneau/retour", this.ines, "version", version(this.recyclerie));
		assertThat(meeting(this.recyclerie, 1).getState()).isEqualTo(MeetingState.TO_PLAN);
		assertThat(this.rows.free(this.parcours.getId())).hasSize(3);
	}

	@Test
	void whoeverComesSecondReadsWhatIsLeft() {
		offer(DAY, 9, 11);
		String first = free(0);
		assertThat(take(this.recyclerie, 1, this.ines, first)).hasStatus3xxRedirection();
		MvcTestResult late = take(this.cantine, 1, this.hugo, first);
		assertThat(late).hasStatus(422);
		Document page = Pages.document(late);
		assertThat(page.select("#slot-error").text()).contains("vient d’être pris");
		assertThat(page.select("input[type=radio]")).singleElement()
			.satisfies((left) -> assertThat(left.val()).isEqualTo(free(0)).isNotEqualTo(first));
		assertThat(take(this.cantine, 1, this.hugo, free(0))).hasStatus3xxRedirection();
		MvcTestResult none = take(this.recyclerie, 2, this.ines, first);
		assertThat(none).hasStatus(422);
		assertThat(Pages.document(none).text()).contains("vient d’être pris", "Aucun créneau libre");
	}

	/** The pilot and the copilot choose at the same time. */
	@Test
	void whatTheOtherPersonDidIsSaidOnThePage() {
		offer(DAY, 9, 11);
		MvcTestResult stale = this.pages.post(href(this.recyclerie, 1) + "/creneau", this.ines, "version", "7", "slot",
				free(0));
		assertThat(stale).hasStatus(422);
		assertThat(Pages.document(stale).text()).contains("vient d’être changé");
		assertThat(Pages.document(stale).select("input[name=version]").val()).isEqualTo(version(this.recyclerie));
	}

	@Test
	void tooLateThePageSaysWhomToCall() {
		offer(DAY, 9, 12);
		take(this.recyclerie, 1, this.ines, free(0));
		this.cast.itIs(DAY.minusDays(2).atTime(9, 0));
		assertThat(this.pages.read(this.list, this.ines).select("a[href$=creneau]")).isNotEmpty();
		this.cast.itIs(DAY.minusDays(2).atTime(9, 1));
		Document page = this.pages.read(this.list, this.ines);
		assertThat(page.select("#a-choisir ~ ul li").getFirst().text()).contains("Pour le changer, voyez avec Claire",
				"claire.vasseur@demo.example");
		MvcTestResult moved = take(this.recyclerie, 1, this.ines, free(0));
		assertThat(moved).hasStatus(422);
		assertThat(Pages.document(moved).text()).contains("dans moins de 48 h", "Claire Vasseur");
		assertThat(this.pages.post(href(this.recyclerie, 1) + "/creneau/retour", this.ines, "version",
				version(this.recyclerie)))
			.hasStatus(422);
		assertThat(meeting(this.recyclerie, 1).getState()).isEqualTo(MeetingState.SCHEDULED);
		assertThat(this.pages.post(this.list + "/delai", this.claire, "version", "0", "hours", "24"))
			.hasStatus3xxRedirection();
		assertThat(this.pages.post(this.list + "/delai", this.claire, "version", "0", "hours", "12")).hasStatus(409);
		assertThat(this.pages.post(this.list + "/delai", this.claire, "version", "1", "hours", "500")).hasStatus(422);
		assertThat(take(this.recyclerie, 1, this.ines, free(0))).hasStatus3xxRedirection();
	}

	/** Forty-eight hours are forty-eight hours, the weekends clocks change too. */
	@Test
	void aWatchCountsTheHoursBeforeAMeeting() {
		assertThat(lastMoment(LocalDate.of(2026, 10, 26))).isEqualTo(LocalDateTime.of(2026, 10, 24, 10, 0));
		assertThat(lastMoment(LocalDate.of(2027, 3, 29))).isEqualTo(LocalDateTime.of(2027, 3, 27, 8, 0));
		assertThat(lastMoment(DAY)).isEqualTo(DAY.minusDays(2).atTime(9, 0));
	}

	/** What the animation fixed by hand is not for the structure to move. */
	@Test
	void theAnimationsHandIsFollowed() {
		offer(DAY, 9, 12);
		meet(this.recyclerie, 1, DAY.plusDays(1).atTime(9, 0));
		MvcTestResult moved = take(this.recyclerie, 1, this.ines, free(0));
		assertThat(moved).hasStatus(422);
		assertThat(Pages.document(moved).text()).contains("a fixé ce rendez-vous elle-même");
		meet(this.recyclerie, 1, DAY.atTime(10, 0));
		assertThat(this.slots.ofMeeting(meeting(this.recyclerie, 1).getId())).as("exactly an offered slot").isPresent();
		assertThat(this.rows.free(this.parcours.getId())).hasSize(2);
		meet(this.recyclerie, 1, DAY.atTime(10, 30));
		assertThat(this.slots.ofMeeting(meeting(this.recyclerie, 1).getId())).isEmpty();
		assertThat(this.rows.free(this.parcours.getId())).as("she is busy").hasSize(1);
		this.keeping.cancel(this.parcours.getId(), meeting(this.recyclerie, 1).getId(),
				meeting(this.recyclerie, 1).getVersion(), "Finalement non");
		this.cast.flush();
		assertThat(this.rows.free(this.parcours.getId())).hasSize(3);
		assertThat(take(this.recyclerie, 1, this.ines, free(0))).hasStatus(422);
	}

	@Test
	void whatEndsEnds() {
		offer(DAY, 9, 12);
		take(this.recyclerie, 1, this.ines, free(0));
		Enrolment gone = meeting(this.recyclerie, 1).getEnrolment();
		this.leaving.withdraw(this.parcours.getId(), gone.getId(), gone.getVersion(), START, "Fin de l’activité");
		this.cast.forget();
		assertThat(this.rows.free(this.parcours.getId())).as("a structure that leaves frees its slot").hasSize(3);
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		this.facilitation.add(this.cast.viewer(this.claire), this.parcours.getId(), malik.getId());
		take(this.cantine, 1, this.hugo, free(0));
		this.facilitation.remove(this.cast.viewer(this.cast.administrator("Ada", "Min")), this.parcours.getId(),
				this.claire.getId());
		this.cast.forget();
		assertThat(this.rows.of(this.parcours.getId())).as("only what is taken stays").hasSize(1);
		this.pages.post(href(this.cantine, 1) + "/creneau/retour", this.hugo, "version", version(this.cantine));
		assertThat(this.rows.of(this.parcours.getId())).isEmpty();
		this.offering.offer(Ids.next(), this.parcours.getId(), malik.getId(),
				new SlotRun(DAY, LocalTime.of(9, 0), LocalTime.of(12, 0), 60, 0), Mode.DISTANCIEL, "");
		take(this.cantine, 1, this.hugo, free(0));
		this.life.cancel(this.parcours.getId(), this.cast.reload(this.parcours).getVersion(), "Sans financeur");
		this.cast.forget();
		assertThat(this.slots.findAll()).allSatisfy((slot) -> assertThat(slot.getEndedAt()).isNotNull());
	}

	@Test
	void aClosedAccountMeetsNobody() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		this.facilitation.add(this.cast.viewer(this.claire), this.parcours.getId(), malik.getId());
		this.offering.offer(Ids.next(), this.parcours.getId(), malik.getId(),
				new SlotRun(DAY, LocalTime.of(9, 0), LocalTime.of(10, 0), 60, 0), Mode.DISTANCIEL, "");
		this.accounts.disable(malik.getId());
		this.cast.flush();
		assertThat(this.rows.free(this.parcours.getId())).isEmpty();
		assertThat(this.pages.read(this.list, this.claire).text()).contains("le compte de cette personne est fermé");
		assertThat(this.pages.read(this.list + "/creneaux", this.claire).select("select option").eachText())
			.noneMatch((name) -> name.contains("Malik"));
	}

	@Test
	void aFreeSlotIsWithdrawnATakenOneIsNot() {
		offer(DAY, 9, 11);
		String taken = free(0);
		take(this.recyclerie, 1, this.ines, taken);
		assertThat(this.pages.post(this.list + "/creneaux/" + taken + "/retrait", this.claire)).hasStatus(422);
		String left = free(0);
		assertThat(this.pages.post(this.list + "/creneaux/" + left + "/retrait", this.claire))
			.hasStatus3xxRedirection();
		assertThat(this.pages.post(this.list + "/creneaux/" + left + "/retrait", this.claire)).as("twice")
			.hasStatus3xxRedirection();
		assertThat(this.rows.of(this.parcours.getId())).hasSize(1);
		MvcTestResult late = take(this.cantine, 1, this.hugo, left);
		assertThat(late).hasStatus(422);
	}

	@Test
	void structuresAreToldOnceADay() {
		assertThat(this.pages.post(this.list + "/creneaux/annonce", this.claire)).hasStatus(422);
		offer(DAY, 9, 12);
		take(this.recyclerie, 1, this.ines, free(0));
		for (int press = 0; press < 2; press++) {
			assertThat(this.pages.post(this.list + "/creneaux/annonce", this.claire)).hasStatus3xxRedirection();
		}
		assertThat(letters()).as("each still has a meeting to fix").isEqualTo(2);
		this.cast.itIs(START.plusDays(1).atTime(10, 0));
		this.pages.post(this.list + "/creneaux/annonce", this.claire);
		assertThat(letters()).isEqualTo(4);
		assertThat(this.pages.read(this.list, this.claire).text())
			.contains("Dernière lettre aux structures : vendredi 2 octobre");
	}

	@Test
	void anotherStructuresMeetingIsNotThere() {
		offer(DAY, 9, 12);
		assertThat(this.pages.get(href(this.recyclerie, 1) + "/creneau", this.hugo)).hasStatus(404);
		assertThat(take(this.recyclerie, 1, this.hugo, free(0))).hasStatus(404);
		assertThat(take(this.recyclerie, 1, this.claire, free(0))).hasStatus(404);
		assertThat(take(this.recyclerie, 1, this.ines, UUID.randomUUID().toString())).hasStatus(422);
		Parcours other = this.cast.parcours("Rivières", START, this.claire);
		this.offering.offer(Ids.next(), other.getId(), this.claire.getId(),
				new SlotRun(DAY, LocalTime.of(15, 0), LocalTime.of(16, 0), 60, 0), Mode.DISTANCIEL, "");
		this.cast.flush();
		assertThat(take(this.recyclerie, 1, this.ines, this.rows.free(other.getId()).getFirst().id().toString()))
			.as("a slot of another parcours")
			.hasStatus(422);
	}

	@Test
	void theDatabaseKeepsTwoFromOneSlot() {
		offer(DAY, 9, 11);
		take(this.recyclerie, 1, this.ines, free(0));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql(
				"UPDATE meeting_slot SET meeting_id = (SELECT meeting_id FROM meeting_slot WHERE meeting_id IS NOT NULL), "
						+ "booked_at = now() WHERE meeting_id IS NULL")
			.update()).withMessageContaining("meeting_slot_one_a_meeting");
	}

	@Test
	void pagesCostFewStatementsHoweverManySlots() {
		offer(DAY, 9, 10);
		String choice = href(this.recyclerie, 1) + "/creneau";
		int few = this.pages.statements(this.list, this.claire);
		int own = this.pages.statements(this.list, this.ines);
		int chosen = this.pages.statements(choice, this.ines);
		offer(DAY.plusDays(1), 8, 20);
		assertThat(this.pages.statements(this.list, this.claire)).isEqualTo(few).isLessThanOrEqualTo(15);
		assertThat(this.pages.statements(this.list, this.ines)).isEqualTo(own).isLessThanOrEqualTo(15);
		assertThat(this.pages.statements(choice, this.ines)).isEqualTo(chosen).isLessThanOrEqualTo(15);
	}

	private LocalDateTime lastMoment(LocalDate day) {
		return new BookingNotice.Said(0, 48).lastMoment(this.parcours,
				TimeSlot.of(day, LocalTime.of(9, 0), LocalTime.of(10, 0)));
	}

	private String next(Enrolment enrolment) {
		String name = enrolment.getStructure().getName();
		return this.pages.read(this.list, this.claire).select("tr:contains(" + name + ") td").getFirst().text();
	}

	private void offer(LocalDate day, int from, int to) {
		this.offering.offer(Ids.next(), this.parcours.getId(), this.claire.getId(),
				new SlotRun(day, LocalTime.of(from, 0), LocalTime.of(to, 0), 60, 0), Mode.PRESENTIEL, "");
		this.cast.forget();
	}

	private String free(int at) {
		this.cast.flush();
		return this.rows.free(this.parcours.getId()).get(at).id().toString();
	}

	private MvcTestResult take(Enrolment enrolment, int rank, Person by, String slot) {
		return this.pages.post(href(enrolment, rank) + "/creneau", by, "version",
				String.valueOf(meeting(enrolment, rank).getVersion()), "slot", slot);
	}

	private void meet(Enrolment enrolment, int rank, LocalDateTime start) {
		IndividualMeeting meeting = meeting(enrolment, rank);
		this.keeping.schedule(this.parcours.getId(), meeting.getId(), meeting.getVersion(), this.claire.getId(),
				new TimeSlot(start, start.plusHours(1)), Mode.PRESENTIEL, "");
		this.cast.forget();
	}

	private IndividualMeeting meeting(Enrolment enrolment, int rank) {
		return this.meetings.ofEnrolment(enrolment.getId()).get(rank - 1);
	}

	private String version(Enrolment enrolment) {
		return String.valueOf(meeting(enrolment, 1).getVersion());
	}

	private String href(Enrolment enrolment, int rank) {
		return this.list + "/" + meeting(enrolment, rank).getId();
	}

	private long letters() {
		this.cast.flush();
		return this.jdbc.sql("SELECT count(*) FROM letter WHERE kind = 'slots.offered'").query(Long.class).single();
	}

	private static SessionPlan plan(LocalDate day) {
		return new SessionPlan(List.of(TimeSlot.of(day, LocalTime.of(9, 0), LocalTime.of(12, 30))), Mode.PRESENTIEL, "",
				"", "");
	}

	private final String key = UUID.randomUUID().toString();

	private String[] run(LocalDate day, String from, String to) {
		return new String[] { "key", this.key, "facilitator", this.claire.getId().toString(), "day", day.toString(),
				"from", from, "to", to, "minutes", "60", "between", "15", "mode", "PRESENTIEL", "place",
				"À la maison des associations" };
	}

	/** The same, with what the page asked to be read. */
	private static String[] read(Document page, String[] form) {
		List<String> more = new ArrayList<>(List.of(form));
		for (Element accepted : page.select("input[name=accepted]")) {
			more.add("accepted");
			more.add(accepted.val());
		}
		return more.toArray(String[]::new);
	}

}
