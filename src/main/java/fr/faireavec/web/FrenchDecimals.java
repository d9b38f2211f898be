package fr.faireavec.web;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.Locale;

import fr.faireavec.kernel.CleanText;

import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/** Decimal numbers as people type them in a form: « 12,5 », « 12.5 », « 1 200,25 ». */
@Component
class FrenchDecimals implements Formatter<BigDecimal> {

	@Override
	public BigDecimal parse(String text, Locale locale) throws ParseException {
		String digits = CleanText.compact(text).replace(',', '.');
		// Not 1e9: nobody means it, and its plain form would fill the page.
		if (!digits.matches("[+-]?[0-9]{1,15}(\\.[0-9]{0,6})?")) {
			throw new ParseException(text, 0);
		}
		return new BigDecimal(digits);
	}

	@Override
	public String print(BigDecimal number, Locale locale) {
		return number.toPlainString().replace('.', ',');
	}

}
