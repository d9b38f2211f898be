package fr.faireavec.availability;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.holidays.SchoolCalendar;
import fr.faireavec.holidays.SchoolHolidays;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people can never do, as they said it. */
@Component
public class Availabilities {

	private final JdbcClient jdbc;

	private final SchoolHolidays school;

	Availabilities(JdbcClient jdbc, SchoolHolidays school) {
		this.jdbc = jdbc;
		this.school = school;
	}

	/** Each of these people's, in one statement; who said nothing can always be there. */
	public Map<UUID, Availability> of(Collection<UUID> people) {
		Map<UUID, Set<StandingConstraint>> said = new HashMap<>();
		people.forEach((person) -> said.put(person, new HashSet<>()));
		if (!people.isEmpty()) {
			this.jdbc.sql("SELECT person_id, never FROM standing_constraint WHERE person_id IN (:people)")
				.param("people", Set.copyOf(people))
				.query((row) -> {
					Set<StandingConstraint> theirs = said.get(row.getObject("person_id", UUID.class));
					if (theirs != null) {
						StandingConstraint.of(row.getString("never")).ifPresent(theirs::add);
					}
				});
		}
		SchoolCalendar known = this.school.known();
		Map<UUID, Availability> availabilities = new HashMap<>();
		said.forEach((person, never) -> availabilities.put(person, new Availability(never, known)));
		return availabilities;
	}

}
