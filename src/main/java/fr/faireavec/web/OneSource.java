package fr.faireavec.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What is posted says each thing in one place: a name that stands in the address and in
 * the form as well is refused, as servers give both in one list without saying which is
 * which.
 */
class OneSource implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws ServletRequestBindingException {
		String query = request.getQueryString();
		if (query != null && "POST".equals(request.getMethod())) {
			List<String> inAddress = names(query);
			for (String name : inAddress) {
				String[] values = request.getParameterValues(name);
				if (values != null && values.length > Collections.frequency(inAddress, name)) {
					throw new ServletRequestBindingException("said twice");
				}
			}
		}
		return true;
	}

	private static List<String> names(String query) {
		return Stream.of(query.split("&", -1)).map((pair) -> decoded(pair.split("=", 2)[0])).toList();
	}

	private static String decoded(String name) {
		try {
			return URLDecoder.decode(name, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException unreadable) {
			return name;
		}
	}

}
