package fr.faireavec.signin;

import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@IntegrationTest
class SigningInTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Test
	void aPasswordOpensTheDoor() {
		this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		assertThat(enter(" Ines.CARPENTIER@demo.example ", Cast.PASSWORD)).hasRedirectedUrl("/");
	}

	/** A composed « é » and one made of two signs are one letter. */
	@Test
	void anAccentIsOneWhicheverKeyboardMadeIt() {
		this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		String decomposed = java.text.Normalizer.normalize(Cast.PASSWORD, java.text.Normalizer.Form.NFD);
		assertThat(enter("ines.carpentier@demo.example", decomposed)).hasRedirectedUrl("/");
	}

	@Test
	void aWrongOneDoesNotAndSaysTheSameForEverybody() {
		this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		String known = refused("ines.carpentier@demo.example");
		String unknown = refused("nobody@demo.example");
		assertThat(known.replace("ines.carpentier", "nobody")).isEqualTo(unknown).contains("ne vont pas ensemble");
	}

	private String refused(String email) {
		MvcTestResult result = enter(email, "autre chose");
		assertThat(result).hasStatus(422);
		assertThat(Pages.document(result).select("#username").val()).isEqualTo(email);
		return Pages.document(result).select("main").text() + Pages.document(result).select("#username").val();
	}

	private MvcTestResult enter(String email, String password) {
		return this.mvc.post()
			.uri("/connexion/mot-de-passe")
			.with(csrf())
			.param("username", email)
			.param("password", password)
			.exchange();
	}

}
