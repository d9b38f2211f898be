package fr.faireavec.journal.web;

import java.beans.PropertyEditorSupport;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads a whole number as people type it in French: « 1 200 ». */
final class WholeNumber extends PropertyEditorSupport {

	/**
	 * Nine digits at most, by threes or not, with a plain, a no-break or a narrow space.
	 */
	private static final Pattern WRITTEN = Pattern.compile("-?(\\d{1,3}([ \u00a0\u202f]\\d{3}){0,2}|\\d{1,9})");

	@Override
	public void setAsText(@Nullable String text) {
		String typed = (text == null) ? "" : text.strip();
		if (!typed.isEmpty() && !WRITTEN.matcher(typed).matches()) {
			throw new IllegalArgumentException("not a whole number");
		}
		setValue(typed.isEmpty() ? null : Integer.valueOf(typed.replaceAll("[ \u00a0\u202f]", "")));
	}

	@Override
	public String getAsText() {
		return (getValue() == null) ? "" : getValue().toString();
	}

}
