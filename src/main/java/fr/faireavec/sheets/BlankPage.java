package fr.faireavec.sheets;

import java.util.List;

import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.documents.QrCode;
import org.jspecify.annotations.Nullable;

/**
 * One page of a sheet to sign.
 *
 * @param blanks how many rows wait for those nobody expected
 * @param code what a photo of the page is known by
 */
public record BlankPage(int number, int of, List<Row> rows, int blanks, QrCode code) {

	public boolean isFirst() {
		return this.number == 1;
	}

	public boolean isLast() {
		return this.number == this.of;
	}

	/**
	 * Somebody expected.
	 *
	 * @param role none for a guest
	 */
	public record Row(String structure, String name, @Nullable MandateRole role) {

		private static final int LETTERS_OF_STRUCTURE = 41;

		private static final int LETTERS_OF_NAME = 30;

		/** In millimetres, as it will be set; never less than a hand needs. */
		double height() {
			int role = (this.role != null) ? 10 : 0;
			int lines = Math.max(Math.ceilDiv(this.structure.length(), LETTERS_OF_STRUCTURE),
					Math.ceilDiv(this.name.length() + role, LETTERS_OF_NAME));
			return Math.max(BlankPrinting.ROW, 3.7 * lines + 1.6);
		}

	}

}
