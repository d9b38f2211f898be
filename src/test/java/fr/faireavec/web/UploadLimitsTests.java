package fr.faireavec.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import fr.faireavec.testing.IntegrationTest;
import jakarta.servlet.ServletException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/** Each form takes as much as it needs, from whom it needs it. */
@IntegrationTest
class UploadLimitsTests {

	private static final int MEGA = 1024 * 1024;

	private static final String PAPERS = "/parcours/sources/seances/2/emargement/feuilles";

	@LocalServerPort
	private int port;

	@AfterEach
	void signedOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void onlyPaperIsLargeAndOnlyFromWhoeverIsSignedIn() throws Exception {
		assertThat(status(PAPERS, 4 * MEGA)).isEqualTo(413);
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("claire", "", "ROLE_USER"));
		assertThat(status(PAPERS, 4 * MEGA)).isEqualTo(200);
		assertThat(status(PAPERS, 59 * MEGA)).isEqualTo(200);
		assertThat(status(PAPERS, 61 * MEGA)).isEqualTo(413);
		for (String other : List.of(PAPERS + "/x", "/verification", "/financeurs/region/logo",
				"/administration/vacances", "/administration/reglages/logo", "/parcours/sources/structures/import")) {
			assertThat(status(other, 3 * MEGA)).as(other).isEqualTo(200);
			assertThat(status(other, 3 * MEGA + 1)).as(other).isEqualTo(413);
		}
	}

	/**
	 * On the wire, where the server itself reads: said in a page, not a broken
	 * connection.
	 */
	@Test
	void whatIsTooLargeIsSaid() throws Exception {
		for (String address : List.of("/verification", PAPERS)) {
			HttpResponse<String> answer = send(address, 4 * MEGA);
			assertThat(answer.statusCode()).as(address).isEqualTo(413);
			assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Ce fichier est trop lourd");
		}
		assertThat(send("/verification", 1000).statusCode()).as("its token is looked at").isEqualTo(403);
	}

	private HttpResponse<String> send(String address, int bytes) throws IOException, InterruptedException {
		String file = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n"
				+ "x".repeat(bytes) + "\r\n--b--\r\n";
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + address))
			.header("Content-Type", "multipart/form-data; boundary=b")
			.header("Accept", "text/html")
			.POST(HttpRequest.BodyPublishers.ofString(file))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.ofString());
		}
	}

	private static int status(String address, long bytes) throws ServletException, IOException {
		LargerUploads papers = (request) -> PAPERS.equals(request.getServletPath());
		MockHttpServletRequest request = new MockHttpServletRequest("POST", address) {
			@Override
			public long getContentLengthLong() {
				return bytes;
			}
		};
		request.setServletPath(address);
		request.setContentType("multipart/form-data; boundary=b");
		MockHttpServletResponse response = new MockHttpServletResponse();
		new UploadLimits(List.of(papers)).doFilter(request, response, new MockFilterChain());
		return response.getStatus();
	}

}
