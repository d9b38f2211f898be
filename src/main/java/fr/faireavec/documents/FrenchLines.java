package fr.faireavec.documents;

import java.text.BreakIterator;
import java.util.Locale;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Where a line may end: never after an apostrophe, « l’ » stays with its word. */
final class FrenchLines implements FSTextBreaker {

	private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.FRENCH);

	private String text = "";

	@Override
	public void setText(String newText) {
		this.text = newText;
		this.breaks.setText(newText);
	}

	@Override
	public int next() {
		int at = this.breaks.next();
		while (at > 0 && at < this.text.length() && isApostrophe(this.text.charAt(at - 1))
				&& Character.isLetter(this.text.charAt(at))) {
			at = this.breaks.next();
		}
		return at;
	}

	private static boolean isApostrophe(char c) {
		return c == '\u2019' || c == '\'';
	}

}
