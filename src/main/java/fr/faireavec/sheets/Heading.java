package fr.faireavec.sheets;

import java.util.List;
import java.util.Map;

/**
 * What every document about a parcours begins with, who pays for it, and their logos.
 */
public record Heading(String parcours, String programme, List<Support> supports, Map<String, byte[]> pictures) {

	public Heading {
		supports = List.copyOf(supports);
		pictures = Map.copyOf(pictures);
	}

}
