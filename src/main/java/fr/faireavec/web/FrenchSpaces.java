package fr.faireavec.web;

import java.util.Set;

import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

import org.springframework.stereotype.Component;

/**
 * The spaces of French that hold a sign to its word, in every text a page, a letter or a
 * document shows, whoever typed it with the bar of the keyboard: no line begins with a
 * colon. What is edited, code and what stands as it is are left alone, and nothing that
 * is kept changes.
 */
@Component
public class FrenchSpaces extends AbstractDialect implements IPostProcessorDialect {

	private static final char WHOLE = '\u00A0';

	private static final char NARROW = '\u202F';

	private static final int LAST = 1_000;

	private static final Set<IPostProcessor> HOLDING = Set
		.of(new PostProcessor(TemplateMode.HTML, Holding.class, LAST));

	public FrenchSpaces() {
		super("french-spaces");
	}

	@Override
	public int getDialectPostProcessorPrecedence() {
		return LAST;
	}

	@Override
	public Set<IPostProcessor> getPostProcessors() {
		return HOLDING;
	}

	/**
	 * The same text, its plain spaces before « : ; ! ? » » and after « « » made to hold.
	 */
	public static String hold(CharSequence text) {
		StringBuilder held = new StringBuilder(text);
		for (int i = 1; i < held.length() - 1; i++) {
			if (held.charAt(i) == ' ') {
				held.setCharAt(i, between(held.charAt(i - 1), held.charAt(i + 1)));
			}
		}
		return held.toString();
	}

	private static char between(char before, char after) {
		if (Character.isWhitespace(before)) {
			return ' ';
		}
		return switch (after) {
			case ':', '»' -> WHOLE;
			case ';', '!', '?' -> NARROW;
			default -> (before == '«') ? WHOLE : ' ';
		};
	}

	private static boolean mayNeed(CharSequence text) {
		for (int i = 1; i < text.length() - 1; i++) {
			if (text.charAt(i) == ' ' && between(text.charAt(i - 1), text.charAt(i + 1)) != ' ') {
				return true;
			}
		}
		return false;
	}

	/** Reads what a template gives, text after text. */
	public static final class Holding extends AbstractTemplateHandler {

		private static final Set<String> AS_IT_IS = Set.of("textarea", "pre", "code", "script", "style");

		private int asItIs;

		@Override
		public void handleOpenElement(IOpenElementTag tag) {
			if (AS_IT_IS.contains(tag.getElementCompleteName())) {
				this.asItIs++;
			}
			super.handleOpenElement(tag);
		}

		@Override
		public void handleCloseElement(ICloseElementTag tag) {
			if (AS_IT_IS.contains(tag.getElementCompleteName())) {
				this.asItIs--;
			}
			super.handleCloseElement(tag);
		}

		@Override
		public void handleText(IText text) {
			boolean held = this.asItIs == 0 && mayNeed(text);
			super.handleText(held ? getContext().getModelFactory().createText(hold(text)) : text);
		}

	}

}
