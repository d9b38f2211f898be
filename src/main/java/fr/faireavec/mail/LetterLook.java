package fr.faireavec.mail;

import java.util.List;
import java.util.Locale;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.OneLine;
import fr.faireavec.web.FrenchSpaces;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives every letter its two versions, HTML and plain text, in the look of the pages. */
@Component
class LetterLook {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	private final BaseUrl base;

	private final boolean demo;

	LetterLook(MessageSource messages, BaseUrl base, @Value("${faireavec.demo:false}") boolean demo) {
		this.base = base;
		this.demo = demo;
		this.engine.setTemplateEngineMessageSource(messages);
		this.engine.addDialect(new FrenchSpaces());
		this.engine.addTemplateResolver(resolver(TemplateMode.HTML, "html"));
		this.engine.addTemplateResolver(resolver(TemplateMode.TEXT, "txt"));
	}

	Mail dress(Letter letter, LetterKind kind, Envelope envelope, String messageId, boolean toGuest) {
		boolean optional = kind.isOptional() && !toGuest;
		List<Piece> pieces = letter.blocks().stream().map(Piece::of).toList();
		String subject = OneLine.of(letter.subject());
		Context context = new Context(Locale.FRENCH);
		context.setVariable("subject", subject);
		context.setVariable("name", OneLine.of(envelope.givenName()));
		context.setVariable("pieces", pieces);
		context.setVariable("optional", optional);
		context.setVariable("why", optional ? "mail.why.optional" : toGuest ? "mail.why.guest" : "mail.why");
		context.setVariable("demo", this.demo);
		context.setVariable("home", this.base.of("/"));
		context.setVariable("choices", this.base.of("/mon-compte/notifications"));
		context.setVariable("privacy", this.base.of("/confidentialite"));
		return new Mail(envelope.letterId(), kind.name(), optional, messageId, OneLine.of(envelope.name()),
				envelope.address(), subject, pieces, this.engine.process("letter.html", context),
				this.engine.process("letter.txt", context), letter.calendars(), letter.answers(), envelope.postedAt());
	}

	private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String ending) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(LetterLook.class.getClassLoader());
		resolver.setPrefix("templates/mail/");
		resolver.setTemplateMode(mode);
		resolver.setForceTemplateMode(true);
		resolver.setCharacterEncoding("UTF-8");
		resolver.setResolvablePatterns(java.util.Set.of("*." + ending));
		return resolver;
	}

}
