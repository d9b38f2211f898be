package fr.faireavec.sequences;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;

import fr.faireavec.sequences.Proposal.Shortage;
import fr.faireavec.sequences.Proposal.Why;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProposalsTests {

	private static final Spacing SPACING = Spacing.ofWeeks(3, 7);

	private static final Set<DayOfWeek> TUESDAYS_AND_THURSDAYS = Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);

	/** Over the change of clocks of October and that of March. */
	private static final LocalDate FIRST = LocalDate.of(2026, 9, 15);

	private static final LocalDate LAST = LocalDate.of(2027, 6, 30);

	@Test
	void sevenDaysReceiveFourDatesEachAndEveryChoiceRespectsTheSpacing() {
		List<Proposal> proposals = Proposals.of(wish(LAST, TUESDAYS_AND_THURSDAYS, days(7)));
		assertThat(proposals).extracting(Proposal::rank).containsExactly(1, 2, 3, 4, 5, 6, 7);
		assertThat(proposals).allSatisfy((proposal) -> {
			assertThat(proposal.dates()).hasSize(4).isSorted().doesNotHaveDuplicates();
			assertThat(proposal.dates()).allMatch((date) -> TUESDAYS_AND_THURSDAYS.contains(date.getDayOfWeek()));
			assertThat(proposal.shortage()).isEmpty();
		});
		assertSpaced(proposals, Map.of());
		assertThat(proposals.getFirst().dates().getFirst()).isEqualTo(FIRST);
	}

	@Test
	void theMachinesZoneHasNoSay() {
		TimeZone before = TimeZone.getDefault();
		try {
			List<List<Proposal>> everywhere = new ArrayList<>();
			for (String zone : List.of("UTC", "Europe/Paris", "Asia/Kathmandu")) {
				TimeZone.setDefault(TimeZone.getTimeZone(zone));
				everywhere.add(Proposals.of(wish(LAST, TUESDAYS_AND_THURSDAYS, days(7))));
			}
			assertThat(everywhere.get(1)).isEqualTo(everywhere.get(0));
			assertThat(everywhere.get(2)).isEqualTo(everywhere.get(0));
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	/** Windows of every length, dates already fixed here and there. */
	@Test
	void everyChoiceRespectsTheSpacingAroundWhatIsFixed() {
		long proposed = 0;
		for (int seed = 0; seed < 300; seed++) {
			RandomProblems random = new RandomProblems(seed);
			int count = 1 + random.upTo(8);
			Map<Integer, LocalDate> pinned = new HashMap<>();
			int step = 22 + random.upTo(26);
			for (int rank = 1; rank <= count; rank++) {
				if (random.chance(0.3)) {
					pinned.put(rank, FIRST.plusDays((long) step * rank));
				}
			}
			LocalDate last = FIRST.plusDays((long) step * (count + 1) + random.upTo(60));
			List<Wish.Place> places = IntStream.rangeClosed(1, count)
				.mapToObj((rank) -> new Wish.Place(rank, Optional.ofNullable(pinned.get(rank))))
				.toList();
			List<Proposal> proposals = Proposals.of(wish(last, EnumSet.allOf(DayOfWeek.class), places));
			assertThat(proposals).hasSize(count - pinned.size());
			assertThat(proposals).as("seed %d", seed)
				.allMatch((proposal) -> !proposal.dates().isEmpty())
				.allMatch((proposal) -> proposal.dates().stream().noneMatch((date) -> date.isAfter(last)));
			assertSpaced(proposals, pinned);
			proposed += proposals.stream().filter((proposal) -> proposal.shortage().isEmpty()).count();
		}
		assertThat(proposed).isGreaterThan(500);
	}

	@Test
	void aWindowTooShortIsSaidOfTheDaysItHasNoRoomFor() {
		List<Proposal> proposals = Proposals.of(wish(FIRST.plusDays(45), EnumSet.allOf(DayOfWeek.class), days(7)));
		assertThat(proposals.subList(0, 3)).allMatch((proposal) -> !proposal.dates().isEmpty());
		assertSpaced(proposals.subList(0, 3), Map.of());
		assertThat(proposals.subList(3, 7)).allSatisfy((proposal) -> {
			assertThat(proposal.dates()).isEmpty();
			assertThat(proposal.shortage()).get().extracting(Shortage::why).isEqualTo(Why.NO_ROOM);
		});
	}

	@Test
	void whatIsKeptClearIsCountedAndNeverProposed() {
		LocalDate holidaysBegin = LocalDate.of(2026, 10, 17);
		Wish.KeptClear clear = (rank, start, end) -> {
			LocalDate date = start.toLocalDate();
			if (!date.isBefore(holidaysBegin) && date.isBefore(LocalDate.of(2026, 11, 2))) {
				return Optional.of("school");
			}
			return (rank == 1 && date.getDayOfWeek() == DayOfWeek.TUESDAY) ? Optional.of("speaker") : Optional.empty();
		};
		List<Proposal> proposals = Proposals.of(new Wish(FIRST, LAST, TUESDAYS_AND_THURSDAYS, LocalTime.of(9, 30),
				LocalTime.of(16, 30), SPACING, days(3), clear));
		assertThat(proposals.getFirst().dates()).isNotEmpty()
			.allMatch((date) -> date.getDayOfWeek() == DayOfWeek.THURSDAY);
		assertThat(proposals.getFirst().shortage()).get().satisfies((shortage) -> {
			assertThat(shortage.why()).isEqualTo(Why.FEW_LEFT);
			assertThat(shortage.keptClear()).containsEntry("speaker", 3);
		});
		// The whole range of the second day is in the holidays: the nearest dates beside.
		Proposal second = proposals.get(1);
		assertThat(second.shortage()).get().satisfies((shortage) -> {
			assertThat(shortage.why()).isEqualTo(Why.FEW_LEFT);
			assertThat(shortage.keptClear()).containsKey("school");
		});
		assertThat(proposals).allSatisfy((proposal) -> assertThat(proposal.dates())
			.allMatch((date) -> clear.by(proposal.rank(), date.atTime(9, 30), date.atTime(16, 30)).isEmpty()));
	}

	@Test
	void whereARangeIsWhollyKeptClearTheNearestDatesAreProposed() {
		Wish.KeptClear clear = (rank, start,
				end) -> (start.toLocalDate().isAfter(LocalDate.of(2026, 10, 15))
						&& start.toLocalDate().isBefore(LocalDate.of(2026, 11, 6))) ? Optional.of("school")
								: Optional.empty();
		List<Proposal> proposals = Proposals.of(new Wish(FIRST, LAST, TUESDAYS_AND_THURSDAYS, LocalTime.of(9, 30),
				LocalTime.of(16, 30), SPACING, days(2), clear));
		Proposal second = proposals.get(1);
		assertThat(second.shortage()).get().extracting(Shortage::why).isEqualTo(Why.BESIDE);
		assertThat(second.dates()).hasSize(4).contains(LocalDate.of(2026, 10, 15));
		assertThat(second.dates()).allSatisfy(
				(date) -> assertThat(proposals.getFirst().dates()).anyMatch((earlier) -> isSpaced(earlier, date)));
	}

	private static void assertSpaced(List<Proposal> proposals, Map<Integer, LocalDate> pinned) {
		for (Proposal proposal : proposals) {
			List<LocalDate> next = proposals.stream()
				.filter((other) -> other.rank() == proposal.rank() + 1)
				.findFirst()
				.map(Proposal::dates)
				.orElseGet(() -> List.of());
			for (LocalDate date : proposal.dates()) {
				assertThat(next).allMatch((later) -> isSpaced(date, later));
				Optional.ofNullable(pinned.get(proposal.rank() + 1))
					.ifPresent((later) -> assertThat(isSpaced(date, later)).isTrue());
				Optional.ofNullable(pinned.get(proposal.rank() - 1))
					.ifPresent((earlier) -> assertThat(isSpaced(earlier, date)).isTrue());
			}
		}
	}

	private static boolean isSpaced(LocalDate earlier, LocalDate later) {
		long days = ChronoUnit.DAYS.between(earlier, later);
		return days >= SPACING.fewestDays() && days <= SPACING.mostDays();
	}

	private static List<Wish.Place> days(int count) {
		return IntStream.rangeClosed(1, count).mapToObj((rank) -> new Wish.Place(rank, Optional.empty())).toList();
	}

	private static Wish wish(LocalDate last, Set<DayOfWeek> weekdays, List<Wish.Place> places) {
		return new Wish(FIRST, last, weekdays, LocalTime.of(9, 30), LocalTime.of(16, 30), SPACING, places,
				(rank, start, end) -> Optional.empty());
	}

}
