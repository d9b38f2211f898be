package fr.faireavec.web;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.kernel.BaseUrl;
import org.apache.catalina.valves.RemoteIpValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Behind which proxies the application stands: « faireavec.trusted-proxies », addresses
 * separated by commas, « * » for the rest of one (« 172.18.0.* »). Only what these say
 * about the visitor's address and protocol is believed; without any, nothing is.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private static final Logger log = LoggerFactory.getLogger(TrustedProxies.class);

	private final String addresses;

	TrustedProxies(@Value("${faireavec.trusted-proxies:}") String addresses, BaseUrl base, Environment environment) {
		this.addresses = addresses;
		boolean ownHttps = Stream.of("bundle", "key-store", "certificate")
			.anyMatch((how) -> environment.containsProperty("server.ssl." + how));
		if (addresses.isBlank() && base.isSecure() && !ownHttps) {
			log.warn("Les pages sont servies en https (faireavec.base-url) par un autre serveur, et aucun n’est nommé "
					+ "(FAIREAVEC_TRUSTEDPROXIES) : tous les visiteurs semblent venir de lui, et qui se trompe de mot "
					+ "de passe ralentit tout le monde.");
		}
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		if (this.addresses.isBlank()) {
			return;
		}
		RemoteIpValve valve = new RemoteIpValve();
		valve.setInternalProxies(pattern(this.addresses));
		valve.setRemoteIpHeader("X-Forwarded-For");
		valve.setProtocolHeader("X-Forwarded-Proto");
		factory.addEngineValves(valve);
	}

	/** The addresses as the regular expression Tomcat wants; « * » stops at no dot. */
	static String pattern(String addresses) {
		return Arrays.stream(addresses.split(","))
			.map(String::strip)
			.filter((address) -> !address.isEmpty())
			.map((address) -> Arrays.stream(address.split("\\*", -1))
				.map(Pattern::quote)
				.collect(Collectors.joining("[0-9a-fA-F:.]*")))
			.collect(Collectors.joining("|"));
	}

}
