package fr.faireavec.sequences;

import java.util.List;

/**
 * A rule that, broken at these places and nowhere else, all others kept, leaves a
 * sequence possible. Where one place is enough each such place is a loosening of its own;
 * otherwise there are as few as can be. For a spacing, a place says the gap closest to
 * the bound that would do.
 */
public record Loosening(Constraint constraint, List<Breach> places) {

	public Loosening {
		places = List.copyOf(places);
	}

}
