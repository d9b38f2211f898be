package fr.faireavec.bilans;

import org.jspecify.annotations.Nullable;

/**
 * One figure, ready to be read: on the page and in the file alike.
 *
 * @param key what tells it from the others
 * @param code F1 to F19
 * @param shown the value as the page shows it, « n. d. » or « sans objet »
 * @param plain the value alone, as a spreadsheet reads it
 * @param unit of the value; empty for a count
 * @param rate the parts of which it is made, if any
 * @param planned « prévu », empty without a target
 * @param gap how far from it, in percent of it; empty without a target
 * @param plainGap the same as a spreadsheet reads it
 * @param far whether the gap is so large that one says why
 * @param why what the animation says of it, where it is large; may be empty
 * @param note what is to be known to read it; may be empty
 * @param territory the same of the territory of whoever reads it
 * @param before the same of the period before
 */
public record Line(String key, String code, String label, String shown, String plain, String unit, @Nullable Rate rate,
		String planned, String gap, String plainGap, boolean far, String why, String note, Beside territory,
		Beside before) {

	/** Without anything planned. */
	Line(String key, String code, String label, String shown, String plain, String unit, @Nullable Rate rate,
			String note) {
		this(key, code, label, shown, plain, unit, rate, "", "", "", false, "", note, Beside.NONE, Beside.NONE);
	}

	/** The same, with what it is for a territory. */
	Line inTerritory(Beside there) {
		return new Line(this.key, this.code, this.label, this.shown, this.plain, this.unit, this.rate, this.planned,
				this.gap, this.plainGap, this.far, this.why, this.note, there, this.before);
	}

	/** The same, with what it was before. */
	Line after(Beside then) {
		return new Line(this.key, this.code, this.label, this.shown, this.plain, this.unit, this.rate, this.planned,
				this.gap, this.plainGap, this.far, this.why, this.note, this.territory, then);
	}

	/** Whether anything stands beside it. */
	boolean isCompared() {
		return !this.territory.equals(Beside.NONE) || !this.before.equals(Beside.NONE);
	}

	/** Whether it is told level by level. */
	boolean isOfScale() {
		return this.key.startsWith("level-") || this.key.startsWith("aim-");
	}

	/** Whether the page already tells it, in a chart and its table. */
	public boolean charted() {
		return "F19".equals(this.code) || isOfScale();
	}

}
