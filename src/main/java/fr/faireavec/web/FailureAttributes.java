package fr.faireavec.web;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

/** What the page of errors knows: of what nobody caught, the reference too. */
@Component
class FailureAttributes extends DefaultErrorAttributes {

	private static final int SERVERS_OWN = 500;

	@Override
	public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
		Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
		Throwable cause = getError(request);
		boolean ours = attributes.get("status") instanceof Integer status && status >= SERVERS_OWN;
		if (ours && cause != null && request instanceof ServletWebRequest servlet) {
			HttpServletRequest failed = servlet.getRequest();
			Object address = failed.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
			attributes.put("reference", Failure.noted(cause, failed, String.valueOf(address)));
		}
		return attributes;
	}

}
