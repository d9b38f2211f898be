package fr.faireavec.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/** Read as search engines read it (RFC 9309): of the rules that fit, the longest. */
class RobotsTests {

	@Test
	void thePublicPagesAndNothingElse() {
		assertThat(List.of("/", "/connexion", "/confidentialite", "/css/base-1.css", "/js/app.js", "/fonts/a.woff2"))
			.allMatch(this::mayRead);
		assertThat(List.of("/connexion/code", "/connexion/lien/abc", "/invitation/abc", "/parcours", "/bilans",
				"/administration", "/_courrier", "/_composants", "/connexion?au-revoir", "/actuator/health"))
			.noneMatch(this::mayRead);
	}

	/** As it is written: groups of « name: value », the agents first, nothing else. */
	@Test
	void itIsValid() {
		var answer = new Robots().mayRead();
		assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.TEXT_PLAIN);
		assertThat(rules()).first().isEqualTo("User-agent: *");
		assertThat(rules().subList(1, rules().size())).allMatch((rule) -> rule.matches("(Allow|Disallow): /\\S*"));
	}

	private boolean mayRead(String path) {
		return rules().stream()
			.skip(1)
			.filter((rule) -> pattern(rule).matcher(path).find())
			.max(Comparator.comparingInt((rule) -> rule.substring(rule.indexOf('/')).length()))
			.orElseThrow()
			.startsWith("Allow");
	}

	private static Pattern pattern(String rule) {
		String path = rule.substring(rule.indexOf('/'));
		return path.endsWith("$") ? Pattern.compile("^" + Pattern.quote(path.substring(0, path.length() - 1)) + "$")
				: Pattern.compile("^" + Pattern.quote(path));
	}

	private static List<String> rules() {
		return Arrays.asList(String.valueOf(new Robots().mayRead().getBody()).strip().split("\n", -1));
	}

}
