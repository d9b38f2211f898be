package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;

/** Rule 4: attendance already taken does not change sides. */
@IntegrationTest
class MandateDatesTests {

	private static final LocalDate START = LocalDate.of(2026, 3, 2);

	private static final LocalDate TAKEN = LocalDate.of(2026, 4, 1);

	@Autowired
	private Cast cast;

	@Autowired
	private Mandating mandating;

	@Autowired
	private Leaving leaving;

	@MockitoBean
	private AttendanceHistory attendance;

	private Parcours parcours;

	private Enrolment recyclerie;

	private Mandate pilot;

	@BeforeEach
	void attendanceWasTakenToday() {
		this.cast.itIs(LocalDateTime.of(2026, 4, 1, 17, 0));
		this.parcours = this.cast.parcours("Pays des Sources", START, this.cast.facilitator("Claire", "Vasseur"));
		this.recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.pilot = this.cast.pilot(this.recyclerie, this.cast.person("Inès", "Carpentier"), START);
		given(this.attendance.lastDay(this.recyclerie.getId())).willReturn(Optional.of(TAKEN));
		given(this.attendance.lastDay(this.recyclerie.getId(), this.pilot.getPerson().getId()))
			.willReturn(Optional.of(TAKEN));
	}

	@Test
	void nobodyIsReplacedAcrossTheirOwn() {
		var nora = this.cast.person("Nora", "Leclercq");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.cast.pilot(this.recyclerie, nora, TAKEN))
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("cohorts.mandate.endsBeforeAttendance"));
		assertThat(firstDay(MandateRole.PILOT)).isEqualTo(TAKEN.plusDays(1));
		assertThat(this.cast.pilot(this.recyclerie, nora, TAKEN.plusDays(1)).getStartsOn())
			.isEqualTo(TAKEN.plusDays(1));
		assertThat(this.pilot.getEndsOn()).isEqualTo(TAKEN.plusDays(1));
	}

	@Test
	void somebodyNewIsNamedFromTheDayItself() {
		assertThat(firstDay(MandateRole.COPILOT)).isEqualTo(TAKEN);
		assertThat(this.cast.copilot(this.recyclerie, this.cast.person("Nora", "Leclercq"), TAKEN).getStartsOn())
			.isEqualTo(TAKEN);
	}

	@Test
	void butNeverBeforeARegisterThatIsClosed() {
		given(this.attendance.lastClosedDay(this.recyclerie.getId())).willReturn(Optional.of(TAKEN));
		var nora = this.cast.person("Nora", "Leclercq");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.cast.copilot(this.recyclerie, nora, TAKEN))
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("cohorts.mandate.beforeAttendance"));
		assertThat(firstDay(MandateRole.COPILOT)).isEqualTo(TAKEN.plusDays(1));
	}

	@Test
	void norEndedAcrossIt() {
		assertThat(this.mandating.firstEnd(this.parcours.getId(), this.pilot.getId())).isEqualTo(TAKEN.plusDays(1));
		assertThatExceptionOfType(Refusal.class).isThrownBy(
				() -> this.mandating.end(this.parcours.getId(), this.pilot.getId(), this.pilot.getVersion(), TAKEN));
	}

	@Test
	void norDoesAWithdrawalUndoIt() {
		assertThat(this.leaving.firstDay(this.parcours.getId(), this.recyclerie.getId())).isEqualTo(TAKEN.plusDays(1));
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.leaving.withdraw(this.parcours.getId(), this.recyclerie.getId(),
					this.recyclerie.getVersion(), TAKEN, "Partie"))
			.satisfies((refusal) -> assertThat(refusal.messageKey()).isEqualTo("cohorts.withdraw.beforeAttendance"));
	}

	private LocalDate firstDay(MandateRole role) {
		return this.mandating.firstDay(this.parcours.getId(), this.recyclerie.getId(), role);
	}

}
