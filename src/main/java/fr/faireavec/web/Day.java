package fr.faireavec.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import fr.faireavec.kernel.DayKind;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/** A day of a form lies where its kind says; every day of every form bears it. */
@Documented
@Constraint(validatedBy = DayCheck.class)
@Target({ ElementType.FIELD, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Day {

	DayKind value();

	String message() default "{day.outside}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
