package fr.faireavec.evidence.web;

import java.util.regex.Pattern;

import fr.faireavec.web.AskedPath;
import fr.faireavec.web.LargerUploads;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/** Photos as phones take them are larger than what other forms take. */
@Component
class EvidenceUploads implements LargerUploads {

	private static final Pattern ADDRESS = Pattern
		.compile("/parcours/[^/]+/journal/[^/]+/pieces(/[^/]+/autorisations/[^/]+)?");

	@Override
	public boolean takes(HttpServletRequest request) {
		return "POST".equals(request.getMethod()) && ADDRESS.matcher(AskedPath.of(request)).matches();
	}

}
