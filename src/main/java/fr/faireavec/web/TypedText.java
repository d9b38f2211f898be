package fr.faireavec.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * A form refused for want of its token keeps its text on screen: to be copied, never sent
 * again by itself.
 */
@ControllerAdvice
class TypedText {

	@ModelAttribute
	void keep(HttpServletRequest request, Model model) {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		if (Integer.valueOf(403).equals(status)) {
			List<String> typed = new ArrayList<>();
			request.getParameterMap().forEach((name, values) -> {
				String lower = name.toLowerCase(Locale.ROOT);
				boolean secret = lower.contains("password") || lower.contains("again") || lower.startsWith("_");
				for (String value : values) {
					if (!secret && !value.isBlank() && !isMachinery(value)) {
						typed.add(value);
					}
				}
			});
			model.addAttribute("typed", typed);
		}
	}

	/** Ids, versions and ticks were not typed by anybody. */
	private static boolean isMachinery(String value) {
		return value.matches("[0-9a-f]{8}-[0-9a-f-]{27}") || value.matches("[0-9]{1,4}") || "on".equals(value)
				|| "true".equals(value);
	}

}
