package fr.faireavec.bilans;

import java.util.Locale;

import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The room's sentences, with numbers as French reads them. */
@Component
public class BilanWords {

	private final MessageSource messages;

	private final FrenchFormat french;

	BilanWords(MessageSource messages, FrenchFormat french) {
		this.messages = messages;
		this.french = french;
	}

	public String say(String key, Object... args) {
		return this.messages.getMessage("bilans." + key, args, Locale.FRENCH);
	}

	/** The sentence for one or for many: key.one, key.many. */
	public String count(Number number, String key) {
		return this.french.count(number, "bilans." + key);
	}

	/** A word another list may not have: then the code itself. */
	public String known(String key, String code) {
		String word = this.messages.getMessage(key + "." + code, null, code, Locale.FRENCH);
		return (word != null) ? word : code;
	}

	public String number(Number number) {
		return this.french.number(number);
	}

	public FrenchFormat french() {
		return this.french;
	}

}
