package fr.faireavec.bilans;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The first page of a bilan.
 *
 * @param lead one sentence or two
 * @param rows six figures at the most
 * @param days the chemin: one stone a session
 * @param action the one action told there, as far as its reader may read it
 */
public record SynthesisView(String lead, List<Row> rows, List<Stone> days, BilanView.@Nullable ActionView action) {

	public SynthesisView {
		rows = List.copyOf(rows);
		days = List.copyOf(days);
	}

	/** A figure and the sentence that says what it is made of. */
	public record Row(Line line, String sentence) {
	}

	/** A session: whether it was held in the period, and what to say of it. */
	public record Stone(int rank, boolean held, String said) {
	}

}
