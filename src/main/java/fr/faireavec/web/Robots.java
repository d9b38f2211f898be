package fr.faireavec.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What search engines may read: the door and the notice, with what dresses them. A link
 * somebody published by mistake, an invitation for one, is none of their business.
 */
@Controller
class Robots {

	private static final String MAY_READ = """
			User-agent: *
			Disallow: /
			Allow: /$
			Allow: /connexion$
			Allow: /confidentialite$
			Allow: /css/
			Allow: /fonts/
			Allow: /js/
			Allow: /favicon.svg
			""";

	@GetMapping("/robots.txt")
	ResponseEntity<String> mayRead() {
		return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(MAY_READ);
	}

}
