package fr.faireavec.scans.web;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import fr.faireavec.scans.Scanning.Kept;

/** Where the pages that were given went. */
final class Tally {

	private final int rank;

	private final SortedMap<Integer, Integer> attached = new TreeMap<>();

	private int waiting;

	private int already;

	/**
	 * @param rank the day they were given at
	 */
	Tally(int rank) {
		this.rank = rank;
	}

	void add(Kept page) {
		if (page.already()) {
			this.already++;
		}
		else if (page.attached()) {
			this.attached.merge(page.rank(), 1, Integer::sum);
		}
		else {
			this.waiting++;
		}
	}

	/** In sentences; none where nothing was kept. */
	List<String> words(Saying saying) {
		List<String> words = new ArrayList<>();
		this.attached.forEach((day, count) -> words.add((day == this.rank) ? saying.say("scans.given.here", count)
				: saying.say("scans.given.elsewhere", day, count)));
		if (this.waiting > 0) {
			words.add(saying.say("scans.given.waiting", this.waiting));
		}
		if (this.already > 0) {
			words.add(saying.say("scans.given.already", this.already));
		}
		return words;
	}

	/** The words of a message. */
	@FunctionalInterface
	interface Saying {

		String say(String key, Object... args);

	}

}
