package fr.faireavec.agenda.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import fr.faireavec.agenda.CalendarFeed;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Network;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What somebody's own calendar reads, without signing in. */
@Controller
class FeedController {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final CalendarFeed feed;

	private final Throttle throttle;

	FeedController(CalendarFeed feed, Throttle throttle) {
		this.feed = feed;
		this.throttle = throttle;
	}

	/** Spring answers 304 by itself to whoever has it as it is. */
	@GetMapping("/agenda/{feed}.ics")
	ResponseEntity<String> read(@PathVariable("feed") String token, HttpServletRequest request) {
		Optional<CalendarFeed.Told> told = this.feed.read(token);
		if (told.isEmpty()) {
			this.throttle.pass(Gate.LOOKUP, Throttle.Attempt.from(Network.of(request)));
		}
		CalendarFeed.Told here = told.orElseThrow(NotFound::new);
		return ResponseEntity.ok()
			.contentType(CALENDAR)
			.cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
			.eTag(DigestUtils.md5DigestAsHex(here.file().getBytes(StandardCharsets.UTF_8)))
			.lastModified(here.changedAt())
			.body(here.file());
	}

}
