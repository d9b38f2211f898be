package fr.faireavec.web;

import java.beans.PropertyEditorSupport;
import java.util.regex.Pattern;

import fr.faireavec.kernel.CleanText;
import org.jspecify.annotations.Nullable;

/** Reads a whole number as people type it in French: « 1 200 ». */
final class WholeNumber extends PropertyEditorSupport {

	/** Nine digits at most, by threes or not. */
	private static final Pattern WRITTEN = Pattern.compile("-?([0-9]{1,3}( [0-9]{3}){0,2}|[0-9]{1,9})");

	@Override
	public void setAsText(@Nullable String text) {
		String typed = (text == null) ? "" : CleanText.line(text);
		String written = typed.contains(" ") ? typed : CleanText.compact(typed);
		if (!written.isEmpty() && !WRITTEN.matcher(written).matches()) {
			throw new IllegalArgumentException("not a whole number");
		}
		setValue(written.isEmpty() ? null : Integer.valueOf(written.replace(" ", "")));
	}

	@Override
	public String getAsText() {
		return (getValue() == null) ? "" : getValue().toString();
	}

}
