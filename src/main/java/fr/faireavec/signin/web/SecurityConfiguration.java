package fr.faireavec.signin.web;

import java.time.Clock;
import java.util.Map;

import fr.faireavec.factors.Presence;
import fr.faireavec.factors.SecondFactorGate;
import fr.faireavec.factors.SecondFactorPolicy;
import fr.faireavec.factors.StrongMeans;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.signin.Reach;
import fr.faireavec.signin.SignInLookup;
import fr.faireavec.web.OurPages;
import fr.faireavec.web.SecurityLog;
import fr.faireavec.web.StaticPaths;
import fr.faireavec.web.UploadLimits;
import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.web.filter.UrlHandlerFilter;

/** Who gets through the door. What is not named here is refused. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/** An address copied with a slash too many leads where it meant. */
	private static final UrlHandlerFilter ONE_SLASH_LESS = UrlHandlerFilter.trailingSlashHandler("/**")
		.redirect(HttpStatus.PERMANENT_REDIRECT)
		.build();

	/** OWASP's Argon2id setting: 19 MiB, two passes, one lane. */
	private static final int SALT = 16;

	private static final int HASH = 32;

	@Bean
	SecurityFilterChain doors(HttpSecurity http, SignInLookup lookup, SecondFactorPolicy policy, StrongMeans means,
			Presence presence, SecurityLog log, WantedPage wanted, OurPages ours, BaseUrl base, Reach reach,
			UploadLimits uploads, Clock clock) throws Exception {
		SecondFactorGate gate = new SecondFactorGate(policy, means, presence);
		http.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers(StaticPaths.patterns())
			.permitAll()
			.requestMatchers("/connexion", "/connexion/**", "/invitation/**", "/mon-compte/courriel/confirmation/*",
					"/agenda/*.ics", "/presence/*", "/sondages/*", "/salle/*", "/salle/*/inconnu", "/error",
					"/actuator/health", "/_composants", "/_courrier", "/_courrier/*", "/confidentialite",
					"/verification", "/bilans/partage/*", "/bilans/partage/*/*", "/securite/rapports", "/robots.txt",
					"/autorisation/*", "/autorisation/*/fichier", "/synthese/*", "/synthese/*/photos/*")
			.permitAll()
			.requestMatchers("/administration/**")
			.hasRole("ADMIN")
			.requestMatchers("/parcours/nouveau/**", "/structures", "/structures/nouvelle", "/structures/*/modifier",
					"/financeurs", "/financeurs/**", "/courriers")
			.hasAnyRole("ADMIN", "FACILITATOR")
			.requestMatchers(HttpMethod.POST, "/structures/**")
			.hasAnyRole("ADMIN", "FACILITATOR")
			.requestMatchers("/", "/parcours", "/parcours/**", "/structures/*", "/agenda", "/agenda/**", "/bilans",
					"/bibliotheque", "/bibliotheque/**", "/bilans/**", "/mon-compte", "/mon-compte/**", "/deconnexion")
			.authenticated()
			.anyRequest()
			.denyAll());
		http.securityContext((context) -> context.securityContextRepository(new StoredContext(log)));
		http.requestCache((cache) -> cache.requestCache(wanted));
		http.logout((logout) -> logout.logoutUrl("/deconnexion")
			.logoutSuccessUrl("/connexion?au-revoir")
			.addLogoutHandler((request, response, known) -> noteSignOut(log, known))
			// Not its cookies: the browser's mark lets its owner in whatever others
			// guess.
			.addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE))));
		http.exceptionHandling((handling) -> handling.accessDeniedHandler(new Refusals(log, ours))
			.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/connexion")));
		http.addFilterBefore(uploads, CsrfFilter.class);
		// After the firewall, which lets no address through that leads to another site.
		http.addFilterBefore(ONE_SLASH_LESS, AuthorizationFilter.class);
		http.addFilterBefore(new StandingFilter(lookup, reach, log), AuthorizationFilter.class);
		http.addFilterAfter(gate, StandingFilter.class);
		http.addFilterAfter(new FreshProof(wanted, clock), SecondFactorGate.class);
		// Written for every answer, refused ones included: see web.ResponseHeaders.
		http.headers(HeadersConfigurer::disable);
		// A browser's report of our own policy carries no token, and changes nothing.
		http.csrf((csrf) -> csrf.csrfTokenRepository(new FormTokens(base.isSecure()))
			.ignoringRequestMatchers("/securite/rapports"));
		return http.build();
	}

	private static void noteSignOut(SecurityLog log, @Nullable Authentication known) {
		if (known instanceof SignedIn signedIn) {
			log.note("signout", Map.of("account", signedIn.accountId()));
		}
	}

	/** Cheaper in tests, by property: the cost is proved once, apart. */
	@Bean
	PasswordEncoder passwordEncoder(@Value("${faireavec.argon2.memory-kib:19456}") int memory,
			@Value("${faireavec.argon2.passes:2}") int passes) {
		return new CarefulPasswords(new Argon2PasswordEncoder(SALT, HASH, 1, memory, passes),
				Math.max(2, Runtime.getRuntime().availableProcessors()));
	}

}
