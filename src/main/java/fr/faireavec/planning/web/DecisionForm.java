package fr.faireavec.planning.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.polls.PollSheet;
import jakarta.validation.constraints.Size;

/** A date for each day asked about, by its rank, and which of them are firm. */
class DecisionForm {

	public int version;

	public Map<String, UUID> choice = new LinkedHashMap<>();

	@Size(max = 12)
	public Set<Integer> firm = new LinkedHashSet<>();

	@Size(max = 200)
	public Set<String> accepted = new LinkedHashSet<>();

	Map<Integer, UUID> chosen(PollSheet poll) {
		Map<Integer, UUID> chosen = new LinkedHashMap<>();
		poll.days().forEach((day) -> {
			UUID option = this.choice.get(String.valueOf(day.rank()));
			if (option != null) {
				chosen.put(day.rank(), option);
			}
		});
		return chosen;
	}

}
