package fr.faireavec.replies;

import org.jspecify.annotations.Nullable;

/**
 * An answer, with what else was said; null for what was not asked, which stays as it was.
 *
 * @param name of whoever comes in their place, 120 characters at the most
 * @param organisation 150 at the most
 * @param meals what to know of meals that day, 300 at the most
 * @param access of the way in, a seat, an interpreter, 300 at the most
 */
public record Said(Answer answer, @Nullable String name, @Nullable String organisation, @Nullable String meals,
		@Nullable String access) {

	public static Said of(Answer answer) {
		return new Said(answer, null, null, null, null);
	}

	public static Said replacedBy(String name, String organisation) {
		return new Said(Answer.REPLACED, name, organisation, null, null);
	}

}
