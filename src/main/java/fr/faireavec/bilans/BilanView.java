package fr.faireavec.bilans;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.faireavec.web.BarChart;
import org.jspecify.annotations.Nullable;

/**
 * A bilan as its page shows it.
 *
 * @param cards the big numbers
 * @param involvement F13; null without a scale
 * @param aims what each structure aimed at; empty without a scale
 * @param presence F7 day by day; null when no session was held in the period
 * @param cancelledDays days that did not take place
 * @param profile F19, one chart a trait
 * @param lines every figure that no chart tells, with its parts
 * @param spread those that charts tell, where something stands beside them
 * @param territories what territory stands beside the figures, if any
 * @param before what period does; empty without one
 * @param synthesis its first page
 * @param rules how each figure is made
 */
public record BilanView(String period, List<Card> cards, @Nullable BarChart involvement, List<Aim> aims,
		@Nullable BarChart presence, List<String> cancelledDays, HoursView hours, List<BarChart> profile,
		List<ActionView> actions, List<Line> lines, List<Line> spread, List<String> territories, String before,
		List<String> mentions, SynthesisView synthesis, List<Rules.Rule> rules) {

	/** Whether figures stand beside others. */
	public boolean compared() {
		return !this.territories.isEmpty() || !this.before.isEmpty();
	}

	/** All its charts, in the order they are read. */
	public List<BarChart> charts() {
		return Stream
			.concat(Stream.of(Optional.ofNullable(this.involvement), Optional.ofNullable(this.presence))
				.flatMap(Optional::stream), this.profile.stream())
			.toList();
	}

	/** A big number, what it counts, and what it is made of. */
	public record Card(String key, String value, String label, List<String> details) {
	}

	/** F15. */
	public record HoursView(String contributed, String volunteer, String amount, List<String> rates) {
	}

	/** What a structure aimed at, empty when it did not say. */
	public record Aim(String structure, String levels) {
	}

	/** An action shared with the bilan. */
	public record ActionView(String title, String structure, String when, String style, String state,
			@Nullable String level, boolean beyond, List<String> numbers, String learning) {
	}

}
