package fr.faireavec.correspondence.web;

import java.util.List;

import fr.faireavec.correspondence.ForeseenLetter;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.Piece;

/**
 * One letter that waits.
 *
 * @param version of what was decided of it
 * @param allPaused whether nothing leaves this parcours
 */
record ForeseenPage(ForeseenLine line, String subject, List<Piece> pieces, int version, boolean allPaused) {

	static ForeseenPage of(String slug, ForeseenLetter letter, Letter preview, int version, boolean allPaused) {
		return new ForeseenPage(ForeseenLine.of(slug, "", letter), preview.subject(),
				preview.blocks().stream().map(Piece::of).toList(), version, allPaused);
	}

}
