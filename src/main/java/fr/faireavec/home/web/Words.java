package fr.faireavec.home.web;

import java.util.Locale;

import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of this room's views, which are made in Java. */
@Component
class Words {

	private final MessageSource messages;

	private final FrenchFormat french;

	Words(MessageSource messages, FrenchFormat french) {
		this.messages = messages;
		this.french = french;
	}

	String say(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.FRENCH);
	}

	/** The sentence for one or for many: key.one, key.many. */
	String count(long number, String key) {
		return this.french.count(number, key);
	}

	FrenchFormat french() {
		return this.french;
	}

}
