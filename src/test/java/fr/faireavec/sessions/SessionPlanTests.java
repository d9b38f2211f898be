package fr.faireavec.sessions;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

import fr.faireavec.kernel.Refusal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Half-days, hours and states, without a database. */
class SessionPlanTests {

	private static final LocalDate DAY = LocalDate.of(2026, 12, 10);

	@Test
	void aDayGoesFromItsFirstHourToItsLast() {
		SessionPlan plan = plan(slot(9, 12), slot(13, 16));
		assertThat(plan.whole()).isEqualTo(slot(9, 16));
		assertThat(plan.day()).isEqualTo(DAY);
		assertThat(plan.inWords()).isEqualTo("10/12/2026 9:00–12:00, 10/12/2026 13:00–16:00");
	}

	@Test
	void halfDaysMayTouchButNotOverlap() {
		assertThat(plan(slot(9, 12), slot(12, 16)).halfDays()).hasSize(2);
		refused("sessions.halfDays.overlap", slot(9, 13), slot(12, 16));
		refused("sessions.halfDays.overlap", slot(13, 16), slot(9, 12));
		refused("sessions.halfDays.oneOrTwo");
		refused("sessions.halfDays.oneOrTwo", slot(9, 10), slot(10, 11), slot(11, 12));
		refused("sessions.halfDays.sameDay", slot(9, 12),
				TimeSlot.of(DAY.plusDays(1), LocalTime.of(13, 0), LocalTime.of(16, 0)));
		refused("sessions.halfDays.sameDay", new TimeSlot(DAY.atTime(20, 0), DAY.plusDays(1).atTime(0, 30)));
	}

	@Test
	void aSlotEndsAfterItBegins() {
		for (int end : new int[] { 8, 9 }) {
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> slot(9, end))
				.withMessage("sessions.endBeforeStart");
		}
		assertThat(slot(9, 12).duration()).isEqualTo(Duration.ofHours(3));
		assertThat(slot(9, 12).overlaps(slot(12, 13))).isFalse();
		assertThat(slot(9, 12).overlaps(slot(11, 13))).isTrue();
	}

	@Test
	void statesFollowOneAnother() {
		assertThat(following(SessionState.TO_PLAN)).containsExactlyInAnyOrder(SessionState.POLLING,
				SessionState.RESERVED, SessionState.SCHEDULED, SessionState.CANCELLED);
		assertThat(following(SessionState.RESERVED)).containsExactlyInAnyOrder(SessionState.RESERVED,
				SessionState.TO_PLAN, SessionState.SCHEDULED, SessionState.CANCELLED);
		assertThat(following(SessionState.SCHEDULED)).containsExactlyInAnyOrder(SessionState.SCHEDULED,
				SessionState.TO_PLAN, SessionState.HELD, SessionState.CANCELLED);
		assertThat(following(SessionState.HELD)).containsExactly(SessionState.SCHEDULED);
		assertThat(following(SessionState.CANCELLED)).containsExactlyInAnyOrder(SessionState.TO_PLAN,
				SessionState.SCHEDULED);
		assertThat(Arrays.stream(MeetingState.values()).filter(MeetingState::isOpen))
			.containsExactly(MeetingState.TO_PLAN, MeetingState.SCHEDULED);
		assertThat(Arrays.stream(SessionState.values()).filter(SessionState::keepsItsDate))
			.containsExactly(SessionState.RESERVED, SessionState.SCHEDULED, SessionState.HELD);
		assertThat(Arrays.stream(SessionState.values()).filter(SessionState::isFirm))
			.containsExactly(SessionState.SCHEDULED, SessionState.HELD);
	}

	@Test
	void aGivenUpDaySaysWhy() {
		assertThat(Reasons.given(" Neige ")).isEqualTo("Neige");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Reasons.given("\n"))
			.withMessage("sessions.reason.needed");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Reasons.given("x".repeat(501)))
			.withMessage("sessions.reason.tooLong");
	}

	private static List<SessionState> following(SessionState state) {
		return Arrays.stream(SessionState.values()).filter(state::canBecome).toList();
	}

	private static void refused(String key, TimeSlot... slots) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> plan(slots)).withMessage(key);
	}

	private static SessionPlan plan(TimeSlot... slots) {
		return new SessionPlan(List.of(slots), Mode.PRESENTIEL, "", "", "");
	}

	private static TimeSlot slot(int from, int to) {
		return TimeSlot.of(DAY, LocalTime.of(from, 0), LocalTime.of(to, 0));
	}

}
