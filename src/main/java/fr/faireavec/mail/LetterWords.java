package fr.faireavec.mail;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a kind of letter is called on screen. */
@Component
public class LetterWords {

	private final MessageSource messages;

	LetterWords(MessageSource messages) {
		this.messages = messages;
	}

	/** « cohorts.mandated » is called by the message « cohorts.letter.mandated.kind ». */
	public String kind(String name) {
		String word = this.messages.getMessage(key(name, "kind"), null, name, Locale.FRENCH);
		return (word != null) ? word : name;
	}

	/** When one receives it, in a sentence: « bilans.letter.published.about ». */
	public @Nullable String about(String name) {
		return this.messages.getMessage(key(name, "about"), null, null, Locale.FRENCH);
	}

	private static String key(String name, String what) {
		int dot = name.indexOf('.');
		return name.substring(0, dot) + ".letter." + name.substring(dot + 1) + "." + what;
	}

}
