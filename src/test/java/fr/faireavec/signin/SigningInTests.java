package fr.faireavec.signin;

import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

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
		assertThat(this.mvc.post()
			.uri("/connexion")
			.with(csrf())
			.param("username", " Ines.CARPENTIER@demo.example ")
			.param("password", Cast.PASSWORD)).hasRedirectedUrl("/");
	}

	@Test
	void aWrongOneDoesNotAndSaysTheSameForEverybody() {
		this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		for (String who : new String[] { "ines.carpentier@demo.example", "nobody@demo.example" }) {
			assertThat(this.mvc.post()
				.uri("/connexion")
				.with(csrf())
				.param("username", who)
				.param("password", "autre chose")).hasRedirectedUrl("/connexion?erreur");
		}
	}

}
