package fr.faireavec.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.MutablePropertyValues;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;

/**
 * Keeps a form half filled in, answer by answer, just as it was typed, and shows it
 * again.
 */
@Component
public class TypedForms {

	private static final String FORM = "form";

	private final FormAdvice advice;

	private final ConversionService conversion;

	TypedForms(FormAdvice advice, @Qualifier("mvcConversionService") ConversionService conversion) {
		this.advice = advice;
		this.conversion = conversion;
	}

	/** Of all that was sent, what this form takes. */
	public static Map<String, List<String>> taken(Class<?> form, Map<String, List<String>> sent) {
		Map<String, List<String>> taken = new LinkedHashMap<>();
		for (String name : SentFields.of(form)) {
			List<String> typed = sent.getOrDefault(name, List.of());
			if (!typed.isEmpty() && !SecretFields.has(name)) {
				taken.put(name, List.copyOf(typed));
			}
		}
		return taken;
	}

	/**
	 * Shows a blank form filled in again: what cannot be read stands there too, with why
	 * beside it.
	 */
	public void show(Object form, Map<String, List<String>> typed, Model model) {
		WebDataBinder binder = new WebDataBinder(form, FORM);
		binder.setConversionService(this.conversion);
		this.advice.bind(binder);
		MutablePropertyValues values = new MutablePropertyValues();
		typed.forEach((name, answers) -> values.add(name,
				(answers.size() == 1) ? answers.getFirst() : answers.toArray(String[]::new)));
		binder.bind(values);
		model.addAttribute(FORM, form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, binder.getBindingResult());
	}

}
