package fr.faireavec.accounts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address of a one-time link, from the configured base and never from a request's
 * header.
 */
@Component
public class AccessLinkAddress {

	private final String baseUrl;

	AccessLinkAddress(@Value("${faireavec.base-url:http://localhost:${server.port:8080}}") String baseUrl) {
		this.baseUrl = baseUrl.replaceAll("/+$", "");
	}

	public String of(String token) {
		return this.baseUrl + "/acces/" + token;
	}

}
