package fr.faireavec.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** A form shown again with its errors, or with warnings to read, is answered 422. */
class UnprocessableForms implements HandlerInterceptor {

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && !"GET".equals(request.getMethod()) && refused(page)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
	}

	private static boolean refused(ModelAndView page) {
		return page.getModel()
			.values()
			.stream()
			.anyMatch((value) -> value instanceof BindingResult errors && errors.hasErrors());
	}

}
