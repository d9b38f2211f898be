package fr.faireavec.slots.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.Mode;
import fr.faireavec.slots.SlotRun;
import fr.faireavec.web.Day;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A run of slots, shown before it is made. */
class OfferForm extends KeyedForm {

	private static final int USUAL_MINUTES = 60;

	private static final int USUAL_BETWEEN = 30;

	@NotNull
	public @Nullable UUID facilitator;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate day;

	@NotNull
	public @Nullable LocalTime from;

	@NotNull
	public @Nullable LocalTime to;

	@NotNull
	@Min(IndividualMeeting.SHORTEST)
	@Max(IndividualMeeting.LONGEST)
	public @Nullable Integer minutes = USUAL_MINUTES;

	@NotNull
	@Min(0)
	@Max(IndividualMeeting.LONGEST)
	public @Nullable Integer between = USUAL_BETWEEN;

	@NotNull
	public @Nullable Mode mode = Mode.PRESENTIEL;

	@Size(max = 300)
	@Typed(Typed.As.LINE)
	public String place = "";

	@Size(max = 50)
	public Set<String> accepted = new LinkedHashSet<>();

	/** Only once the form has no error. */
	SlotRun toRun() {
		return new SlotRun(Objects.requireNonNull(this.day), Objects.requireNonNull(this.from),
				Objects.requireNonNull(this.to), Objects.requireNonNull(this.minutes),
				Objects.requireNonNull(this.between));
	}

}
