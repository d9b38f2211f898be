package fr.faireavec.web;

import java.beans.PropertyEditorSupport;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.OddCharacter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.ResolvableType;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * How every field is read: cleaned, numbers as people write them, what cannot be read
 * refused.
 */
@ControllerAdvice
class FormAdvice {

	/** Twice the longest text there is: whatever is longer is not even looked at. */
	private static final int LONGEST = 20_000;

	/** No name is empty: without any, Spring would allow all. */
	private static final String[] NONE = { "" };

	/** What would lead into the value of a row. */
	private static final String[] INSIDE = { "*].*", "*][*" };

	@InitBinder
	void bind(WebDataBinder binder) {
		binder.setAutoGrowNestedPaths(false);
		binder.initDirectFieldAccess();
		binder.setAllowedFields(allowed(binder));
		binder.setDisallowedFields(INSIDE);
		binder.registerCustomEditor(String.class, new PlainText());
		binder.registerCustomEditor(Integer.class, new WholeNumber());
		binder.setBindingErrorProcessor(new OddTyping());
		binder.addValidators(new TypedFields());
		binder.registerCustomEditor(LocalDate.class, new PlainDate());
		binder.registerCustomEditor(UUID.class, "key", new OnceOnlyKey());
	}

	/**
	 * The fields the form shows, whole: never a place in a list, nor a part of a value. A
	 * map is a column, one value a row: its rows are sent by their keys.
	 */
	private static String[] allowed(WebDataBinder binder) {
		Object form = binder.getTarget();
		ResolvableType type = (form != null) ? ResolvableType.forClass(form.getClass()) : binder.getTargetType();
		List<String> names = (type == null) ? List.of() : SentFields.bound(type.toClass());
		return names.isEmpty() ? NONE : names.toArray(String[]::new);
	}

	/** A form that lost its once-only key counts as sent for the first time. */
	private static final class OnceOnlyKey extends PropertyEditorSupport {

		@Override
		public void setAsText(@Nullable String text) {
			setValue((text == null || text.isBlank()) ? Ids.next() : UUID.fromString(text.strip()));
		}

	}

	/** What cannot be read, with the character to blame when it is an unusual one. */
	private static final class OddTyping extends DefaultBindingErrorProcessor {

		@Override
		public void processPropertyAccessException(PropertyAccessException unread, BindingResult errors) {
			Class<?> wanted = (unread instanceof TypeMismatchException mismatch) ? mismatch.getRequiredType() : null;
			boolean text = String.class.equals(wanted);
			OddCharacter odd = null;
			if (unread.getValue() instanceof String typed && typed.length() <= LONGEST && wanted != null) {
				odd = text ? CleanText.unreadable(CleanText.prose(typed))
						: Number.class.isAssignableFrom(wanted) ? CleanText.notOfNumbers(typed) : null;
			}
			String field = unread.getPropertyName();
			if (odd == null || field == null) {
				super.processPropertyAccessException(unread, errors);
				return;
			}
			errors.addError(new FieldError(errors.getObjectName(), field, unread.getValue(), true,
					new String[] { text ? "web.text.character" : "web.number.character" }, new Object[] { odd }, null));
		}

	}

	private static final class PlainText extends PropertyEditorSupport {

		@Override
		public void setAsText(@Nullable String text) {
			if (text == null) {
				setValue(null);
				return;
			}
			if (text.length() > LONGEST) {
				throw new IllegalArgumentException("longer than anything here");
			}
			String clean = CleanText.prose(text);
			if (CleanText.unreadable(clean) != null) {
				throw new IllegalArgumentException("control character or lone surrogate");
			}
			setValue(clean);
		}

	}

	/**
	 * As a date picker sends it, or as people without one type it: 10/12/2026. Never the
	 * 31st of February, nor a year of more or less than four digits; {@link Day} says
	 * which of these are likely.
	 */
	private static final class PlainDate extends PropertyEditorSupport {

		private static final int LONGEST = 10;

		private static final DateTimeFormatter TYPED = strictly("d/M/", "");

		private static final DateTimeFormatter PICKED = strictly("", "-MM-dd");

		private static DateTimeFormatter strictly(String before, String after) {
			return new DateTimeFormatterBuilder().appendPattern(before)
				.appendValue(ChronoField.YEAR, 4)
				.appendPattern(after)
				.toFormatter(Locale.FRENCH)
				.withResolverStyle(ResolverStyle.STRICT);
		}

		@Override
		public void setAsText(@Nullable String text) {
			if (text == null || text.isBlank()) {
				setValue(null);
				return;
			}
			String typed = text.strip();
			if (typed.length() > LONGEST) {
				throw new IllegalArgumentException("no date is so long");
			}
			try {
				setValue(LocalDate.parse(typed, typed.contains("/") ? TYPED : PICKED));
			}
			catch (DateTimeParseException unreadable) {
				throw new IllegalArgumentException("no such date", unreadable);
			}
		}

		@Override
		public String getAsText() {
			return (getValue() != null) ? String.valueOf(getValue()) : "";
		}

	}

}
