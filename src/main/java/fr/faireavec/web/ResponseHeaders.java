package fr.faireavec.web;

import java.util.List;

import fr.faireavec.kernel.BaseUrl;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/**
 * What every answer tells the browser to refuse, errors and refused requests included:
 * written before anything else looks at the request.
 */
@Configuration(proxyBeanMethods = false)
class ResponseHeaders {

	/** A year, as browsers' preload lists ask. */
	static final long REMEMBER_HTTPS = 365L * 24 * 3600;

	@Bean
	FilterRegistrationBean<HeaderWriterFilter> responseHeaderWriting(BaseUrl baseUrl) {
		HeaderWriterFilter filter = new HeaderWriterFilter(List.of(
				new StaticHeadersWriter("Content-Security-Policy", policy(baseUrl.isSecure())),
				new StaticHeadersWriter("Reporting-Endpoints", "csp=\"" + PolicyReports.ADDRESS + "\""),
				new StaticHeadersWriter("Permissions-Policy",
						"camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
								+ "publickey-credentials-create=(self), publickey-credentials-get=(self)"),
				new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN), new XContentTypeOptionsHeaderWriter(),
				new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY), new CacheControlHeadersWriter(),
				new HstsHeaderWriter((request) -> baseUrl.isSecure(), REMEMBER_HTTPS, true), opener(), resources()));
		FilterRegistrationBean<HeaderWriterFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		return registration;
	}

	/** Everything from here, nothing inline, nothing framed, nothing posted elsewhere. */
	static String policy(boolean secure) {
		return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
				+ "connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
				+ (secure ? "upgrade-insecure-requests; " : "") + "report-to csp; report-uri " + PolicyReports.ADDRESS;
	}

	private static CrossOriginOpenerPolicyHeaderWriter opener() {
		CrossOriginOpenerPolicyHeaderWriter writer = new CrossOriginOpenerPolicyHeaderWriter();
		writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
		return writer;
	}

	private static CrossOriginResourcePolicyHeaderWriter resources() {
		CrossOriginResourcePolicyHeaderWriter writer = new CrossOriginResourcePolicyHeaderWriter();
		writer.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
		return writer;
	}

}
