package fr.faireavec.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.holidays.PublicHolidays;
import fr.faireavec.holidays.SchoolCalendar;
import fr.faireavec.holidays.SchoolHolidays;
import fr.faireavec.polls.PollSequences;
import fr.faireavec.sequences.Busy;
import fr.faireavec.sequences.Proposal;
import fr.faireavec.sequences.Proposals;
import fr.faireavec.sequences.Spacing;
import fr.faireavec.sequences.Wish;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.TimeSlot;

import org.springframework.stereotype.Component;

/**
 * Proposes dates for the days of a parcours that have none: clear of public holidays, of
 * school holidays unless they are wanted, and of what its facilitators and whoever speaks
 * that day do already.
 */
@Component
public class DateProposals {

	/** Why a date was kept clear, as messages name it. */
	static final String PUBLIC_HOLIDAY = "publicHoliday";

	static final String SCHOOL_HOLIDAY = "schoolHoliday";

	static final String BUSY = "busy";

	static final String SPEAKER_BUSY = "speakerBusy";

	private final PublicHolidays publicHolidays;

	private final SchoolHolidays schoolHolidays;

	private final PollSequences sequences;

	DateProposals(PublicHolidays publicHolidays, SchoolHolidays schoolHolidays, PollSequences sequences) {
		this.publicHolidays = publicHolidays;
		this.schoolHolidays = schoolHolidays;
		this.sequences = sequences;
	}

	/** One for each day without a firm date, in the order of the programme. */
	public List<Proposal> of(UUID parcoursId, List<CollectiveSession> days, Window window) {
		SchoolCalendar school = this.schoolHolidays.known();
		List<Busy> busy = this.sequences.busy(parcoursId, window.from().atStartOfDay(),
				window.until().plusDays(1).atStartOfDay());
		Map<Integer, List<TimeSlot>> speaking = this.sequences.speaking(parcoursId, window.from().atStartOfDay(),
				window.until().plusDays(1).atStartOfDay());
		List<Wish.Place> places = days.stream()
			.filter((day) -> day.getState().isOpen() || day.getSlot() != null)
			.map((day) -> new Wish.Place(day.getRank(), pinned(day)))
			.toList();
		return Proposals.of(new Wish(window.from(), window.until(), window.weekdays(), window.start(), window.end(),
				window.spacing(), places,
				(rank, start, end) -> keptClear(start, end, window.inSchoolHolidays(), school, busy)
					.or(() -> speaks(speaking.getOrDefault(rank, List.of()), new TimeSlot(start, end)))));
	}

	/** Whether holidays are known until the end of the window. */
	public boolean areHolidaysPublished(LocalDate until) {
		return this.schoolHolidays.known().isPublished(until);
	}

	private Optional<String> keptClear(LocalDateTime start, LocalDateTime end, boolean inSchoolHolidays,
			SchoolCalendar school, List<Busy> busy) {
		LocalDate day = start.toLocalDate();
		if (this.publicHolidays.on(day).isPresent()) {
			return Optional.of(PUBLIC_HOLIDAY);
		}
		if (!inSchoolHolidays && school.on(day).isPresent()) {
			return Optional.of(SCHOOL_HOLIDAY);
		}
		return busy.stream().anyMatch((one) -> one.start().isBefore(end) && start.isBefore(one.end()))
				? Optional.of(BUSY) : Optional.empty();
	}

	private static Optional<String> speaks(List<TimeSlot> elsewhere, TimeSlot then) {
		return elsewhere.stream().anyMatch(then::overlaps) ? Optional.of(SPEAKER_BUSY) : Optional.empty();
	}

	private static Optional<LocalDate> pinned(CollectiveSession day) {
		TimeSlot slot = day.getState().isFirm() ? day.getSlot() : null;
		return Optional.ofNullable(slot).map(TimeSlot::day);
	}

	/**
	 * Within what dates are looked for.
	 *
	 * @param until included
	 */
	public record Window(LocalDate from, LocalDate until, Set<DayOfWeek> weekdays, LocalTime start, LocalTime end,
			Spacing spacing, boolean inSchoolHolidays) {

		public Window {
			weekdays = Set.copyOf(weekdays);
		}

	}

}
