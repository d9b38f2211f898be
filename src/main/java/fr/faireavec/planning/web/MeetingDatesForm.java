package fr.faireavec.planning.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.MeetingsDating.Dating;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.Day;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** The individual meetings without a date, one row each, by their id. */
class MeetingDatesForm {

	/** Unless somebody says when it ends, in hours. */
	private static final int USUAL = 1;

	/** What was pasted from a spreadsheet, to fill the rows with. */
	@Size(max = 10_000)
	public String pasted = "";

	public Map<String, Integer> version = new LinkedHashMap<>();

	public Map<String, @Day(DayKind.COURSE) LocalDate> date = new LinkedHashMap<>();

	public Map<String, LocalTime> start = new LinkedHashMap<>();

	public Map<String, LocalTime> end = new LinkedHashMap<>();

	public Map<String, UUID> facilitator = new LinkedHashMap<>();

	@Typed(Typed.As.LINE)
	public Map<String, @Size(max = 300) String> place = new LinkedHashMap<>();

	@Size(max = 200)
	public Set<String> accepted = new LinkedHashSet<>();

	/**
	 * Rows without a date, where each structure was met before.
	 * @param usual who meets them unless somebody says otherwise
	 */
	static MeetingDatesForm of(List<IndividualMeeting> meetings, Map<UUID, String> places, @Nullable UUID usual) {
		MeetingDatesForm form = new MeetingDatesForm();
		for (IndividualMeeting meeting : meetings) {
			String row = meeting.getId().toString();
			form.version.put(row, meeting.getVersion());
			form.place.put(row, meeting.getPlace().isEmpty() ? places.getOrDefault(meeting.getEnrolment().getId(), "")
					: meeting.getPlace());
			UUID who = (meeting.getFacilitator() != null) ? meeting.getFacilitator().getId() : usual;
			if (who != null) {
				form.facilitator.put(row, who);
			}
		}
		return form;
	}

	/** What one field cannot say alone, of the rows that have a date. */
	void check(List<IndividualMeeting> meetings, Errors errors) {
		for (IndividualMeeting meeting : dated(meetings)) {
			String row = meeting.getId().toString();
			LocalTime from = this.start.get(row);
			LocalTime until = this.end.get(row);
			if (from == null) {
				reject(errors, "start[" + row + "]", "planning.hour.needed");
			}
			else if (until != null && !until.isAfter(from)) {
				reject(errors, "end[" + row + "]", "sessions.endBeforeStart");
			}
			if (this.facilitator.get(row) == null) {
				reject(errors, "facilitator[" + row + "]", "planning.meetings.facilitator.needed");
			}
		}
	}

	private static void reject(Errors errors, String field, String key) {
		if (!errors.hasFieldErrors(field)) {
			errors.rejectValue(field, key);
		}
	}

	/** How many rows had a date for meetings that are to be dated no more. */
	long gone(List<IndividualMeeting> meetings) {
		return this.date.values().stream().filter((date) -> date != null).count() - dated(meetings).size();
	}

	/** Once checked: the rows that have a date. */
	List<Dating> datings(List<IndividualMeeting> meetings) {
		List<Dating> datings = new ArrayList<>();
		for (IndividualMeeting meeting : dated(meetings)) {
			String row = meeting.getId().toString();
			LocalDate day = this.date.get(row);
			LocalTime from = this.start.get(row);
			UUID who = this.facilitator.get(row);
			if (day != null && from != null && who != null) {
				LocalTime until = this.end.get(row);
				datings.add(new Dating(meeting.getId(), this.version.getOrDefault(row, -1), who,
						new TimeSlot(day.atTime(from),
								(until != null) ? day.atTime(until) : day.atTime(from).plusHours(USUAL)),
						this.place.getOrDefault(row, "")));
			}
		}
		return datings;
	}

	private List<IndividualMeeting> dated(List<IndividualMeeting> meetings) {
		return meetings.stream().filter((meeting) -> this.date.get(meeting.getId().toString()) != null).toList();
	}

}
