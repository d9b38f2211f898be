package fr.faireavec.web;

import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** A slash too many leads to the page, and nowhere else. */
@IntegrationTest
class TrailingSlashTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@ParameterizedTest
	@CsvSource({ "/structures/, /structures", "/parcours/, /parcours", "/confidentialite/, /confidentialite",
			"/structures/?q=caf%C3%A9&page=2, /structures?q=caf%C3%A9&page=2" })
	void theSamePage(String asked, String page) {
		assertThat(get(asked)).hasStatus(308).hasRedirectedUrl(page);
	}

	@Test
	void theDeskIsItsSlash() {
		assertThat(get("/")).hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/", "/%2Fevil.example/", "/\\\\evil.example/", "/.//evil.example/" })
	void neverAnotherSite(String asked) {
		MvcTestResult answer = this.mvc.get()
			.uri(java.net.URI.create(asked.replace("\\", "%5C")))
			.with(this.cast.as(this.cast.facilitator("Claire", "Vasseur")))
			.exchange();
		String location = answer.getResponse().getHeader("Location");
		assertThat(location == null || location.matches("/(?![/\\\\]).*")).as("%s leads to %s", asked, location)
			.isTrue();
	}

	private MvcTestResult get(String address) {
		return this.mvc.get()
			.uri(java.net.URI.create(address))
			.with(this.cast.as(this.cast.facilitator("Claire", "Vasseur")))
			.exchange();
	}

}
