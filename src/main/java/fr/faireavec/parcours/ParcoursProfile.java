package fr.faireavec.parcours;

import java.time.LocalDate;
import java.util.List;

import fr.faireavec.accounts.Person;

/**
 * What the animation says of a parcours. Name and territory at most 150 characters; the
 * capacity warns, it never blocks. The facilitators are those who run it from the start.
 */
public record ParcoursProfile(String name, LocalDate startsOn, LocalDate endsOn, String departements, String territory,
		int capacityMin, int capacityMax, List<Person> facilitators) {
}
