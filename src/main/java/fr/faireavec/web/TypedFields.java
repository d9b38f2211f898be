package fr.faireavec.web;

import java.util.List;
import java.util.Map;

import fr.faireavec.kernel.Refusal;

import org.springframework.beans.ConfigurablePropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.util.ReflectionUtils;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Cleans the fields of a form that say what they hold, or refuses them. */
final class TypedFields implements Validator {

	@Override
	public boolean supports(Class<?> type) {
		return true;
	}

	@Override
	public void validate(Object form, Errors errors) {
		ConfigurablePropertyAccessor values = PropertyAccessorFactory.forDirectFieldAccess(form);
		ReflectionUtils.doWithFields(form.getClass(), (field) -> {
			Typed typed = field.getAnnotation(Typed.class);
			String name = field.getName();
			if (typed != null && values.getPropertyValue(name) instanceof Map<?, ?> rows) {
				List.copyOf(rows.keySet()).forEach((row) -> read(name + "[" + row + "]", typed, values, errors));
			}
			else if (typed != null) {
				read(name, typed, values, errors);
			}
		});
	}

	private static void read(String name, Typed typed, ConfigurablePropertyAccessor values, Errors errors) {
		if (errors.hasFieldErrors(name) || !(values.getPropertyValue(name) instanceof String text)) {
			return;
		}
		try {
			values.setPropertyValue(name, typed.value().read(name, text));
		}
		catch (Refusal refusal) {
			errors.rejectValue(name, refusal.messageKey(), refusal.args(), refusal.messageKey());
		}
	}

}
