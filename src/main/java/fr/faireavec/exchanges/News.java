package fr.faireavec.exchanges;

import java.time.Instant;
import java.util.UUID;

/**
 * Something said of an action that somebody did not read yet.
 *
 * @param slug of its parcours
 * @param toldUntil what was said before is not told any more
 */
record News(UUID personId, UUID actionId, String title, String structure, String slug, String author,
		Instant toldUntil) {

	/** Where it is read. */
	String page() {
		return "/parcours/" + this.slug + "/journal/" + this.actionId + "/echanges";
	}

}
