package fr.faireavec.cohorts.web;

import java.util.List;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.parcours.Seat;
import org.jspecify.annotations.Nullable;

/** One structure of the cohort's list, with those who stand for it today. */
record CohortRow(String structure, @Nullable String commune, List<Member> members) {

	/** Somebody of it; address and telephone for those who may read them. */
	record Member(String name, MandateRole role, @Nullable String email, @Nullable String telephone) {

		static Member of(Mandate mandate, Seat seat) {
			Person person = mandate.getPerson();
			boolean running = seat instanceof Seat.Running;
			boolean own = person.getId().equals(seat.viewer().personId());
			return new Member(person.getName(), mandate.getRole(),
					(running || own || person.isShowsAddress()) ? person.getEmail() : null,
					(running || own) ? person.getTelephone() : null);
		}

	}

}
