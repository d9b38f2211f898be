package fr.faireavec.evidence;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import fr.faireavec.kernel.Refusal;

/**
 * What somebody is asked to agree to.
 *
 * @param person their name, or initials
 * @param representative who answers for a minor; empty for anybody else
 * @param supports where the public sees it, when it is for the public
 * @param credit what is written beside the photo; may be empty
 */
public record AuthorisationTerms(String person, boolean minor, String representative, Set<Purpose> purposes,
		Set<Support> supports, LocalDate until, String credit) {

	/** Nobody agrees for longer, who may forget that they did. */
	public static final int MOST_YEARS = 5;

	public AuthorisationTerms {
		purposes = purposes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(purposes));
		supports = supports.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(supports));
		person = person.strip();
		representative = minor ? representative.strip() : "";
		credit = credit.strip();
	}

	/**
	 * What cannot be asked like that.
	 * @throws Refusal beside the field to blame
	 */
	void check(LocalDate today) {
		refuse(this.person.isEmpty(), "person", "evidence.person.needed");
		refuse(this.minor && this.representative.isEmpty(), "representative", "evidence.representative.needed");
		refuse(this.purposes.isEmpty(), "purposes", "evidence.purposes.needed");
		boolean wide = this.purposes.contains(Purpose.PUBLIC);
		refuse(wide && this.supports.isEmpty(), "supports", "evidence.supports.needed");
		refuse(!wide && !this.supports.isEmpty(), "supports", "evidence.supports.withoutPublic");
		if (this.until.isBefore(today) || this.until.isAfter(today.plusYears(MOST_YEARS))) {
			throw Refusal.of("until", "day.outside", today, today.plusYears(MOST_YEARS));
		}
	}

	private static void refuse(boolean wrong, String field, String key) {
		if (wrong) {
			throw Refusal.of(field, key);
		}
	}

}
