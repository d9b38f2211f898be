package fr.faireavec.bilans;

import java.time.Instant;
import java.util.List;

import fr.faireavec.narratives.Narrative;
import fr.faireavec.parcours.Parcours;
import org.jspecify.annotations.Nullable;

/**
 * What one file of a bilan is made of, as far as its reader may read it.
 *
 * @param published null for what is live: under way, not published
 * @param madeAt when the file is made
 */
public record Edition(String parcours, String programme, String territory, Figures figures, List<Told> told,
		Synthesis synthesis, List<ActionLine> actions, List<Figures.Target> targets, @Nullable Published published,
		Instant madeAt) {

	public Edition {
		told = List.copyOf(told);
		actions = List.copyOf(actions);
		targets = List.copyOf(targets);
	}

	/** Of a published version. */
	static Edition of(BilanWords words, Bilan bilan, Extent extent, Instant madeAt) {
		BilanDocument document = bilan.document();
		return new Edition(document.parcours(), document.programme(), document.territory(), document.figures(),
				Told.of(words, document), document.synthesis(), extent.actions(document.actions()),
				extent.targets(document.figures()), new Published(document.number(), document.kind(),
						document.publishedAt(), document.formula(), bilan.sha256(), bilan.redactions()),
				madeAt);
	}

	/** Of what would be published now, whole: the animation alone reads it. */
	static Edition live(BilanWords words, Parcours parcours, LiveBilan live, Narrative narrative, Instant madeAt) {
		return new Edition(parcours.getName(), parcours.getProgramme(), parcours.getTerritory(), live.figures(),
				Told.of(words, narrative), Synthesis.NONE, live.told(), live.figures().targets(), null, madeAt);
	}

	/** Its figures, written out. */
	List<Line> lines(BilanWords words) {
		return FigureLines.of(words, this.figures, this.targets, this.synthesis);
	}

	/** Of the formulas its figures were made by. */
	int formula() {
		return this.figures.formula();
	}

	/** Whether its bytes are later than what they say. */
	public boolean isMadeLater() {
		return this.published != null && this.madeAt.isAfter(this.published.at());
	}

	/** Which version it is. */
	public record Published(int number, BilanKind kind, Instant at, int formula, String sha256,
			List<Bilan.Redaction> redactions) {
	}

}
