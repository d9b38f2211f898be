package fr.faireavec.signin;

import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
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

	@Autowired
	private JdbcClient jdbc;

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

	/** Whoever comes in with a hash of less cost leaves with one of the cost of now. */
	@Test
	void aCheaperHashIsMadeAnew() {
		this.cast.person("Inès", "Carpentier");
		this.cast.flush();
		String cheap = new Argon2PasswordEncoder(16, 32, 1, 32, 1).encode(Cast.PASSWORD);
		this.jdbc.sql("UPDATE account SET password_hash = :hash").param("hash", cheap).update();
		this.cast.forget();
		assertThat(enter("ines.carpentier@demo.example", "autre chose")).hasStatus(422);
		assertThat(hash()).isEqualTo(cheap);
		assertThat(enter("ines.carpentier@demo.example", Cast.PASSWORD)).hasRedirectedUrl("/");
		assertThat(hash()).contains("m=64");
		assertThat(enter("ines.carpentier@demo.example", Cast.PASSWORD)).hasRedirectedUrl("/");
	}

	private String hash() {
		return this.jdbc
			.sql("SELECT password_hash FROM account a JOIN person p ON p.id = a.person_id "
					+ "WHERE p.email = 'ines.carpentier@demo.example'")
			.query(String.class)
			.single();
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
