package fr.faireavec.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** One field, one call: what the fragments show before and after a refusal. */
class FieldsTests {

	private static MockMvcTester mvc;

	@BeforeAll
	static void render() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/web");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
		validator.setMessageInterpolator(new MessageInterpolatorFactory(messages).getObject());
		validator.afterPropertiesSet();
		DefaultFormattingConversionService conversion = new DefaultFormattingConversionService();
		conversion.addFormatter(new FrenchDecimals());

		GenericApplicationContext context = new GenericApplicationContext();
		context.refresh();
		SpringResourceTemplateResolver pages = new SpringResourceTemplateResolver();
		pages.setPrefix("classpath:/templates/");
		pages.setSuffix(".html");
		pages.setApplicationContext(context);
		SpringResourceTemplateResolver fragments = new FragmentTemplates()
			.fragmentTemplateResolver("classpath:/templates/", true);
		fragments.setApplicationContext(context);
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.addTemplateResolver(fragments);
		engine.addTemplateResolver(pages);
		engine.setTemplateEngineMessageSource(messages);
		engine.addDialect(new LookDialect(new FrenchFormat(messages), validator));
		ThymeleafViewResolver views = new ThymeleafViewResolver();
		views.setTemplateEngine(engine);
		views.setCharacterEncoding("UTF-8");
		mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new FieldsController())
			.setViewResolvers(views)
			.setValidator(validator)
			.setConversionService(conversion)
			.build());
	}

	@Test
	void aFreshFieldHasItsLabelItsHintAndNoError() {
		Document page = page(mvc.get().uri("/fields").exchange().getResponse());
		assertThat(page.select("label[for=title]").text()).isEqualTo("Titre");
		assertThat(page.select("label[for=hours]").text()).isEqualTo("Heures (facultatif)");
		assertThat(page.select("#title").attr("aria-describedby")).isEqualTo("title-hint");
		assertThat(page.select("#title").hasAttr("required")).isTrue();
		assertThat(page.select("#hours").hasAttr("required")).isFalse();
		assertThat(page.select("#hours").hasAttr("aria-describedby")).isFalse();
		assertThat(page.select("[aria-invalid], .summary")).isEmpty();
		assertThat(page.select("label[for=lines-0-name]").text()).isEqualTo("Nom");
	}

	@Test
	void whatWasTypedIsStillThereAfterARefusal() {
		Document page = page(mvc.post()
			.uri("/fields")
			.param("title", "Un titre trop long")
			.param("hours", "deux heures")
			.param("levels", "FIRST", "NOWHERE")
			.param("secret", "motdepasse")
			.param("lines[0].name", "")
			.exchange()
			.getResponse());
		assertThat(page.select("#title").val()).isEqualTo("Un titre trop long");
		assertThat(page.select("#hours").val()).isEqualTo("deux heures");
		assertThat(page.select("#levels").hasAttr("checked")).isTrue();
		assertThat(page.select("#levels-1").hasAttr("checked")).isFalse();
		assertThat(page.select("#secret").val()).isEmpty();
		assertThat(page.select("#title").attr("aria-describedby")).isEqualTo("title-hint title-error");
		assertThat(page.select("#title-error").text()).endsWith("Pas plus de 10 caractères.");
		assertThat(page.select("#hours").attr("aria-invalid")).isEqualTo("true");
	}

	@Test
	void theSummaryLeadsToEachFieldInTheirOrder() {
		Document page = page(
				mvc.post().uri("/fields").param("hours", "?").param("lines[0].name", "").exchange().getResponse());
		assertThat(page.select(".summary h2").text()).isEqualTo("4 réponses sont à corriger");
		assertThat(page.select(".summary li").eachText()).first().isEqualTo("Tout est à revoir");
		assertThat(page.select(".summary a").eachAttr("href")).containsExactly("#title", "#hours", "#lines-0-name");
		assertThat(page.select(".summary a").eachAttr("href"))
			.allSatisfy((href) -> assertThat(page.select(href)).hasSize(1));
		assertThat(page.select(".summary").hasAttr("autofocus")).isTrue();
	}

	@Test
	void aDecimalComesBackWithItsComma() {
		Document page = page(mvc.post().uri("/fields").param("hours", "12.5").exchange().getResponse());
		assertThat(page.select("#hours").val()).isEqualTo("12,5");
	}

	private static Document page(org.springframework.mock.web.MockHttpServletResponse response) {
		try {
			return Jsoup.parse(response.getContentAsString());
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Controller
	static class FieldsController {

		@InitBinder
		void bind(WebDataBinder binder) {
			binder.initDirectFieldAccess();
		}

		@GetMapping("/fields")
		String show(@ModelAttribute("form") FieldsForm form, Model model) {
			return page(model);
		}

		@PostMapping("/fields")
		String check(@Valid @ModelAttribute("form") FieldsForm form, BindingResult errors, Model model) {
			errors.reject("none", "Tout est à revoir");
			return page(model);
		}

		private static String page(Model model) {
			model.addAttribute("options", List.of(new Option("FIRST", "Un"), new Option("SECOND", "Deux")));
			return "web/fields";
		}

	}

	static class FieldsForm {

		@NotBlank
		@Size(max = 10)
		public String title = "";

		public @Nullable BigDecimal hours;

		public Set<Level> levels = Set.of();

		public String secret = "";

		public List<@Valid Line> lines = new ArrayList<>(List.of(new Line()));

	}

	static class Line {

		@NotBlank
		public String name = "";

	}

	enum Level {

		FIRST, SECOND

	}

}
