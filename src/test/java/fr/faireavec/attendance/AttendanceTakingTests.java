package fr.faireavec.attendance;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.AuditTrail;
import fr.faireavec.cohorts.AttendanceHistory;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Leaving;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursLife;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.HalfDay;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who is expected, when a register opens, what its seal forbids. */
@IntegrationTest
class AttendanceTakingTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	/** The Monday after the clocks went back. */
	private static final LocalDate DAY = LocalDate.of(2026, 10, 26);

	@Autowired
	private Cast cast;

	@Autowired
	private AttendanceTaking taking;

	@Autowired
	private GuestTaking guests;

	@Autowired
	private RegisterReading reading;

	@Autowired
	private AttendanceGrid grid;

	@Autowired
	private AttendanceHistory history;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private Leaving leaving;

	@Autowired
	private ParcoursLife life;

	@Autowired
	private AuditTrail audit;

	private Person claire;

	private Person ines;

	private Person nora;

	private Person hugo;

	private Parcours parcours;

	private Enrolment recyclerie;

	private Enrolment cantine;

	@BeforeEach
	void aDay() {
		this.cast.itIs(START.minusDays(10).atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.nora = this.cast.person("Nora", "Leclercq");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		this.recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.copilot(this.recyclerie, this.nora, START);
		this.cast.pilot(this.cantine, this.hugo, START);
		this.scheduling.schedule(this.parcours.getId(), 1, 0, plan(DAY));
		this.cast.forget();
	}

	@Test
	void theRegisterOpensOneHourBeforeTheHalfDay() {
		this.cast.itIs(DAY.atTime(8, 29));
		refused("attendance.notOpen", () -> mark(0, this.ines, AttendanceStatus.PRESENT));
		this.cast.itIs(DAY.atTime(8, 30));
		mark(0, this.ines, AttendanceStatus.PRESENT);
		refused("attendance.notOpen", () -> mark(1, this.ines, AttendanceStatus.PRESENT));
		assertThat(sheet(0).present()).isEqualTo(1);
	}

	@Test
	void onlyThoseMandatedThatDayAreExpected() {
		Person tom = this.cast.person("Tom", "Bailleul");
		this.cast.pilot(this.cantine, tom, DAY.plusDays(1));
		this.leaving.withdraw(this.parcours.getId(), this.recyclerie.getId(), version(this.recyclerie), DAY,
				"Fin de l’activité");
		this.cast.itIs(DAY.atTime(10, 0));
		assertThat(names(0)).containsExactly("Hugo Lemaire");
		refused("attendance.notExpected", () -> mark(0, tom, AttendanceStatus.PRESENT));
		refused("attendance.notExpected", () -> mark(0, this.ines, AttendanceStatus.PRESENT));
	}

	@Test
	void theLastToSayWinsAndTheNameStaysAsItWas() {
		this.cast.itIs(DAY.atTime(9, 28));
		mark(0, this.ines, AttendanceStatus.PRESENT);
		this.ines.rename("Inès", "Autrement");
		this.cast.itIs(DAY.atTime(9, 40));
		mark(0, this.ines, AttendanceStatus.EXCUSED);
		Register.Line line = sheet(0).lines()
			.stream()
			.filter((one) -> one.personId().equals(this.ines.getId()))
			.findFirst()
			.orElseThrow();
		assertThat(line.name()).isEqualTo("Inès Carpentier");
		assertThat(line.status()).isEqualTo(AttendanceStatus.EXCUSED);
		assertThat(line.by()).isEqualTo("Claire Vasseur");
		assertThat(line.at()).isCloseTo(DAY.atTime(9, 40).atZone(this.parcours.getZone()).toInstant(),
				new org.assertj.core.data.TemporalUnitWithinOffset(5, java.time.temporal.ChronoUnit.SECONDS));
	}

	@Test
	void aCountersignedHalfDayIsCorrectedWithAReasonOnly() {
		this.cast.itIs(DAY.atTime(9, 0));
		mark(0, this.ines, AttendanceStatus.PRESENT);
		refused("attendance.sealed.beforeStart", this::countersign);
		this.cast.itIs(DAY.atTime(12, 0));
		countersign();
		assertThat(sheet(0).seal()).isNotNull();
		assertThat(sheet(0).lines()).filteredOn((line) -> line.status() == AttendanceStatus.ABSENT).hasSize(2);
		refused("attendance.sealed.already", this::countersign);
		refused("attendance.sealed.reason", () -> mark(0, this.nora, AttendanceStatus.PRESENT));
		as(() -> this.taking.record(this.parcours.getId(), half(0), this.nora.getId(), AttendanceStatus.PRESENT,
				AttendanceMethod.BY_FACILITATOR, "Arrivée en retard"));
		this.cast.forget();
		assertThat(sheet(0).present()).isEqualTo(2);
		assertThat(this.audit.ofParcours(this.parcours.getId(), 0, 3)).anySatisfy((entry) -> {
			assertThat(entry.what()).isEqualTo("attendance.corrected");
			assertThat(entry.changes().get("status")).containsExactly("ABSENT", "PRESENT");
			assertThat(entry.changes().get("reason")).containsExactly(null, "Arrivée en retard");
		});
	}

	@Test
	void everyonePresentLeavesTheAnswersGiven() {
		this.cast.itIs(DAY.atTime(9, 30));
		mark(0, this.hugo, AttendanceStatus.EXCUSED);
		as(() -> assertThat(this.taking.everyonePresent(this.parcours.getId(), half(0))).isEqualTo(2));
		this.cast.forget();
		assertThat(sheet(0).present()).isEqualTo(2);
		assertThat(this.grid.of(this.parcours.getId()).at(this.cantine.getId(), 1))
			.contains(new AttendanceGrid.Cell(0, 1, 0, false));
		assertThat(this.grid.of(this.parcours.getId()).at(this.recyclerie.getId(), 1))
			.contains(new AttendanceGrid.Cell(2, 0, 0, false));
	}

	@Test
	void aGuestIsAnnouncedBeforehandButStandsForNobodyYet() {
		this.cast.itIs(DAY.minusDays(2).atTime(10, 0));
		guest("Maud Lecat", null);
		refused("attendance.notOpen", () -> guest("Lucie Hornez", this.cantine.getId()));
		this.scheduling.postpone(this.parcours.getId(), 1, version());
	}

	@Test
	void aGuestMayStandForAStructureActiveThatDay() {
		this.cast.itIs(DAY.atTime(10, 0));
		guest("Lucie Hornez", this.cantine.getId());
		refused("attendance.guest.unconfirmed", () -> guest("lucie hornez", null));
		this.leaving.withdraw(this.parcours.getId(), this.recyclerie.getId(), version(this.recyclerie), DAY,
				"Fin de l’activité");
		refused("attendance.guest.notActive", () -> guest("Yann Delcroix", this.recyclerie.getId()));
		this.cast.forget();
		assertThat(register().guests()).extracting(Register.GuestLine::represents).containsExactly("Cantine Coop");
		assertThat(this.grid.of(this.parcours.getId()).at(this.cantine.getId(), 1))
			.contains(new AttendanceGrid.Cell(0, 0, 0, true));
		as(() -> this.guests.remove(this.parcours.getId(), 1, register().guests().getFirst().id()));
		assertThat(register().guests()).isEmpty();
	}

	@Test
	void aDayThatWasSignedForStaysWhereItIs() {
		this.cast.itIs(DAY.atTime(10, 0));
		mark(0, this.ines, AttendanceStatus.PRESENT);
		UUID id = this.parcours.getId();
		refused("sessions.attendanceTaken", () -> this.scheduling.schedule(id, 1, version(), plan(DAY.plusDays(1))));
		refused("sessions.attendanceTaken", () -> this.scheduling.postpone(id, 1, version()));
		refused("sessions.attendanceTaken", () -> this.scheduling.cancel(id, 1, version(), "Neige"));
		this.scheduling.schedule(id, 1, version(),
				new SessionPlan(plan(DAY).halfDays(), Mode.PRESENTIEL, "Une autre salle", "", ""));
		refused("attendance.clear.reason", () -> this.taking.clear(id, 1, " "));
		as(() -> this.taking.clear(id, 1, "Erreur de journée"));
		this.cast.forget();
		this.scheduling.postpone(id, 1, version());
		assertThat(session().getSlot()).isNull();
	}

	@Test
	void whatWasSignedHoldsBackMandates() {
		UUID there = this.recyclerie.getId();
		assertThat(this.history.lastDay(there)).isEmpty();
		this.cast.itIs(DAY.atTime(10, 0));
		mark(0, this.ines, AttendanceStatus.PRESENT);
		assertThat(this.history.lastDay(there)).contains(DAY);
		assertThat(this.history.lastDay(there, this.ines.getId())).contains(DAY);
		assertThat(this.history.lastDay(there, this.nora.getId())).isEmpty();
		assertThat(this.history.lastClosedDay(there)).isEmpty();
		refused("cohorts.mandate.endsBeforeAttendance",
				() -> this.cast.pilot(this.recyclerie, this.cast.person("Karim", "Benali"), DAY));
		countersign();
		assertThat(this.history.lastClosedDay(there)).isEmpty();
		this.cast.itIs(DAY.atTime(14, 0));
		as(() -> this.taking.countersign(this.parcours.getId(), half(1)));
		this.cast.flush();
		assertThat(this.history.lastClosedDay(there)).contains(DAY);
		refused("cohorts.mandate.beforeAttendance",
				() -> this.cast.copilot(this.cantine, this.cast.person("Tom", "Bailleul"), DAY));
	}

	@Test
	void somebodyNewOnTheDayIsMarkedForWhatIsNotCountersigned() {
		this.cast.itIs(DAY.atTime(11, 0));
		mark(0, this.hugo, AttendanceStatus.PRESENT);
		countersign();
		Person tom = this.cast.person("Tom", "Bailleul");
		this.cast.copilot(this.cantine, tom, DAY);
		this.cast.forget();
		assertThat(sheet(0).expected()).isEqualTo(3);
		assertThat(sheet(0).lines()).filteredOn((line) -> line.personId().equals(tom.getId()))
			.extracting(Register.Line::status)
			.containsExactly((AttendanceStatus) null);
		refused("attendance.sealed.reason", () -> mark(0, tom, AttendanceStatus.PRESENT));
		this.cast.itIs(DAY.atTime(13, 45));
		mark(1, tom, AttendanceStatus.PRESENT);
		assertThat(sheet(1).present()).isOne();
		assertThat(sheet(1).expected()).isEqualTo(4);
		assertThat(this.grid.of(this.parcours.getId()).at(this.cantine.getId(), 1))
			.contains(new AttendanceGrid.Cell(2, 0, 0, false));
		as(() -> this.taking.record(this.parcours.getId(), half(0), tom.getId(), AttendanceStatus.PRESENT,
				AttendanceMethod.BY_FACILITATOR, "Là dès le matin"));
		this.cast.forget();
		assertThat(sheet(0).expected()).isEqualTo(4);
	}

	@Test
	void nothingIsWrittenOnceTheParcoursIsClosedNorInAnotherParcours() {
		this.cast.itIs(DAY.atTime(10, 0));
		Parcours other = this.cast.parcours("Autre", START, this.claire);
		UUID half = half(0);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> as(() -> this.taking.record(other.getId(), half,
				this.ines.getId(), AttendanceStatus.PRESENT, AttendanceMethod.PAPER, null)));
		this.life.close(this.parcours.getId(), this.cast.reload(this.parcours).getVersion(), "Fin anticipée");
		refused("parcours.noLongerOpen", () -> mark(0, this.ines, AttendanceStatus.PRESENT));
	}

	private void mark(int half, Person person, AttendanceStatus status) {
		as(() -> this.taking.record(this.parcours.getId(), half(half), person.getId(), status,
				AttendanceMethod.BY_FACILITATOR, null));
		this.cast.flush();
	}

	private void guest(String name, @Nullable UUID represents) {
		as(() -> this.guests.add(Ids.next(), this.parcours.getId(), 1, new Guest(name, "Université", represents, null),
				null, java.util.Set.of()));
	}

	private void countersign() {
		as(() -> this.taking.countersign(this.parcours.getId(), half(0)));
		this.cast.flush();
	}

	private void as(Runnable activity) {
		Impersonation.as(this.claire, activity);
	}

	private static void refused(String key, Runnable activity) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(activity::run)
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo(key));
	}

	private Register register() {
		return this.reading.of(this.parcours.getId(), 1);
	}

	private Register.Sheet sheet(int half) {
		return register().sheets().get(half);
	}

	private List<String> names(int half) {
		return sheet(half).lines().stream().map(Register.Line::name).toList();
	}

	private CollectiveSession session() {
		return this.sessions.ranked(this.parcours.getId(), 1).orElseThrow();
	}

	private int version() {
		return session().getVersion();
	}

	private int version(Enrolment enrolment) {
		return enrolment.getVersion();
	}

	private UUID half(int half) {
		return session().getHalfDays().stream().map(HalfDay::getId).toList().get(half);
	}

	private static SessionPlan plan(LocalDate day) {
		return new SessionPlan(
				List.of(TimeSlot.of(day, LocalTime.of(9, 30), LocalTime.of(12, 30)),
						TimeSlot.of(day, LocalTime.of(13, 30), LocalTime.of(16, 30))),
				Mode.PRESENTIEL, "Salle", "", "");
	}

}
