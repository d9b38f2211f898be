package fr.faireavec.accounts;

import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.Question;
import fr.faireavec.kernel.Spellings.Name;
import fr.faireavec.kernel.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Whose an address is that somebody typed.
 *
 * @param names what others know them by, today's name first
 * @param seenAs their name, for whoever sees it already; null for others
 */
public record Whose(UUID personId, String address, List<Name> names, @Nullable String seenAs) {

	private static final String TOPIC = "accounts.samePerson";

	public Whose {
		names = List.copyOf(names);
	}

	/** Whether they are or were called so: then nobody needs to be asked. */
	public boolean isCalled(Name typed) {
		return this.names.stream().anyMatch(typed::isSame);
	}

	/**
	 * What is asked, by its code: whether somebody called so is this person. The code
	 * changes with the address, either name, or whose the address is, and tells none of
	 * them.
	 */
	public String doubt(Name typed) {
		return Warning.of(TOPIC, this.personId.toString(), this.address, this.names.getFirst().whole(), typed.whole())
			.code();
	}

	/**
	 * @throws Question while it is not said that whoever is called so is this person, or
	 * when it is said that they are not
	 */
	void require(Name typed, @Nullable String answered) {
		String code = doubt(typed);
		Boolean same = Question.answer(code, answered);
		if (isCalled(typed) || Boolean.TRUE.equals(same)) {
			return;
		}
		String asks = (same != null) ? ".other" : (this.seenAs != null) ? ".seen" : ".hidden";
		throw new Question("email", TOPIC, code, TOPIC + asks, typed.whole(), String.valueOf(this.seenAs));
	}

}
