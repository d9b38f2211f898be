package fr.faireavec.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import fr.faireavec.kernel.Question;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Warning;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.validation.BindingResult;

/**
 * A form on its way to an activity: what the rules refuse comes back beside its field,
 * all of it at once; what they warn of, to be read before the form is sent again.
 */
public final class Submission {

	private Submission() {
	}

	/**
	 * Runs the activity if the form is clean.
	 * @return false when the page must be shown again with its errors
	 */
	public static boolean accepted(BindingResult errors, Runnable activity) {
		return accepted(errors, activity, () -> null);
	}

	/**
	 * The same for an edit: when somebody else was faster, both texts are shown.
	 * @param current makes the form as it stands now, for the page that compares
	 * @throws Conflict when the form was filled on an older version
	 */
	public static boolean accepted(BindingResult errors, Runnable activity, Supplier<@Nullable Object> current) {
		return of(errors, () -> {
			activity.run();
			return true;
		}, current).isPresent();
	}

	/**
	 * Runs the activity if the form is clean.
	 * @return what it made; nothing when the page must be shown again with its errors
	 */
	public static <T> Optional<T> of(BindingResult errors, Supplier<T> activity) {
		return of(errors, activity, () -> null);
	}

	/**
	 * The same for an edit: when somebody else was faster, both texts are shown.
	 * @param current makes the form as it stands now, for the page that compares
	 * @throws Conflict when the form was filled on an older version
	 */
	public static <T> Optional<T> of(BindingResult errors, Supplier<T> activity, Supplier<@Nullable Object> current) {
		if (errors.hasErrors()) {
			return Optional.empty();
		}
		try {
			return Optional.of(activity.get());
		}
		catch (Unconfirmed unconfirmed) {
			errors.addError(new Unread(errors.getObjectName(), unconfirmed));
		}
		catch (Refusal refusal) {
			Arrays.stream(refusal.getSuppressed())
				.filter(Refusal.class::isInstance)
				.forEach((other) -> reject(errors, (Refusal) other));
			reject(errors, refusal);
		}
		catch (StaleEdit | OptimisticLockingFailureException stale) {
			Object mine = errors.getTarget();
			Object theirs = current.get();
			if (mine == null || theirs == null) {
				throw new StaleEdit();
			}
			throw new Conflict(mine, theirs);
		}
		return Optional.empty();
	}

	/**
	 * For whoever acts on what an activity only warns of.
	 * @throws Unconfirmed unless all of it was read
	 */
	public static void requireRead(List<Warning> warnings, Set<String> accepted) {
		List<Warning> unread = Warning.unread(warnings, accepted);
		if (!unread.isEmpty()) {
			throw new Unconfirmed("web.warnings", unread);
		}
	}

	/** Whether nothing is wrong with a form: what it warns of has only to be read. */
	public static boolean isToBeRead(BindingResult errors) {
		return errors.hasErrors() && errors.getAllErrors().stream().allMatch(Unread.class::isInstance);
	}

	/** Puts a refusal beside the field it blames, or above the form. */
	public static void reject(BindingResult errors, Refusal refusal) {
		String field = refusal.field();
		if (field != null && errors.getTarget() != null && hasField(errors, field)) {
			if (refusal instanceof Question question) {
				errors.addError(new AskedBeside(errors.getObjectName(), errors.getFieldValue(field), question,
						spoken(refusal.args())));
				return;
			}
			errors.rejectValue(field, refusal.messageKey(), spoken(refusal.args()), refusal.messageKey());
		}
		else {
			errors.reject(refusal.messageKey(), spoken(refusal.args()), refusal.messageKey());
		}
	}

	/** A refusal's dates as people say them. */
	static Object[] spoken(Object[] args) {
		return Arrays.stream(args)
			.map((arg) -> (arg instanceof LocalDate date) ? FrenchFormat.written(date) : arg)
			.toArray();
	}

	private static boolean hasField(BindingResult errors, String field) {
		return errors.getFieldType(field) != null;
	}

}
