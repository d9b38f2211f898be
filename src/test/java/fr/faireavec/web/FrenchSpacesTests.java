package fr.faireavec.web;

import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** No line begins with a colon, whoever typed the space before it. */
class FrenchSpacesTests {

	@Test
	void aSignHoldsToItsWord() {
		assertThat(FrenchSpaces.hold("Faire commun : pourquoi ? Oui ; non ! « ainsi »"))
			.isEqualTo("Faire commun\u00A0: pourquoi\u202F? Oui\u202F; non\u202F! «\u00A0ainsi\u00A0»");
		assertThat(FrenchSpaces.hold("à 9:30, http://exemple.fr/?a=b  : deux espaces, : "))
			.isEqualTo("à 9:30, http://exemple.fr/?a=b  : deux espaces,\u00A0: ");
		assertThat(FrenchSpaces.hold(" : ")).isEqualTo(" : ");
		assertThat(FrenchSpaces.hold("")).isEmpty();
	}

	@Test
	void whatIsEditedIsLeftAsItWas() {
		SpringTemplateEngine engine = new SpringTemplateEngine();
		StringTemplateResolver resolver = new StringTemplateResolver();
		resolver.setTemplateMode(TemplateMode.HTML);
		engine.setTemplateResolver(resolver);
		engine.addDialect(new FrenchSpaces());
		Context typed = new Context();
		typed.setVariable("typed", "Quoi : <b> ?");
		assertThat(engine.process("""
				<p th:text="${typed}">x</p><p>[[${typed}]] !</p><textarea th:text="${typed}"></textarea>\
				<pre>a : b</pre><input th:value="${typed}">""", typed)).isEqualTo("""
				<p>Quoi\u00A0: &lt;b&gt;\u202F?</p><p>Quoi\u00A0: &lt;b&gt;\u202F?\u202F!</p>\
				<textarea>Quoi : &lt;b&gt; ?</textarea><pre>a : b</pre><input value="Quoi : &lt;b&gt; ?">""");
	}

}
