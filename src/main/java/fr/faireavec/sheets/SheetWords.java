package fr.faireavec.sheets;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of documents that no template says. */
@Component
public class SheetWords {

	private final MessageSource messages;

	SheetWords(MessageSource messages) {
		this.messages = messages;
	}

	public String say(String key, Object... arguments) {
		return this.messages.getMessage("sheets." + key, arguments, Locale.FRENCH);
	}

}
