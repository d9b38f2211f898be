package fr.faireavec.journal.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import fr.faireavec.journal.ActionDetails;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import fr.faireavec.web.InWords;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.validation.BindingResult;

/**
 * What an action that is done needs to say: when, what was learnt, with how many people
 * and for how long each.
 */
@SuppressWarnings("MultipleNullnessAnnotations") // null until filled in, never null once
													// valid
class DoneForm implements InWords {

	private static final Duration LONGEST = Duration.ofHours(999_999);

	private static final int QUARTER = 15 * 60;

	public int version;

	@NotNull(message = "{journal.date.neededWhenDone}")
	@Day(DayKind.COURSE)
	public @Nullable LocalDate endsOn;

	@NotBlank(message = "{journal.learning.neededWhenDone}")
	@Size(max = 3000)
	public String learning = "";

	public @Nullable Integer peopleReached;

	public @Nullable Integer peopleInvolved;

	@Min(0)
	@Max(100_000)
	public @Nullable Integer helpers;

	public @Nullable Duration each;

	@Min(0)
	@Max(100_000)
	public @Nullable Integer volunteers;

	public @Nullable UUID level;

	public Set<String> accepted = new LinkedHashSet<>();

	private Function<Object, @Nullable String> words = (value) -> null;

	/** A day that was planned and is still to come is not when it was done. */
	static DoneForm of(LoggedAction action, LocalDate today) {
		return of(action, today, null);
	}

	/**
	 * The same, where a day is likely.
	 * @param likely taken unless the action says another that has passed
	 */
	static DoneForm of(LoggedAction action, LocalDate today, @Nullable LocalDate likely) {
		DoneForm form = new DoneForm();
		ActionDetails details = action.getDetails();
		form.version = action.getVersion();
		LocalDate planned = (details.when().endsOn() != null) ? details.when().endsOn() : details.when().startsOn();
		form.endsOn = Stream.of(planned, likely)
			.filter(Objects::nonNull)
			.filter((day) -> !day.isAfter(today))
			.findFirst()
			.orElse(null);
		form.learning = details.outcome().learning();
		form.peopleReached = details.who().peopleReached();
		form.peopleInvolved = details.who().peopleInvolved();
		form.level = details.what().levelId();
		return form;
	}

	/** Refuses what would not make a total, each beside its field. */
	void check(BindingResult errors) {
		if (errors.hasFieldErrors("helpers") || errors.hasFieldErrors("each") || errors.hasFieldErrors("volunteers")) {
			return;
		}
		if (this.helpers == null && (this.each != null || this.volunteers != null)) {
			errors.rejectValue("helpers", "journal.hours.helpersNeeded");
		}
		else if (this.helpers != null && this.each == null) {
			errors.rejectValue("each", "journal.hours.eachNeeded");
		}
		else if (this.each != null && (this.each.isNegative() || this.each.compareTo(LONGEST) > 0)) {
			errors.rejectValue("each", "journal.hours.range");
		}
		else if (this.volunteers != null && this.helpers != null && this.volunteers > this.helpers) {
			errors.rejectValue("volunteers", "journal.hours.moreVolunteersThanHelpers");
		}
		else if (isUneven(total()) || isUneven(volunteered())) {
			errors.rejectValue("each", "journal.hours.totalQuarters");
		}
		else if (over(total(), LONGEST)) {
			errors.rejectValue("each", "journal.hours.range");
		}
	}

	private static boolean isUneven(@Nullable Duration time) {
		return time != null && time.toSeconds() % QUARTER != 0;
	}

	private static boolean over(@Nullable Duration time, Duration longest) {
		return time != null && time.compareTo(longest) > 0;
	}

	/** People × time each; null where nobody counted. */
	@Nullable Duration total() {
		return times(this.helpers);
	}

	/** The part of it that volunteers gave. */
	@Nullable Duration volunteered() {
		return times(this.volunteers);
	}

	private @Nullable Duration times(@Nullable Integer people) {
		return (people != null && this.each != null) ? this.each.multipliedBy(people) : null;
	}

	/** Of a form that was found valid, on top of what the action says already. */
	ActionDetails over(ActionDetails said) {
		LocalDate end = Objects.requireNonNull(this.endsOn);
		LocalDate planned = said.when().startsOn();
		LocalDate start = (planned == null || planned.isAfter(end)) ? end : planned;
		ActionDetails.What what = said.what();
		ActionDetails details = said
			.with(new ActionDetails.What(what.title(), what.description(), what.themeId(), this.level, what.leverIds(),
					what.instrumentId()))
			.with(new ActionDetails.When(ActionState.DONE, start, end, said.when().dueBySession()))
			.with(new ActionDetails.Who(said.who().serviceUserIds(), said.who().roleIds(), this.peopleReached,
					this.peopleInvolved))
			.with(new ActionDetails.Outcome(said.outcome().recognitionIds(), said.outcome().effectIds(), this.learning,
					said.outcome().keptOn()));
		return (this.helpers == null) ? details : details.with(ActionDetails.Hours.of(total(), volunteered()));
	}

	/** From now on it knows what its choices are called. */
	DoneForm speaking(Function<Object, @Nullable String> newWords) {
		this.words = newWords;
		return this;
	}

	@Override
	public @Nullable String inWords(String property) {
		Object value = PropertyAccessorFactory.forDirectFieldAccess(this).getPropertyValue(property);
		return (value != null) ? this.words.apply(value) : null;
	}

}
