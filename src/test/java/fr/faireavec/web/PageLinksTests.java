package fr.faireavec.web;

import java.util.ArrayList;
import java.util.List;

import fr.faireavec.accounts.Person;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A page of links looks nothing up among the files; its own files are fingerprinted. */
@IntegrationTest
class PageLinksTests {

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private ObjectProvider<MockMvcBuilderCustomizer> filters;

	private final List<String> asked = new ArrayList<>();

	@Test
	void onlyFilesAreLookedUp() {
		Person claire = this.cast.facilitator("Claire", "Vasseur");
		for (int i = 0; i < 20; i++) {
			this.cast.structure("Recyclerie " + i);
		}
		Document page = new Pages(recording(), this.cast).read("/structures", claire);
		assertThat(page.select("a[href^=/structures/recyclerie]")).hasSize(20);
		assertThat(page.select("form[action]")).isNotEmpty();
		assertThat(this.asked).isNotEmpty().allMatch(StaticPaths::hold).hasSizeLessThan(15);
	}

	@Test
	void aFileChangesItsAddressWithItsContent() {
		Person claire = this.cast.facilitator("Claire", "Vasseur");
		Document page = new Pages(this.mvc, this.cast).read("/structures", claire);
		assertThat(page.select("link[rel=stylesheet]").eachAttr("href")).isNotEmpty()
			.allMatch((address) -> address.matches("/css/[a-z]+-[0-9a-f]{32}\\.css"));
	}

	private MockMvcTester recording() {
		Filter recorder = (request, response, chain) -> {
			chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response) {
				@Override
				public String encodeURL(String url) {
					PageLinksTests.this.asked.add(url);
					return super.encodeURL(url);
				}
			});
		};
		return MockMvcTester.from(this.context, (builder) -> {
			this.filters.orderedStream().forEach((customizer) -> customizer.customize(builder));
			return builder.addFilters(recorder).build();
		});
	}

}
