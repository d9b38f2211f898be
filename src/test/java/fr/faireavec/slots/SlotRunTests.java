package fr.faireavec.slots;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Slots one after the other, the nights clocks change too. */
class SlotRunTests {

	private static final LocalDate DAY = LocalDate.of(2026, 12, 7);

	@Test
	void travelStandsBetweenTwoAndTheLastOneEndsInTime() {
		assertThat(starts(new SlotRun(DAY, LocalTime.of(9, 0), LocalTime.of(12, 0), 60, 30))).containsExactly("09:00",
				"10:30");
		assertThat(starts(new SlotRun(DAY, LocalTime.of(9, 0), LocalTime.of(12, 0), 60, 0))).containsExactly("09:00",
				"10:00", "11:00");
		assertThat(starts(new SlotRun(DAY, LocalTime.of(22, 0), LocalTime.of(23, 59), 45, 240)))
			.containsExactly("22:00");
	}

	@Test
	void nothingThatFitsOrTooMuchIsRefused() {
		for (SlotRun run : List.of(new SlotRun(DAY, LocalTime.of(9, 0), LocalTime.of(9, 59), 60, 0),
				new SlotRun(DAY, LocalTime.of(12, 0), LocalTime.of(9, 0), 60, 0),
				new SlotRun(DAY, LocalTime.of(0, 0), LocalTime.of(23, 0), 15, 0))) {
			assertThatExceptionOfType(Refusal.class).isThrownBy(run::slots)
				.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("to"));
		}
	}

	@Test
	void hoursThatNoClockShowsOrThatItShowsTwiceAreNone() {
		LocalDate back = LocalDate.of(2026, 10, 25);
		LocalDate forward = LocalDate.of(2027, 3, 28);
		assertThat(real(new SlotRun(back, LocalTime.of(0, 0), LocalTime.of(5, 0), 60, 0))).containsExactly("00:00",
				"01:00", "03:00", "04:00");
		assertThat(real(new SlotRun(back, LocalTime.of(0, 30), LocalTime.of(5, 0), 60, 0))).containsExactly("00:30",
				"03:30");
		assertThat(real(new SlotRun(back, LocalTime.of(1, 0), LocalTime.of(9, 0), 180, 0))).containsExactly("04:00");
		assertThat(real(new SlotRun(forward, LocalTime.of(0, 0), LocalTime.of(5, 0), 60, 0))).containsExactly("00:00",
				"01:00", "03:00", "04:00");
		assertThat(real(new SlotRun(forward, LocalTime.of(0, 30), LocalTime.of(5, 0), 60, 0))).containsExactly("00:30",
				"03:30");
		assertThat(real(new SlotRun(forward, LocalTime.of(1, 0), LocalTime.of(9, 0), 180, 0))).containsExactly("04:00");
		assertThat(real(new SlotRun(forward, LocalTime.of(9, 0), LocalTime.of(11, 0), 60, 0))).containsExactly("09:00",
				"10:00");
	}

	private static List<String> starts(SlotRun run) {
		return run.slots().stream().map((slot) -> slot.start().toLocalTime().toString()).toList();
	}

	private static List<String> real(SlotRun run) {
		return run.slots()
			.stream()
			.filter((slot) -> SlotRun.isReal(slot, Zones.PARIS))
			.map((slot) -> slot.start().toLocalTime().toString())
			.toList();
	}

}
