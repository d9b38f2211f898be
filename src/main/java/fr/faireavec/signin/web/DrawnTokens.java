package fr.faireavec.signin.web;

import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * What proves that a request comes from our pages: kept with the session, 256 random bits
 * where Spring Security draws the 122 of a UUID.
 */
class DrawnTokens implements CsrfTokenRepository {

	private final SecureRandom random = new SecureRandom();

	private final CsrfTokenRepository kept = new HttpSessionCsrfTokenRepository();

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		CsrfToken named = this.kept.generateToken(request);
		return new DefaultCsrfToken(named.getHeaderName(), named.getParameterName(),
				Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		this.kept.saveToken(token, request, response);
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return this.kept.loadToken(request);
	}

}
