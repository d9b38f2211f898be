package fr.faireavec.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import fr.faireavec.accounts.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Opens pages and sends forms as one of the cast. */
public record Pages(MockMvcTester mvc, Cast cast) {

	/** A page that must open. */
	public Document read(String address, Person person) {
		MvcTestResult result = get(address, person);
		assertThat(result).hasStatusOk();
		return document(result);
	}

	public MvcTestResult get(String address, Person person) {
		return this.mvc.get().uri(URI.create(address)).with(this.cast.as(person)).exchange();
	}

	/** Sends a form: name, value, name, value… */
	public MvcTestResult post(String address, Person person, String... fields) {
		var request = this.mvc.post().uri(URI.create(address)).with(this.cast.as(person)).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request = request.param(fields[i], fields[i + 1]);
		}
		MvcTestResult result = request.exchange();
		this.cast.flush();
		return result;
	}

	/** Sends a form with one file. */
	public MvcTestResult upload(String address, Person person, String field, String fileName, byte[] content) {
		MvcTestResult result = this.mvc.post()
			.uri(URI.create(address))
			.multipart()
			.file(new MockMultipartFile(field, fileName, "text/csv", content))
			.with(this.cast.as(person))
			.with(csrf())
			.exchange();
		this.cast.flush();
		return result;
	}

	public static Document document(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	/** How many SQL statements a page takes. */
	public int statements(String address, Person person) {
		return cost(address, person).statements();
	}

	/** What a page costs the database. */
	public Cost cost(String address, Person person) {
		List<String> said = get(address, person).getResponse().getHeaders("Server-Timing");
		return new Cost(number(said.getFirst()), number(said.getLast()));
	}

	private static int number(String said) {
		return Integer.parseInt(said.replaceAll("\\D", ""));
	}

	/** SQL statements, and the rows they gave. */
	public record Cost(int statements, int rows) {
	}

}
