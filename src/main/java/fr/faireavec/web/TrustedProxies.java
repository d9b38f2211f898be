package fr.faireavec.web;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.catalina.valves.RemoteIpValve;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Behind which proxies the application stands: « faireavec.trusted-proxies », addresses
 * separated by commas, « * » for the rest of one (« 172.18.0.* »). Only what these say
 * about the visitor's address and protocol is believed; without any, nothing is.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final String addresses;

	TrustedProxies(@Value("${faireavec.trusted-proxies:}") String addresses) {
		this.addresses = addresses;
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
