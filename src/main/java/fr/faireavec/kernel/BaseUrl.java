package fr.faireavec.kernel;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where this installation is reached: every address that leaves it (letters, links to
 * hand out) starts from the configured base, never from a request's header.
 */
@Component
public class BaseUrl {

	private final String base;

	BaseUrl(@Value("${faireavec.base-url:http://localhost:${server.port:8080}}") String base) {
		this.base = base.replaceAll("/+$", "");
	}

	/** The whole address of a path that starts with a slash. */
	public String of(String path) {
		return this.base + path;
	}

	/** The host alone, without its port. */
	public String host() {
		return java.net.URI.create(this.base).getHost();
	}

	/** Scheme, host and port: what a browser calls the origin. */
	public String origin() {
		return this.base;
	}

	public boolean isSecure() {
		return this.base.startsWith("https://");
	}

}
