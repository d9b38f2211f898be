package fr.faireavec.testing;

import java.time.LocalDate;
import java.time.LocalDateTime;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.parcours.Parcours;

/**
 * A cohort of two, in the third month of its parcours: Claire runs « Pays des Sources »,
 * Inès pilots the Recyclerie du Canal, Hugo the Cantine Coop.
 */
public record Sources(Person claire, Person ines, Person hugo, Parcours parcours, Enrolment canal, Enrolment cantine) {

	public static final LocalDate START = LocalDate.of(2026, 9, 1);

	public static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 10, 0);

	/** It is {@link #NOW}. */
	public static Sources of(Cast cast) {
		cast.itIs(NOW);
		Person claire = cast.facilitator("Claire", "Vasseur");
		Person ines = cast.person("Inès", "Carpentier");
		Person hugo = cast.person("Hugo", "Lemaire");
		Parcours parcours = cast.parcours("Pays des Sources", START, claire);
		Enrolment canal = cast.enrol(parcours, cast.structure("Recyclerie du Canal"));
		Enrolment cantine = cast.enrol(parcours, cast.structure("Cantine Coop"));
		cast.pilot(canal, ines, START);
		cast.pilot(cantine, hugo, START);
		cast.forget();
		return new Sources(claire, ines, hugo, parcours, canal, cantine);
	}

}
