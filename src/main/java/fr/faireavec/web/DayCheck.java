package fr.faireavec.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.Zones;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Says between which days it lies, as a refusal of the same kind does. */
public class DayCheck implements ConstraintValidator<Day, LocalDate> {

	private final Clock clock;

	private DayKind kind = DayKind.FILTER;

	DayCheck(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void initialize(Day annotation) {
		this.kind = annotation.value();
	}

	@Override
	public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		context.unwrap(HibernateConstraintValidatorContext.class)
			.addMessageParameter("0", FrenchFormat.written(this.kind.first()))
			.addMessageParameter("1", FrenchFormat.written(this.kind.last(today)));
		return this.kind.allows(day, today);
	}

}
