package fr.faireavec.web;

import java.net.URI;

import fr.faireavec.kernel.BaseUrl;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells a form sent by a page of ours from one that another site sent: by what only a
 * browser writes (Sec-Fetch-Site, else Origin, else Referer). No proof, no trust.
 */
@Component
public class OurPages {

	private final BaseUrl base;

	OurPages(BaseUrl base) {
		this.base = base;
	}

	/** Whether this request comes from a page of ours. */
	public boolean sent(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return "same-origin".equals(site);
		}
		String origin = request.getHeader("Origin");
		return isOurs((origin != null) ? origin : request.getHeader("Referer"), request.getHeader("Host"));
	}

	private boolean isOurs(@Nullable String address, @Nullable String host) {
		if (address == null) {
			return false;
		}
		try {
			URI sender = URI.create(address);
			String authority = sender.getRawAuthority();
			boolean known = (sender.getScheme() + "://" + authority).equals(this.base.origin());
			return authority != null && (known || authority.equals(host));
		}
		catch (IllegalArgumentException unreadable) {
			return false;
		}
	}

}
