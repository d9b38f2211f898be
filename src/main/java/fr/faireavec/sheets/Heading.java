package fr.faireavec.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What every document about a parcours begins with, who pays for it, and the logos: that
 * of the network, then theirs.
 */
public record Heading(String parcours, String programme, List<Support> supports, List<Logo> logos,
		Map<String, byte[]> pictures) {

	public Heading {
		supports = List.copyOf(supports);
		logos = List.copyOf(logos);
		pictures = Map.copyOf(pictures);
	}

	static Heading of(String parcours, String programme, List<Support> supports, @Nullable Logo network,
			Map<String, byte[]> pictures) {
		List<Logo> logos = new ArrayList<>();
		if (network != null) {
			logos.add(network);
		}
		for (Support support : supports) {
			String picture = support.picture();
			if (picture != null) {
				logos.add(new Logo(picture, support.funder()));
			}
		}
		return new Heading(parcours, programme, supports, logos.stream().distinct().toList(), pictures);
	}

	/** A picture, and whose it is: its alternative in words. */
	public record Logo(String picture, String of) {
	}

}
