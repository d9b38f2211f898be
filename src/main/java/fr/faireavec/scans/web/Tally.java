package fr.faireavec.scans.web;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import fr.faireavec.scans.Scanning.Kept;

/** Where the pages that were given went. */
final class Tally {

	private static final int LONGEST_NAME = 80;

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

	/** A file's name as it is shown: its last part, without what is not seen. */
	static String shown(String name) {
		String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
			.codePoints()
			.filter((c) -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
		return (last.length() <= LONGEST_NAME) ? last : last.substring(last.length() - LONGEST_NAME);
	}

	/** The words of a message. */
	@FunctionalInterface
	interface Saying {

		String say(String key, Object... args);

	}

}
