package fr.faireavec.sessions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Person;
import fr.faireavec.audit.AuditTrail;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursLife;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Dates of collective sessions: what is refused, what is only warned about. */
@IntegrationTest
class SchedulingTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	/** A Thursday. */
	private static final LocalDate DAY = LocalDate.of(2026, 10, 8);

	@Autowired
	private Cast cast;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private SessionRows rows;

	@Autowired
	private ParcoursLife life;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private MeetingKeeping keeping;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private JdbcClient jdbc;

	private Person claire;

	private Parcours parcours;

	private UUID id;

	@BeforeEach
	void aParcours() {
		this.cast.itIs(LocalDateTime.of(2026, 9, 15, 10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		this.id = this.parcours.getId();
	}

	@Test
	void aDayReceivesItsDateWithoutAnyWarning() {
		schedule(1, DAY);
		CollectiveSession session = session(1);
		assertThat(session.getState()).isEqualTo(SessionState.SCHEDULED);
		assertThat(session.getHalfDays()).extracting(HalfDay::getSlot).containsExactly(morning(DAY), afternoon(DAY));
		assertThat(this.rows.of(this.id).getFirst().slot())
			.isEqualTo(new TimeSlot(DAY.atTime(9, 30), DAY.atTime(16, 30)));
		assertThat(this.audit.ofParcours(this.id, 0, 10)).extracting(AuditTrail.Entry::what)
			.contains("session.scheduled");
	}

	@Test
	void theHourIsKeptAsItWasSaidWhateverTheMachine() {
		TimeZone before = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
			LocalDate clocksGoForward = LocalDate.of(2027, 3, 28);
			this.scheduling.schedule(this.id, 1, 0, plan(clocksGoForward, LocalTime.of(2, 30), LocalTime.of(3, 30)));
			LocalDate clocksGoBack = LocalDate.of(2026, 10, 25);
			this.scheduling.schedule(this.id, 2, 0, plan(clocksGoBack, LocalTime.of(2, 30), LocalTime.of(9, 0)));
			this.cast.forget();
			assertThat(
					this.jdbc.sql("SELECT starts_at::text FROM half_day ORDER BY starts_at").query(String.class).list())
				.containsExactly("2026-10-25 02:30:00", "2027-03-28 02:30:00");
			assertThat(session(1).getSlot())
				.isEqualTo(new TimeSlot(clocksGoForward.atTime(2, 30), clocksGoForward.atTime(3, 30)));
			assertThat(this.rows.of(this.id).get(1).slot())
				.isEqualTo(new TimeSlot(clocksGoBack.atTime(2, 30), clocksGoBack.atTime(9, 0)));
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	@Test
	void twoDaysNeverOverlap() {
		schedule(1, DAY);
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(
					() -> this.scheduling.schedule(this.id, 2, 0, plan(DAY, LocalTime.of(16, 0), LocalTime.of(18, 0))))
			.satisfies((refusal) -> {
				assertThat(refusal.field()).isEqualTo("date");
				assertThat(refusal.messageKey()).isEqualTo("sessions.overlap");
				assertThat(refusal.args()[0].toString()).startsWith("1. ");
			});
	}

	@Test
	void postgresqlRefusesAnOverlapThatNobodySaw() {
		schedule(1, DAY);
		schedule(2, DAY.plusWeeks(5));
		this.cast.forget();
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc
			.sql("UPDATE collective_session SET starts_at = :at, ends_at = :until WHERE parcours_id = :id AND rank = 2")
			.param("at", DAY.atTime(16, 0))
			.param("until", DAY.atTime(18, 0))
			.param("id", this.id)
			.update());
	}

	@Test
	void everythingUnusualIsSaid() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Parcours other = this.cast.parcours("Autre", START, this.claire, malik);
		this.scheduling.schedule(other.getId(), 1, 0, plan(LocalDate.of(2026, 11, 11)));
		schedule(1, LocalDate.of(2026, 10, 29));
		schedule(3, LocalDate.of(2026, 11, 5));
		assertThat(codes(2, LocalDate.of(2026, 11, 11))).containsExactlyInAnyOrder(DateCheck.HOLIDAY,
				DateCheck.AFTER_LATER, DateCheck.TOO_CLOSE, DateCheck.ELSEWHERE);
		assertThat(codes(2, LocalDate.of(2026, 9, 12))).contains(DateCheck.PAST, DateCheck.WEEKEND, DateCheck.OUTSIDE,
				DateCheck.BEFORE_EARLIER);
		assertThat(codes(4, LocalDate.of(2027, 1, 7))).containsExactly(DateCheck.TOO_FAR);
		assertThat(codes(4, LocalDate.of(2026, 12, 3))).isEmpty();
		Warning holiday = this.scheduling.warnings(this.id, 2, plan(LocalDate.of(2026, 11, 11)))
			.stream()
			.filter((warning) -> warning.messageKey().equals(DateCheck.HOLIDAY))
			.findFirst()
			.orElseThrow();
		assertThat(holiday.args()).containsExactly("mercredi 11 novembre 2026", "Armistice");
	}

	/** What she holds in another parcours, at that hour; not what was given up. */
	@Test
	void aMeetingOfAnotherParcoursIsSaidToo() {
		Parcours other = this.cast.parcours("Autre", START, this.claire);
		Enrolment enrolment = this.cast.enrol(other, this.cast.structure("Recyclerie"));
		this.cast.flush();
		IndividualMeeting meeting = this.meetings.ofEnrolment(enrolment.getId()).getFirst();
		this.keeping.schedule(other.getId(), meeting.getId(), meeting.getVersion(), this.claire.getId(),
				new TimeSlot(DAY.atTime(11, 0), DAY.atTime(12, 0)), Mode.PRESENTIEL, "Chez eux");
		this.cast.flush();
		assertThat(codes(1, DAY)).containsExactly(DateCheck.MEETING_THEN);
		assertThatExceptionOfType(Unconfirmed.class)
			.isThrownBy(() -> this.scheduling.schedule(this.id, 1, 0, plan(DAY), Set.of(), ""));
		this.keeping.cancel(other.getId(), meeting.getId(), meeting.getVersion(), "Neige");
		this.cast.flush();
		assertThat(codes(1, DAY)).isEmpty();
	}

	@Test
	void schoolHolidaysAreSaidAsFarAsTheyArePublished() {
		LocalDate spring = LocalDate.of(2027, 4, 20);
		assertThat(this.scheduling.warnings(this.id, 2, plan(spring)))
			.contains(Warning.of(DateCheck.SCHOOL_HOLIDAY, "mardi 20 avril 2027", "Vacances de Printemps 2027"));
		assertThat(codes(2, LocalDate.of(2028, 9, 12))).contains(DateCheck.UNPUBLISHED)
			.doesNotContain(DateCheck.SCHOOL_HOLIDAY);
	}

	@Test
	void aSecondSubmitOverridesWhatWasRead() {
		LocalDate saturday = LocalDate.of(2026, 10, 10);
		assertThatExceptionOfType(Unconfirmed.class)
			.isThrownBy(() -> this.scheduling.schedule(this.id, 1, 0, plan(saturday), Set.of(), ""))
			.satisfies((unconfirmed) -> assertThat(unconfirmed.warnings()).extracting(Warning::messageKey)
				.containsExactly(DateCheck.WEEKEND));
		assertThat(session(1).getState()).isEqualTo(SessionState.TO_PLAN);
		this.scheduling.schedule(this.id, 1, 0, plan(saturday), read(1, saturday), "");
		assertThat(session(1).getState()).isEqualTo(SessionState.SCHEDULED);
	}

	@Test
	void whatWasReadOfOneDayWasNotReadOfAnother() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		this.cast.parcours("Autre", START, this.claire, malik);
		LocalDate saturday = LocalDate.of(2026, 10, 10);
		Set<String> read = read(1, saturday);
		assertThatExceptionOfType(Unconfirmed.class)
			.isThrownBy(() -> this.scheduling.schedule(this.id, 1, 0, plan(saturday.plusWeeks(1)), read, ""));
		schedule(2, LocalDate.of(2026, 11, 19));
		Set<String> close = read(3, LocalDate.of(2026, 11, 26));
		schedule(4, LocalDate.of(2026, 12, 10));
		LocalDate between = LocalDate.of(2026, 12, 3);
		assertThat(codes(3, between)).containsOnly(DateCheck.TOO_CLOSE);
		assertThatExceptionOfType(Unconfirmed.class)
			.isThrownBy(() -> this.scheduling.schedule(this.id, 3, 0, plan(between), close, ""));
	}

	@Test
	void lunchMayMoveAlone() {
		schedule(1, DAY);
		int read = session(1).getVersion();
		this.scheduling.schedule(this.id, 1, read,
				new SessionPlan(List.of(TimeSlot.of(DAY, LocalTime.of(9, 30), LocalTime.of(12, 0)), afternoon(DAY)),
						Mode.PRESENTIEL, "Salle", "", ""),
				Set.of(), "");
		assertThat(session(1).getHalfDays().getFirst().getSlot().end()).isEqualTo(DAY.atTime(12, 0));
	}

	@Test
	void aDayLosesItsDateIsGivenUpAndComesBack() {
		schedule(1, DAY);
		this.scheduling.postpone(this.id, 1, version(1));
		assertThat(session(1).getSlot()).isNull();
		assertThat(session(1).getHalfDays()).isEmpty();
		this.scheduling.cancel(this.id, 1, version(1), "Grève des trains");
		assertThat(session(1).getCancelReason()).isEqualTo("Grève des trains");
		schedule(1, DAY.plusWeeks(1));
		assertThat(session(1).getState()).isEqualTo(SessionState.SCHEDULED);
		assertThat(session(1).getCancelReason()).isNull();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.scheduling.cancel(this.id, 2, 0, "  "))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("reason"));
	}

	@Test
	void aDayIsHeldFromItsBeginningOnAndThatCanBeUndone() {
		schedule(1, DAY);
		this.cast.itIs(DAY.atTime(9, 29));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.scheduling.hold(this.id, 1, version(1)))
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("sessions.heldBeforeStart"));
		this.cast.itIs(DAY.atTime(9, 30));
		this.scheduling.hold(this.id, 1, version(1));
		assertThat(session(1).getState()).isEqualTo(SessionState.HELD);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> schedule(1, DAY.plusDays(1)))
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("sessions.heldIsHeld"));
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.scheduling.undoHold(this.id, 1, version(1), " "));
		this.scheduling.undoHold(this.id, 1, version(1), "Mauvaise journée");
		assertThat(session(1).getState()).isEqualTo(SessionState.SCHEDULED);
	}

	@Test
	void anOldVersionIsStale() {
		schedule(1, DAY);
		assertThatExceptionOfType(StaleEdit.class).isThrownBy(() -> this.scheduling.postpone(this.id, 1, -1));
	}

	@Test
	void whatIsNotDoneStandsInTheWayOfClosing() {
		assertThat(this.life.obstacles(this.id))
			.extracting((obstacle) -> obstacle.messageKey() + " " + obstacle.count())
			.containsExactly("sessions.obstacle.sessions 7");
		this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		assertThat(this.life.obstacles(this.id))
			.extracting((obstacle) -> obstacle.messageKey() + " " + obstacle.count())
			.containsExactly("sessions.obstacle.sessions 7", "sessions.obstacle.meetings 2");
	}

	private void schedule(int rank, LocalDate day) {
		this.scheduling.schedule(this.id, rank, version(rank), plan(day));
	}

	private Set<String> read(int rank, LocalDate day) {
		return this.scheduling.warnings(this.id, rank, plan(day))
			.stream()
			.map(Warning::code)
			.collect(Collectors.toSet());
	}

	private List<String> codes(int rank, LocalDate day) {
		return this.scheduling.warnings(this.id, rank, plan(day)).stream().map(Warning::messageKey).distinct().toList();
	}

	private CollectiveSession session(int rank) {
		return this.sessions.ranked(this.id, rank).orElseThrow();
	}

	private int version(int rank) {
		return session(rank).getVersion();
	}

	private static SessionPlan plan(LocalDate day) {
		return new SessionPlan(List.of(morning(day), afternoon(day)), Mode.PRESENTIEL, "Salle", "", "");
	}

	private static SessionPlan plan(LocalDate day, LocalTime from, LocalTime to) {
		return new SessionPlan(List.of(TimeSlot.of(day, from, to)), Mode.PRESENTIEL, "Salle", "", "");
	}

	private static TimeSlot morning(LocalDate day) {
		return TimeSlot.of(day, LocalTime.of(9, 30), LocalTime.of(12, 30));
	}

	private static TimeSlot afternoon(LocalDate day) {
		return TimeSlot.of(day, LocalTime.of(13, 30), LocalTime.of(16, 30));
	}

}
