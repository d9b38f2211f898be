package fr.faireavec.kernel;

import java.net.URI;
import java.util.Set;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where this installation is reached: every address that leaves it (letters, links to
 * hand out) starts from « faireavec.base-url », never from a request's header. Without
 * one it is this machine, at the port it listens on.
 */
@Component
public class BaseUrl {

	/** Where a browser keeps secrets without https: the machine itself. */
	private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

	private final Environment environment;

	/** Read once, as every answer asks whether it is secure; empty on this machine. */
	private final String configured;

	BaseUrl(Environment environment) {
		this.environment = environment;
		this.configured = environment.getProperty("faireavec.base-url", "").strip().replaceAll("/+$", "");
		if (!isSecure() && !HERE.contains(String.valueOf(URI.create(base()).getHost()))) {
			throw new InsecureBaseUrl(base());
		}
	}

	/** The whole address of a path that starts with a slash. */
	public String of(String path) {
		return base() + path;
	}

	/** The host alone, without its port. */
	public String host() {
		return URI.create(base()).getHost();
	}

	/** Scheme, host and port, as a browser names where it is. */
	public String origin() {
		URI base = URI.create(base());
		return base.getScheme() + "://" + base.getRawAuthority();
	}

	public boolean isSecure() {
		return this.configured.startsWith("https://");
	}

	private String base() {
		if (!this.configured.isEmpty()) {
			return this.configured;
		}
		String port = this.environment.getProperty("local.server.port",
				this.environment.getProperty("server.port", "8080"));
		return "http://localhost:" + port;
	}

}
