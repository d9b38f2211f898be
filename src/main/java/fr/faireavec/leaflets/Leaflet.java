package fr.faireavec.leaflets;

import java.util.List;
import java.util.UUID;

/**
 * The answers to the qualitative part of the form by which an association accounts for a
 * grant (Cerfa 15059), for one convention.
 *
 * @param facts what identifies the grant
 * @param boxes one a question, in the form's own order
 */
public record Leaflet(UUID conventionId, String funder, String number, List<Fact> facts, List<Box> boxes) {

	public Leaflet {
		facts = List.copyOf(facts);
		boxes = List.copyOf(boxes);
	}

	/** Something the form asks in a few words. */
	public record Fact(String label, String value) {
	}

	/**
	 * A question of the form, and what can be answered.
	 *
	 * @param id what tells it from the others
	 * @param lines the answer, a paragraph each; none where nothing is known
	 * @param missing what is not known here, to be written by hand; may be empty
	 */
	public record Box(String id, String question, List<String> lines, String missing) {

		public Box {
			lines = List.copyOf(lines);
		}

		/** The answer as a portal's box takes it. */
		public String text() {
			return String.join("\n", this.lines);
		}

	}

}
