package fr.faireavec.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much a form with files may weigh, before anything reads it: the server itself takes
 * as much as the largest, of which it writes each to disk. It knows who is signed in, and
 * comes before the first look at what was sent, which is for the form's token.
 */
@Component
public class UploadLimits extends OncePerRequestFilter {

	/** In bytes, all files of a form together. */
	static final long MOST = 3L * 1024 * 1024;

	/** The same where a room asks for it: what application.yml says. */
	static final long MOST_WHERE_LARGER = 60L * 1024 * 1024;

	/** On requests whose files may be as large as their form. */
	static final String LARGER = UploadLimits.class.getName() + ".larger";

	private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

	private final List<LargerUploads> larger;

	UploadLimits(List<LargerUploads> larger) {
		this.larger = larger;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String type = request.getContentType();
		return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean large = isSignedIn() && this.larger.stream().anyMatch((form) -> form.takes(request));
		// Browsers say how long a form is; without that, nobody knows before it came.
		boolean unmeasured = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
		if (unmeasured || request.getContentLengthLong() > (large ? MOST_WHERE_LARGER : MOST)) {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
			return;
		}
		if (large) {
			request.setAttribute(LARGER, true);
		}
		chain.doFilter(request, response);
	}

	private boolean isSignedIn() {
		return this.trust.isAuthenticated(SecurityContextHolder.getContext().getAuthentication());
	}

}
