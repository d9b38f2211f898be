package fr.faireavec.bilans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.bilans.FigureRows.ActionRow;
import fr.faireavec.bilans.FigureRows.TargetRow;
import fr.faireavec.kernel.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws the figures of a parcours over a period, as {@link Figures} defines them, in six
 * statements that all see the same moment.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class BilanFigures {

	/** The shape of {@link Figures} and of what is published. */
	public static final int FORMAT = 5;

	/** The formulas of {@link Figures}. */
	public static final int FORMULA = 2;

	private final FigureRows rows;

	BilanFigures(FigureRows rows) {
		this.rows = rows;
	}

	/**
	 * The figures of a period.
	 * @throws NotFound when there is no such parcours
	 */
	public Figures of(UUID parcoursId, LocalDate from, LocalDate to) {
		return live(parcoursId, from, to).figures();
	}

	/** The figures of a period and all its actions, for the animation. */
	public LiveBilan live(UUID parcoursId, LocalDate from, LocalDate to) {
		FigureRows.ParcoursRow parcours = this.rows.parcours(parcoursId, from, to).orElseThrow(NotFound::new);
		List<ActionRow> actions = this.rows.actions(parcoursId, from, to);
		Cohort whole = new Cohort(parcours, this.rows.sessions(parcoursId, from, to),
				this.rows.enrolments(parcoursId, from, to), actions,
				parcours.hasScale() ? this.rows.levels(parcoursId) : List.of());
		List<TargetRow> targets = this.rows.targets(parcoursId);
		Figures figures = whole.figures(from, to, targets.stream().map(TargetRow::target).toList())
			.beside(territories(whole, targets, from, to), parcours.former());
		return new LiveBilan(figures, logged(actions));
	}

	/** Of each funder whose départements some structures, and not all, are of. */
	private static List<Figures.Territory> territories(Cohort whole, List<TargetRow> targets, LocalDate from,
			LocalDate to) {
		Map<List<String>, List<UUID>> conventions = new LinkedHashMap<>();
		targets.forEach((row) -> conventions.computeIfAbsent(row.departements(), (codes) -> new ArrayList<>())
			.add(row.target().conventionId()));
		return conventions.entrySet()
			.stream()
			.filter((one) -> !one.getKey().isEmpty() && !whole.isWithin(one.getKey()))
			.map((one) -> new Figures.Territory(one.getValue(), one.getKey(),
					whole.of(one.getKey()).figures(from, to, List.of()).numbers()))
			.toList();
	}

	/** The actions of a period alone, in one statement. */
	public List<LiveBilan.Logged> logged(UUID parcoursId, LocalDate from, LocalDate to) {
		return logged(this.rows.actions(parcoursId, from, to));
	}

	private static List<LiveBilan.Logged> logged(List<ActionRow> actions) {
		return actions.stream()
			.map((action) -> new LiveBilan.Logged(action.id(), action.enrolmentId(), action.withheld(), action.line()))
			.toList();
	}

	/**
	 * F6, for the animation alone: it would punish a structure for naming a copilot. Over
	 * the half-days of the period of HELD sessions, PRESENT ÷ expected, where expected
	 * are the people mandated that day by an enrolment active that day; excused ones are
	 * expected. A countersigned register expected those it names, nobody mandated since.
	 */
	public Rate peoplePresence(UUID parcoursId, LocalDate from, LocalDate to) {
		return this.rows.peoplePresence(parcoursId, from, to);
	}

}
