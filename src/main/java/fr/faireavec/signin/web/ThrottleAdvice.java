package fr.faireavec.signin.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import fr.faireavec.kernel.Zones;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.TooManyTries;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.SecurityLog;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says when to try again, and what may be done meanwhile. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ThrottleAdvice {

	private final FrenchFormat french;

	private final SecurityLog log;

	private final Clock clock;

	ThrottleAdvice(FrenchFormat french, SecurityLog log, Clock clock) {
		this.french = french;
		this.log = log;
		this.clock = clock;
	}

	@ExceptionHandler(TooManyTries.class)
	ModelAndView tooMany(TooManyTries tooMany, HttpServletResponse response) {
		this.log.note("signin.throttled", Map.of("gate", tooMany.gate()));
		long seconds = Math.max(1, Duration.between(this.clock.instant(), tooMany.until()).toSeconds() + 1);
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
		ModelAndView page = new ModelAndView("signin/too-many", HttpStatus.TOO_MANY_REQUESTS);
		page.addObject("gate", tooMany.gate().name());
		Instant until = tooMany.until().plusSeconds(59);
		boolean aDay = tooMany.gate() == Gate.CODE_DAY || tooMany.gate() == Gate.RENAME;
		page.addObject("lead", switch (tooMany.gate()) {
			case CODE_DAY -> "signin.tooMany.day";
			case RENAME -> "signin.tooMany.rename";
			default -> "signin.tooMany.text";
		});
		page.addObject("when",
				aDay ? this.french.moment(until) : this.french.time(until.atZone(Zones.PARIS).toLocalTime()));
		return page;
	}

}
