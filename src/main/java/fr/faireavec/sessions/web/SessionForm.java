package fr.faireavec.sessions.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.Day;
import fr.faireavec.web.NotCalledOptional;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** When, how and where a day takes place. */
class SessionForm {

	private static final LocalTime MORNING = LocalTime.of(9, 30);

	private static final LocalTime NOON = LocalTime.of(12, 30);

	private static final LocalTime AFTERNOON = LocalTime.of(13, 30);

	private static final int ONE_HALF_DAY = 240;

	public int version;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate date;

	@NotNull
	public @Nullable LocalTime firstStart;

	@NotNull
	public @Nullable LocalTime firstEnd;

	public @Nullable LocalTime secondStart;

	public @Nullable LocalTime secondEnd;

	@NotNull
	public @Nullable Mode mode = Mode.PRESENTIEL;

	@Size(max = 200)
	@Typed(Typed.As.LINE)
	public String venue = "";

	@Size(max = 300)
	@Typed(Typed.As.LINE)
	public String address = "";

	@NotCalledOptional
	@Size(max = 500)
	@Pattern(regexp = "(https?://[^\\s<>\"]+)?", message = "{sessions.videoLink.unreadable}")
	@Typed(Typed.As.LINE)
	public String videoLink = "";

	/** Whether the date is only kept free; nobody is convened on it. */
	public boolean reserved;

	@Size(max = 300)
	@Typed(Typed.As.LINE)
	public String why = "";

	@Size(max = 50)
	public Set<String> accepted = new LinkedHashSet<>();

	static SessionForm of(CollectiveSession session) {
		SessionForm form = new SessionForm();
		form.version = session.getVersion();
		form.venue = session.getVenue();
		form.address = session.getAddress();
		form.videoLink = session.getVideoLink();
		form.reserved = session.getState() == SessionState.RESERVED;
		form.mode = (session.getMode() != null) ? session.getMode() : Mode.PRESENTIEL;
		SessionPlan plan = session.getPlan();
		if (plan == null) {
			form.foresee(session.getDurationMinutes());
		}
		else {
			form.date = plan.day();
			form.first(plan.halfDays().getFirst().start().toLocalTime(),
					plan.halfDays().getFirst().end().toLocalTime());
			if (plan.halfDays().size() == 2) {
				form.second(plan.halfDays().getLast().start().toLocalTime(),
						plan.halfDays().getLast().end().toLocalTime());
			}
		}
		return form;
	}

	/** As the programme says it lasts: a long day breaks for lunch. */
	private void foresee(int minutes) {
		if (minutes <= ONE_HALF_DAY) {
			first(MORNING, MORNING.plusMinutes(minutes));
			return;
		}
		first(MORNING, NOON);
		second(AFTERNOON, AFTERNOON.plusMinutes(minutes - java.time.Duration.between(MORNING, NOON).toMinutes()));
	}

	private void first(LocalTime from, LocalTime to) {
		this.firstStart = from;
		this.firstEnd = to;
	}

	private void second(LocalTime from, LocalTime to) {
		this.secondStart = from;
		this.secondEnd = to;
	}

	/** What one field cannot say alone. */
	void check(Errors errors) {
		refuseInverted("firstEnd", this.firstStart, this.firstEnd, errors);
		refuseInverted("secondEnd", this.secondStart, this.secondEnd, errors);
		if (this.secondStart == null && this.secondEnd != null && !errors.hasFieldErrors("secondStart")) {
			errors.rejectValue("secondStart", "sessions.halfDays.start");
		}
		if (this.secondStart != null && this.secondEnd == null && !errors.hasFieldErrors("secondEnd")) {
			errors.rejectValue("secondEnd", "sessions.halfDays.end");
		}
		if (this.secondStart != null && this.firstEnd != null && this.secondStart.isBefore(this.firstEnd)) {
			errors.rejectValue("secondStart", "sessions.halfDays.overlap");
		}
		if (this.mode == Mode.DISTANCIEL && this.videoLink.isEmpty() && !errors.hasFieldErrors("videoLink")) {
			errors.rejectValue("videoLink", "sessions.videoLink.needed");
		}
	}

	private static void refuseInverted(String field, @Nullable LocalTime from, @Nullable LocalTime to, Errors errors) {
		if (from != null && to != null && !to.isAfter(from)) {
			errors.rejectValue(field, "sessions.endBeforeStart");
		}
	}

	/** Once it is checked. */
	SessionPlan toPlan() {
		LocalDate day = Objects.requireNonNull(this.date);
		List<TimeSlot> halfDays = new ArrayList<>();
		halfDays.add(TimeSlot.of(day, Objects.requireNonNull(this.firstStart), Objects.requireNonNull(this.firstEnd)));
		if (this.secondStart != null && this.secondEnd != null) {
			halfDays.add(TimeSlot.of(day, this.secondStart, this.secondEnd));
		}
		return new SessionPlan(halfDays, Objects.requireNonNull(this.mode), this.venue, this.address, this.videoLink);
	}

}
