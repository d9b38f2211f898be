package fr.faireavec.sessions.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.Day;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** When, with whom and where a meeting takes place. */
class MeetingForm {

	private static final int USUAL_MINUTES = 60;

	public int version;

	@NotNull
	public @Nullable UUID facilitator;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate date;

	@NotNull
	public @Nullable LocalTime start;

	@NotNull
	@Min(IndividualMeeting.SHORTEST)
	@Max(IndividualMeeting.LONGEST)
	public @Nullable Integer minutes = USUAL_MINUTES;

	@NotNull
	public @Nullable Mode mode = Mode.PRESENTIEL;

	@Size(max = 300)
	@Typed(Typed.As.LINE)
	public String place = "";

	@Size(max = 300)
	@Typed(Typed.As.LINE)
	public String why = "";

	@Size(max = 50)
	public Set<String> accepted = new LinkedHashSet<>();

	/**
	 * @param usual who meets the structure unless somebody says otherwise
	 */
	static MeetingForm of(IndividualMeeting meeting, @Nullable UUID usual) {
		MeetingForm form = new MeetingForm();
		form.version = meeting.getVersion();
		form.facilitator = (meeting.getFacilitator() != null) ? meeting.getFacilitator().getId() : usual;
		form.mode = (meeting.getMode() != null) ? meeting.getMode() : Mode.PRESENTIEL;
		form.place = meeting.getPlace();
		TimeSlot slot = meeting.getSlot();
		if (slot != null) {
			form.date = slot.day();
			form.start = slot.start().toLocalTime();
			form.minutes = Math.toIntExact(slot.duration().toMinutes());
		}
		return form;
	}

	/** Only once the form has no error. */
	TimeSlot toSlot() {
		LocalDateTime from = Objects.requireNonNull(this.date).atTime(Objects.requireNonNull(this.start));
		return new TimeSlot(from, from.plus(Duration.ofMinutes(Objects.requireNonNull(this.minutes))));
	}

}
