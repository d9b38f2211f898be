package fr.faireavec.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.faireavec.kernel.PersonalDataHolder.Obstacle;

/**
 * A room whose rows say by a sheet who somebody is. When two sheets turn out to be one
 * person's, it gives the rows of the one that goes to the one that stays, and settles
 * what nobody holds twice. It tells by SQL, so that all of it is read in one statement;
 * the parameters are those of {@link SheetRows}.
 */
public interface SheetHolder {

	/**
	 * Its columns, « table.column », that point to a sheet and follow: afterwards none of
	 * their rows points to the one that goes.
	 */
	default Set<String> given() {
		return Set.of();
	}

	/** Those whose rows go with the sheet that goes: nobody gets them. */
	default Set<String> ended() {
		return Set.of();
	}

	/** Those whose rows stay with the sheet that goes, each with the reason. */
	default Map<String, String> staying() {
		return Map.of();
	}

	/** What is given, for whoever decides and for the audit. */
	default List<Share> shares() {
		return List.of();
	}

	/** What both hold and one person cannot, and how it is settled. */
	default List<Settling> settlings() {
		return List.of();
	}

	/** What must be done before two sheets are reunited. */
	default List<Obstacle> obstacles() {
		return List.of();
	}

	/** Gives them, and ends what goes. */
	default void give(SheetRows rows) {
	}

	/**
	 * One kind of rows.
	 *
	 * @param what a message key
	 * @param sql one row a thing, two columns: what a reader calls it, and the parcours
	 * whose history tells that it was given, if any
	 */
	record Share(String what, String sql) {
	}

	/**
	 * Something that would stand twice.
	 *
	 * @param how a message key that says what becomes of it, about {0}
	 * @param sql one row a thing, one column: what the message names
	 */
	record Settling(String how, String sql) {
	}

}
