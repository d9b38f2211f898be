package fr.faireavec.web;

import java.io.Serial;
import java.math.BigDecimal;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The words that follow a number: {@code {0} {0|séance tenue|séances tenues}} says the
 * singular of 0, 1 and 1,5, as French does, and the plural of the others.
 */
final class Agreement extends Format {

	@Serial
	private static final long serialVersionUID = 1L;

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)(?:\\|([^|{}]*)\\|([^|{}]*))?[^{}]*\\}");

	private final String one;

	private final String many;

	private Agreement(String one, String many) {
		this.one = one;
		this.many = many;
	}

	/** A sentence of the messages, its agreements understood. */
	static MessageFormat in(String text) {
		Matcher arguments = ARGUMENT.matcher(text);
		StringBuilder plain = new StringBuilder();
		List<@Nullable Agreement> agreements = new ArrayList<>();
		while (arguments.find()) {
			boolean agrees = arguments.group(2) != null;
			agreements.add(agrees ? new Agreement(arguments.group(2), arguments.group(3)) : null);
			arguments.appendReplacement(plain,
					Matcher.quoteReplacement(agrees ? "{" + arguments.group(1) + "}" : arguments.group()));
		}
		arguments.appendTail(plain);
		MessageFormat format = new MessageFormat(plain.toString(), Locale.FRENCH);
		for (int i = 0; i < agreements.size(); i++) {
			Agreement agreement = agreements.get(i);
			if (agreement != null) {
				format.setFormat(i, agreement);
			}
		}
		return format;
	}

	@Override
	public StringBuffer format(Object number, StringBuffer into, FieldPosition position) {
		return into.append(FrenchFormat.number(counted(number), this.one, this.many));
	}

	/** A number, or one as {@link FrenchFormat} wrote it: what cannot be read is many. */
	private static Number counted(Object number) {
		if (number instanceof Number counted) {
			return counted;
		}
		String written = number.toString().replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
		return written.matches("-?\\d{1,18}(\\.\\d{1,6})?") ? new BigDecimal(written) : BigDecimal.TEN;
	}

	@Override
	public Object parseObject(String text, ParsePosition position) {
		throw new UnsupportedOperationException("Words are only written");
	}

}
