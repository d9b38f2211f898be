package fr.faireavec.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Hears what browsers refused in the name of our policy, and logs it: a page of ours that
 * breaks it is a defect, anything else is somebody trying. Changes nothing, so it needs
 * no token, which browsers would not send.
 */
@Controller
class PolicyReports {

	static final String ADDRESS = "/securite/rapports";

	private static final int LONGEST = 2000;

	/** Anybody may post here: a log is not to be filled by them. An hour's worth. */
	private static final int MOST = 500;

	private final AtomicInteger heard = new AtomicInteger();

	private final AtomicReference<Instant> hour;

	private final Clock clock;

	private final SecurityLog log;

	PolicyReports(SecurityLog log, Clock clock) {
		this.log = log;
		this.clock = clock;
		this.hour = new AtomicReference<>(clock.instant());
	}

	@PostMapping(path = ADDRESS,
			consumes = { "application/csp-report", "application/reports+json", "application/json" })
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void hear(InputStream body) throws IOException {
		String report = new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
		Instant began = this.hour.get();
		Instant now = this.clock.instant();
		if (began.plus(1, ChronoUnit.HOURS).isBefore(now) && this.hour.compareAndSet(began, now)) {
			this.heard.set(0);
		}
		if (this.heard.incrementAndGet() <= MOST) {
			this.log.note("csp.reported", Map.of("report", report));
		}
	}

}
