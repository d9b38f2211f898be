package fr.faireavec.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * A form refused for want of its token keeps its text on screen: to be copied, never sent
 * again by itself. Not its secrets, and nothing that another site put there.
 */
@ControllerAdvice
class TypedText {

	private final OurPages ourPages;

	TypedText(OurPages ourPages) {
		this.ourPages = ourPages;
	}

	@ModelAttribute
	void keep(HttpServletRequest request, Model model) {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		// By now the request itself says GET, as an error page is always got.
		boolean form = "POST".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD));
		if (Integer.valueOf(403).equals(status) && form && this.ourPages.sent(request)) {
			List<String> typed = new ArrayList<>();
			request.getParameterMap().forEach((name, values) -> {
				for (String value : values) {
					if (!SecretFields.has(name) && !value.isBlank() && !isMachinery(value)) {
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
