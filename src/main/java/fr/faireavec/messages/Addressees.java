package fr.faireavec.messages;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whom a message reaches, and whom it does not for want of an address; each person once.
 */
public record Addressees(List<Addressee> reached, List<Addressee> unreached) {

	static Addressees of(List<Addressee> all) {
		return new Addressees(all.stream().filter(Addressee::hasAddress).toList(),
				all.stream().filter((one) -> !one.hasAddress()).toList());
	}

	/**
	 * One person, and the structures they stand for.
	 *
	 * @param name told apart from another who is called the same
	 */
	public record Addressee(UUID personId, String name, boolean hasAddress, List<UUID> enrolmentIds,
			List<String> structures) {

		public String structuresInWords() {
			return this.structures.stream().collect(Collectors.joining(", "));
		}

	}

}
