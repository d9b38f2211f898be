package fr.faireavec.syntheses;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.bilans.BilanFigures;
import fr.faireavec.bilans.LiveBilan;
import fr.faireavec.parcours.Parcours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each structure of a parcours could let its public page show: its name, and the
 * actions the bilan may tell.
 */
@Component
@Transactional(readOnly = true)
public class Offers {

	private final PublicSyntheses syntheses;

	private final BilanFigures figures;

	private final JdbcClient jdbc;

	private final Clock clock;

	Offers(PublicSyntheses syntheses, BilanFigures figures, JdbcClient jdbc, Clock clock) {
		this.syntheses = syntheses;
		this.figures = figures;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All of them, by name. */
	public List<OfferedStructure> of(Parcours parcours) {
		Set<Allowed> allowed = new HashSet<>(this.syntheses.allowed(parcours.getId()));
		LocalDate today = parcours.today(this.clock);
		List<LiveBilan.Logged> told = told(parcours.getId(), parcours.getStartsOn(),
				today.isAfter(parcours.getEndsOn()) ? today : parcours.getEndsOn());
		return this.jdbc.sql("""
				SELECT e.id, s.name FROM enrolment e JOIN structure s ON s.id = e.structure_id
				WHERE e.parcours_id = :parcours ORDER BY lower(s.name), e.id""")
			.param("parcours", parcours.getId())
			.query((row, n) -> {
				UUID id = row.getObject("id", UUID.class);
				List<OfferedStructure.Action> actions = told.stream()
					.filter((action) -> action.enrolmentId().equals(id))
					.map((action) -> new OfferedStructure.Action(action.id(), action.line().title(),
							action.line().learning(), allowed.contains(new Allowed(id, action.id()))))
					.toList();
				return new OfferedStructure(id, row.getString("name"), allowed.contains(new Allowed(id, null)),
						actions);
			})
			.list();
	}

	/** The actions a bilan of a period may tell today. */
	List<LiveBilan.Logged> told(UUID parcoursId, LocalDate from, LocalDate to) {
		return this.figures.logged(parcoursId, from, to).stream().filter((action) -> action.line().told()).toList();
	}

}
