package fr.faireavec.slots.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import fr.faireavec.sessions.MeetingRow;
import fr.faireavec.sessions.MeetingState;
import org.jspecify.annotations.Nullable;

/** Structures × meetings, those in one state or all, and how many there are of each. */
public record MeetingGrid(List<Integer> rounds, boolean extras, List<Line> lines, Map<MeetingState, Integer> counts,
		@Nullable MeetingState only) {

	static MeetingGrid of(List<MeetingRow> rows, @Nullable MeetingState only, Function<MeetingRow, NextMove> next) {
		Map<MeetingState, Integer> counts = new EnumMap<>(MeetingState.class);
		rows.forEach((row) -> counts.merge(row.state(), 1, Integer::sum));
		List<Integer> rounds = rows.stream()
			.filter((row) -> !row.extra())
			.map(MeetingRow::rank)
			.distinct()
			.sorted()
			.toList();
		Map<UUID, List<MeetingRow>> byStructure = new LinkedHashMap<>();
		rows.stream()
			.filter((row) -> only == null || row.state() == only)
			.forEach((row) -> byStructure.computeIfAbsent(row.enrolmentId(), (id) -> new ArrayList<>()).add(row));
		return new MeetingGrid(rounds, rows.stream().anyMatch(MeetingRow::extra),
				byStructure.values().stream().map((mine) -> Line.of(mine, rounds, next)).toList(), counts, only);
	}

	public int count(MeetingState state) {
		return this.counts.getOrDefault(state, 0);
	}

	public List<MeetingState> states() {
		return List.of(MeetingState.values());
	}

	public boolean isFor(@Nullable MeetingState state) {
		return this.only == state;
	}

	/** One structure: a cell for each round, then its extra ones. */
	public record Line(String structure, List<List<Cell>> rounds, List<Cell> extras) {

		private static Line of(List<MeetingRow> mine, List<Integer> rounds, Function<MeetingRow, NextMove> next) {
			return new Line(mine.getFirst().structure(),
					rounds.stream()
						.map((rank) -> mine.stream()
							.filter((row) -> !row.extra() && row.rank() == rank)
							.map((row) -> new Cell(row, next.apply(row)))
							.toList())
						.toList(),
					mine.stream().filter(MeetingRow::extra).map((row) -> new Cell(row, next.apply(row))).toList());
		}

	}

	/** One meeting. */
	public record Cell(MeetingRow meeting, NextMove next) {

		public String stateKey() {
			return "sessions.meeting.state." + this.meeting.state();
		}

		public String tag() {
			return switch (this.meeting.state()) {
				case HELD -> "tag brand";
				case SCHEDULED -> "tag sun";
				case TO_PLAN -> "tag coral";
				case CANCELLED -> "tag";
			};
		}

		/** Who must act, in words; null when nobody must any more. */
		public @Nullable String nextKey() {
			return (this.next != NextMove.NOTHING) ? this.next.key() : null;
		}

		/** Whether the animation is the one to act. */
		public boolean isMine() {
			return this.next == NextMove.NAME || this.next == NextMove.OFFER || this.next == NextMove.HOLD;
		}

		public boolean isDated() {
			return this.meeting.slot() != null && this.meeting.state() != MeetingState.CANCELLED;
		}

	}

}
