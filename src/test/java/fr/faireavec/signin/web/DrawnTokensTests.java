package fr.faireavec.signin.web;

import java.util.Base64;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;

import static org.assertj.core.api.Assertions.assertThat;

class DrawnTokensTests {

	private final DrawnTokens tokens = new DrawnTokens();

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void eachIs256RandomBits() {
		assertThat(IntStream.range(0, 100).mapToObj((n) -> this.tokens.generateToken(this.request).getToken()).toList())
			.doesNotHaveDuplicates()
			.allSatisfy((token) -> assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32));
	}

	@Test
	void oneIsKeptWithTheSession() {
		CsrfToken drawn = this.tokens.generateToken(this.request);
		assertThat(this.tokens.loadToken(this.request)).isNull();
		this.tokens.saveToken(drawn, this.request, new MockHttpServletResponse());
		assertThat(this.tokens.loadToken(this.request)).isNotNull()
			.extracting(CsrfToken::getToken, CsrfToken::getParameterName)
			.containsExactly(drawn.getToken(), "_csrf");
	}

}
