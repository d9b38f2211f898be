package fr.faireavec.signin.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.signin.SessionValues;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions live in PostgreSQL: they survive a restart and move between instances. The
 * animation and the administration, who hold the keys, are signed out after twelve hours
 * without a request, a working day, and after twenty-four hours in all; the others, who
 * come once a month from their own phone, after thirty days.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(cleanupCron = "0 */10 * * * *")
class SessionConfiguration {

	static final Duration STAFF_IDLE = Duration.ofHours(12);

	static final Duration STAFF_LONGEST = Duration.ofHours(24);

	/** Nobody's: a form open on the sign-in page. */
	private static final Duration ANONYMOUS = Duration.ofHours(1);

	static final Duration LONGEST = Duration.ofDays(30);

	/**
	 * By a link somebody handed out: for the day they are helped, whatever it opens by
	 * then.
	 */
	static final Duration HANDED_LONGEST = Duration.ofHours(12);

	/**
	 * A session ended meanwhile by somebody else takes no more values, instead of
	 * breaking the page that brings them.
	 */
	private static final String KEEP_ATTRIBUTE = """
			INSERT INTO %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
			SELECT s.PRIMARY_ID, v.name, v.bytes
			FROM (VALUES (CAST(? AS char(36)), CAST(? AS varchar), CAST(? AS bytea))) AS v(id, name, bytes)
			JOIN %TABLE_NAME% s ON s.PRIMARY_ID = v.id
			ON CONFLICT (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) DO UPDATE SET ATTRIBUTE_BYTES = EXCLUDED.ATTRIBUTE_BYTES
			""";

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> anonymousSessions() {
		return (sessions) -> {
			sessions.setDefaultMaxInactiveInterval(ANONYMOUS);
			sessions.setCreateSessionAttributeQuery(KEEP_ATTRIBUTE);
		};
	}

	@Bean
	@Primary
	SparingSessions sessions(JdbcIndexedSessionRepository stored) {
		return new SparingSessions(stored);
	}

	/** Nothing but what {@link SessionValues} knows is written or read. */
	@Bean
	GenericConversionService springSessionConversionService() {
		GenericConversionService conversion = new GenericConversionService();
		conversion.addConverter(Object.class, byte[].class, SessionValues::write);
		conversion.addConverter(byte[].class, Object.class, SessionValues::read);
		return conversion;
	}

	/**
	 * A session's statements join the transaction at hand, if there is one. Boot makes no
	 * template of its own beside this one: it is everybody's.
	 */
	@Bean
	TransactionTemplate springSessionTransactionOperations(PlatformTransactionManager transactions) {
		return new TransactionTemplate(transactions);
	}

	/** 192 random bits. */
	@Bean
	SessionIdGenerator sessionIds() {
		SecureRandom random = new SecureRandom();
		return () -> {
			byte[] bytes = new byte[24];
			random.nextBytes(bytes);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		};
	}

	@Bean
	CookieSerializer sessionCookie(BaseUrl base, @Value("${server.servlet.context-path:/}") String path) {
		return new SessionCookie(base.isSecure(), path);
	}

}
