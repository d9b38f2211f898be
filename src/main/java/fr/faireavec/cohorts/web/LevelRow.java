package fr.faireavec.cohorts.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.cohorts.LevelsReached;
import fr.faireavec.taxonomies.TaxonomyEntry;

/** A level of the scale: whether a structure aims at it, and what it tries there. */
record LevelRow(int rank, String label, boolean aimed, int done, int underWay) {

	/** The whole scale; nothing while nothing was tried on it. */
	static List<LevelRow> of(List<TaxonomyEntry> scale, Set<TaxonomyEntry> aimed,
			Map<UUID, LevelsReached.Tried> tried) {
		return tried.isEmpty() ? List.of()
				: scale.stream()
					.filter((level) -> level.getRetiredOn() == null || aimed.contains(level)
							|| tried.containsKey(level.getId()))
					.map((level) -> of(level, aimed.contains(level),
							tried.getOrDefault(level.getId(), LevelsReached.Tried.NOTHING)))
					.toList();
	}

	private static LevelRow of(TaxonomyEntry level, boolean aimed, LevelsReached.Tried tried) {
		return new LevelRow(level.getRank(), level.getLabel(), aimed, tried.done(), tried.underWay());
	}

}
