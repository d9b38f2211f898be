package fr.faireavec.web;

import java.util.Set;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

import org.springframework.stereotype.Component;

/** Gives every template {@code #fr}, {@code #form} and {@code #here}. */
@Component
class LookDialect extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

	private final FrenchFormat french;

	private final Validator validator;

	LookDialect(FrenchFormat french, Validator validator) {
		super("look");
		this.french = french;
		this.validator = validator;
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return this;
	}

	@Override
	public Set<String> getAllExpressionObjectNames() {
		return Set.of("fr", "form", "here");
	}

	@Override
	public @Nullable Object buildObject(IExpressionContext context, String name) {
		return switch (name) {
			case "fr" -> this.french;
			case "form" -> new FormFields(context, this.validator);
			case "here" -> (context instanceof IWebContext web) ? new Here(web.getExchange().getRequest()) : null;
			default -> null;
		};
	}

	@Override
	public boolean isCacheable(String name) {
		return true;
	}

}
