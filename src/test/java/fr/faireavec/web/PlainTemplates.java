package fr.faireavec.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.validation.Validation;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.context.MessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The templates and the words as the application has them, without the application. */
public record PlainTemplates(SpringTemplateEngine engine, MessageSource messages) {

	/** Dates and numbers as the application says them. */
	public FrenchFormat french() {
		return new FrenchFormat(this.messages);
	}

	/** The words alone. */
	public static MessageSource words() {
		try {
			return RoomMessages
				.of(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static PlainTemplates whole() {
		MessageSource messages = words();
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateEngineMessageSource(messages);
		engine.addDialect(
				new LookDialect(new FrenchFormat(messages), Validation.buildDefaultValidatorFactory().getValidator()));
		for (String folder : List.of("templates/fragments/", "templates/")) {
			ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
			resolver.setPrefix(folder);
			resolver.setSuffix(".html");
			resolver.setCharacterEncoding("UTF-8");
			resolver.setCheckExistence(true);
			engine.addTemplateResolver(resolver);
		}
		return new PlainTemplates(engine, messages);
	}

}
