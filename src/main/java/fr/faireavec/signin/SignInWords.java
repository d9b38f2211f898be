package fr.faireavec.signin;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of this room's letters. */
@Component
class SignInWords {

	private final MessageSource messages;

	SignInWords(MessageSource messages) {
		this.messages = messages;
	}

	String say(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.FRENCH);
	}

}
