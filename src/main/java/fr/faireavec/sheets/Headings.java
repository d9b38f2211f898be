package fr.faireavec.sheets;

import java.time.LocalDate;
import java.util.List;

import fr.faireavec.parcours.Convention;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.parcours.Conventions;
import fr.faireavec.parcours.Parcours;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What a parcours is called and who pays for it, on a day. */
@Component
class Headings {

	private final Conventions conventions;

	Headings(Conventions conventions) {
		this.conventions = conventions;
	}

	/**
	 * @param day the day it is about: its conventions are those that cover it; null for
	 * all of them
	 */
	Heading of(Parcours parcours, @Nullable LocalDate day) {
		List<Support> supports = this.conventions.ofParcours(parcours.getId())
			.stream()
			.filter((convention) -> day == null || covers(convention.getTerms(), day))
			.map(Headings::support)
			.toList();
		return new Heading(parcours.getName(), parcours.getProgramme(), supports);
	}

	private static boolean covers(ConventionTerms terms, LocalDate day) {
		return !day.isBefore(terms.startsOn()) && !day.isAfter(terms.endsOn());
	}

	private static Support support(Convention convention) {
		return new Support(convention.getFunder().getName(), convention.getFunder().getMention(),
				convention.getTerms().number());
	}

}
