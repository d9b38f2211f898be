package fr.faireavec.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Supplier;

import fr.faireavec.kernel.Question;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.kernel.Unconfirmed;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * A form on its way to an activity: what the rules refuse comes back beside its field.
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
		if (errors.hasErrors()) {
			return false;
		}
		try {
			activity.run();
			return true;
		}
		catch (Unconfirmed unconfirmed) {
			throw unconfirmed;
		}
		catch (Refusal refusal) {
			reject(errors, refusal);
			return false;
		}
		catch (StaleEdit | OptimisticLockingFailureException stale) {
			Object mine = errors.getTarget();
			Object theirs = current.get();
			if (mine == null || theirs == null) {
				throw new StaleEdit();
			}
			throw new Conflict(mine, theirs);
		}
	}

	/**
	 * The same where warnings may stand in the way: the page shows them, and nothing else
	 * is wrong with the form.
	 */
	public static boolean accepted(BindingResult errors, Model model, Runnable activity,
			Supplier<@Nullable Object> current) {
		try {
			return accepted(errors, activity, current);
		}
		catch (Unconfirmed unconfirmed) {
			model.addAttribute("warnings", unconfirmed.warnings());
			return false;
		}
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
