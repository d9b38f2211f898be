package fr.faireavec.signin.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.Sealing;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Remembers which page somebody wanted when they were asked to sign in: its path, for a
 * page there is, for an hour, in a cookie that says it was written here. Nothing is kept
 * on this side: whoever only knocks leaves no trace.
 */
@Component
class WantedPage implements RequestCache {

	private static final int LONGEST = 400;

	private static final Duration MEMORY = Duration.ofHours(1);

	private static final String NAME = "page";

	/** As a browser writes an address. */
	private static final Pattern WRITTEN = Pattern.compile("[\\w.~/?=&%+!$'()*,;:@-]{1," + LONGEST + "}");

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	private final Sealing sealing;

	private final BaseUrl base;

	private final Clock clock;

	private volatile List<PathPattern> pages = List.of();

	WantedPage(ObjectProvider<RequestMappingHandlerMapping> mappings, Sealing sealing, BaseUrl base, Clock clock) {
		this.mappings = mappings;
		this.sealing = sealing;
		this.base = base;
		this.clock = clock;
	}

	@Override
	public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
		String query = request.getQueryString();
		String path = request.getRequestURI() + ((query != null) ? "?" + query : "");
		String accepted = request.getHeader("Accept");
		boolean page = "GET".equals(request.getMethod()) && accepted != null && accepted.contains("text/html")
				&& request.getHeader("HX-Request") == null;
		if (page && !"/".equals(path)) {
			keep(path, request, response);
		}
	}

	/** Keeps the path of a page there is, of a likely length: else nothing. */
	void keep(String path, HttpServletRequest request, HttpServletResponse response) {
		if (!WRITTEN.matcher(path).matches() || !isHere(path) || !leadsSomewhere(path, request.getContextPath())) {
			return;
		}
		String until = Long.toString(this.clock.instant().plus(MEMORY).getEpochSecond());
		write(response, encoded(path) + "." + until + "." + mark(path, until), MEMORY);
	}

	/** The page this browser was on its way to, once; null without such a page. */
	@Nullable String take(HttpServletRequest request, HttpServletResponse response) {
		Cookie[] cookies = request.getCookies();
		if (cookies == null) {
			return null;
		}
		return Arrays.stream(cookies).filter((cookie) -> name().equals(cookie.getName())).findFirst().map((cookie) -> {
			write(response, "", Duration.ZERO);
			return read(cookie.getValue());
		}).orElse(null);
	}

	private @Nullable String read(String value) {
		String[] parts = value.split("\\.", -1);
		try {
			if (parts.length != 3 || Long.parseLong(parts[1]) <= this.clock.instant().getEpochSecond()) {
				return null;
			}
			String path = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
			boolean ours = MessageDigest.isEqual(mark(path, parts[1]).getBytes(StandardCharsets.UTF_8),
					parts[2].getBytes(StandardCharsets.UTF_8));
			return (ours && isHere(path)) ? path : null;
		}
		catch (IllegalArgumentException unreadable) {
			return null;
		}
	}

	private void write(HttpServletResponse response, String value, Duration age) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name(), value)
					.httpOnly(true)
					.secure(this.base.isSecure())
					.sameSite("Lax")
					.path("/")
					.maxAge(age)
					.build()
					.toString());
	}

	private String name() {
		return this.base.isSecure() ? "__Host-" + NAME : NAME;
	}

	private String mark(String path, String until) {
		return this.sealing.fingerprint("signin.wanted", until + " " + path);
	}

	private static String encoded(String path) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8));
	}

	private boolean leadsSomewhere(String wanted, String context) {
		if (this.pages.isEmpty()) {
			this.pages = this.mappings.stream()
				.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
				.filter((info) -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
				.map((info) -> info.getPathPatternsCondition())
				.filter(Objects::nonNull)
				.flatMap((condition) -> condition.getPatterns().stream())
				.toList();
		}
		String alone = wanted.split("\\?", 2)[0];
		PathContainer path = PathContainer
			.parsePath(alone.startsWith(context) ? alone.substring(context.length()) : alone);
		return this.pages.stream().anyMatch((pattern) -> pattern.matches(path));
	}

	private static boolean isHere(String path) {
		return path.startsWith("/") && !path.startsWith("//") && !path.contains("\\");
	}

	@Override
	public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		return null;
	}

	@Override
	public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		return null;
	}

	@Override
	public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
		// Goes with the cookie in which it was kept, once somebody has come in.
	}

}
