package fr.faireavec.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import fr.faireavec.kernel.Sealing;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What a watchman looks for (who came in, who was refused, what was forged), one line
 * each under the logger « fr.faireavec.security »: key=value, no secret, an e-mail
 * address only as its fingerprint.
 */
@Component
public class SecurityLog {

	private static final Logger log = LoggerFactory.getLogger("fr.faireavec.security");

	/** What would end the line or the value, hide, or tell a terminal what to do. */
	private static final Pattern UNSAFE = Pattern.compile("[\\p{C}\\p{Z}\\s=]");

	private static final int FINGERPRINT = 16;

	/** Of one value: what somebody sends to be refused does not fill the log. */
	private static final int LONGEST = 2000;

	private final Sealing sealing;

	SecurityLog(Sealing sealing) {
		this.sealing = sealing;
	}

	/**
	 * @param what dotted, as in « signin.refused »
	 * @param facts what it is about: ids, counts, kinds
	 */
	public void note(String what, Map<String, ?> facts) {
		StringBuilder line = new StringBuilder(what);
		new TreeMap<>(facts).forEach((key, value) -> append(line, key, value));
		append(line, "network", network());
		log.info("{}", line);
	}

	/** Tells addresses apart without writing them down. */
	public String fingerprint(String address) {
		return this.sealing.fingerprint("security log", address).substring(0, FINGERPRINT);
	}

	private static void append(StringBuilder line, String key, @Nullable Object value) {
		if (value != null) {
			String text = String.valueOf(value);
			String kept = (text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text;
			line.append(' ').append(key).append('=').append(UNSAFE.matcher(kept).replaceAll("_"));
		}
	}

	private static @Nullable String network() {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
			HttpServletRequest request = current.getRequest();
			return request.getRemoteAddr();
		}
		return null;
	}

}
