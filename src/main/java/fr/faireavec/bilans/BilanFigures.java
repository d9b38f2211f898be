package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import fr.faireavec.bilans.FigureRows.ActionRow;
import fr.faireavec.bilans.FigureRows.EnrolmentRow;
import fr.faireavec.bilans.FigureRows.LevelRow;
import fr.faireavec.bilans.FigureRows.ParcoursRow;
import fr.faireavec.bilans.FigureRows.SessionRow;
import fr.faireavec.kernel.NotFound;
import org.jspecify.annotations.Nullable;

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
	public static final int FORMAT = 4;

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
		ParcoursRow parcours = this.rows.parcours(parcoursId, from, to).orElseThrow(NotFound::new);
		List<SessionRow> sessions = this.rows.sessions(parcoursId, from, to);
		List<EnrolmentRow> enrolments = this.rows.enrolments(parcoursId, from, to);
		List<ActionRow> actions = this.rows.actions(parcoursId, from, to);
		List<ActionRow> done = actions.stream().filter((action) -> action.is("DONE")).toList();
		Figures figures = new Figures(FORMAT, FORMULA, from, to, structures(parcours, sessions, enrolments),
				sessions(sessions), meetings(parcours, enrolments),
				new Figures.People(parcours.people(), parcours.guests(),
						sessions.stream().filter(SessionRow::held).mapToLong(SessionRow::minutes).sum(),
						new Figures.Remote(parcours.remotePeople(),
								sessions.stream().filter(SessionRow::held).mapToLong(SessionRow::remoteMinutes).sum())),
				actions(actions, enrolments), parcours.asksPeople() ? serviceUsers(done, enrolments) : null,
				parcours.hasScale() ? involvement(done, enrolments, this.rows.levels(parcoursId)) : null, hours(done),
				this.rows.targets(parcoursId));
		return new LiveBilan(figures, logged(actions));
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

	private static Figures.Structures structures(ParcoursRow parcours, List<SessionRow> sessions,
			List<EnrolmentRow> enrolments) {
		List<EnrolmentRow> active = enrolments.stream().filter(EnrolmentRow::active).toList();
		List<EnrolmentRow> engaged = enrolments.stream().filter(EnrolmentRow::engaged).toList();
		List<SessionRow> held = sessions.stream().filter(SessionRow::counted).toList();
		long completed = engaged.stream().filter(EnrolmentRow::completed).count();
		// At least 80 %, without a fraction.
		long steady = engaged.stream().filter((enrolment) -> enrolment.attended() * 5 >= held.size() * 4).count();
		return new Figures.Structures(active.size(), engaged.size(),
				parcours.closed() ? new Rate(completed, engaged.size()) : null,
				new Rate(tally(held, SessionRow::present), tally(held, SessionRow::active)),
				held.isEmpty() ? new Rate(0, 0) : new Rate(steady, engaged.size()),
				new Figures.Profile(shares(active, EnrolmentRow::departement), shares(active, EnrolmentRow::legalForm),
						shares(active, EnrolmentRow::sector)));
	}

	/** One sector written « culture » or « Culture » is one. */
	private static List<Figures.Share> shares(List<EnrolmentRow> enrolments, Function<EnrolmentRow, String> trait) {
		Map<String, List<String>> same = enrolments.stream()
			.map(trait)
			.collect(Collectors.groupingBy((text) -> text.toLowerCase(Locale.FRENCH), TreeMap::new,
					Collectors.toList()));
		return same.values()
			.stream()
			.map((texts) -> new Figures.Share(texts.getFirst(), texts.size()))
			.sorted(Comparator.comparingInt(Figures.Share::structures).reversed())
			.toList();
	}

	private static Figures.Sessions sessions(List<SessionRow> sessions) {
		long held = sessions.stream().filter(SessionRow::counted).count();
		long cancelled = sessions.stream().filter((session) -> "CANCELLED".equals(session.state())).count();
		return new Figures.Sessions(new Rate(held, sessions.size()), (int) cancelled,
				sessions.stream()
					.map((session) -> new Figures.Day(session.rank(), session.title(), session.day(), session.state(),
							session.counted(), session.counted() ? session.present() : 0,
							session.counted() ? session.active() : 0))
					.toList());
	}

	private static Figures.Meetings meetings(ParcoursRow parcours, List<EnrolmentRow> enrolments) {
		long engaged = enrolments.stream().filter(EnrolmentRow::engaged).count();
		return new Figures.Meetings(
				new Rate(tally(enrolments, EnrolmentRow::meetings), engaged * parcours.meetingCount()),
				tally(enrolments, EnrolmentRow::noShows), tally(enrolments, EnrolmentRow::extra));
	}

	private static Figures.Actions actions(List<ActionRow> actions, List<EnrolmentRow> enrolments) {
		Set<UUID> withDone = actions.stream()
			.filter((action) -> action.is("DONE"))
			.map(ActionRow::enrolmentId)
			.collect(Collectors.toSet());
		List<EnrolmentRow> engaged = enrolments.stream().filter(EnrolmentRow::engaged).toList();
		return new Figures.Actions(actions.size(), count(actions, (action) -> action.is("ONGOING")),
				count(actions, (action) -> action.is("DONE")),
				count(actions, (action) -> action.is("ABANDONED") && !action.line().learning().isBlank()),
				withDone.size(),
				new Rate(engaged.stream().filter((enrolment) -> withDone.contains(enrolment.id())).count(),
						engaged.size()),
				count(actions, (action) -> action.is("DONE") && action.awaiting()));
	}

	private static Figures.ServiceUsers serviceUsers(List<ActionRow> done, List<EnrolmentRow> enrolments) {
		List<Integer> reached = told(done, (action) -> action.line().reached());
		List<Integer> involved = told(done, (action) -> action.line().involved());
		List<Integer> distinct = told(enrolments.stream().filter(EnrolmentRow::active).toList(),
				EnrolmentRow::distinct);
		return new Figures.ServiceUsers(total(reached), reached.size(), total(involved), involved.size(),
				total(distinct), distinct.size());
	}

	private static Figures.Involvement involvement(List<ActionRow> done, List<EnrolmentRow> enrolments,
			List<LevelRow> scale) {
		List<EnrolmentRow> active = enrolments.stream().filter(EnrolmentRow::active).toList();
		List<ActionRow> withLevel = done.stream().filter((action) -> action.levelId() != null).toList();
		List<Figures.Level> levels = scale.stream()
			.map((level) -> new Figures.Level(level.label(), level.beyond(),
					count(withLevel, (action) -> level.id().equals(action.levelId())),
					count(active, (enrolment) -> enrolment.aims().contains(level.id()))))
			.toList();
		List<Figures.Aim> aims = active.stream()
			.map((enrolment) -> new Figures.Aim(enrolment.name(),
					scale.stream()
						.filter((level) -> enrolment.aims().contains(level.id()))
						.map(LevelRow::label)
						.toList()))
			.toList();
		return new Figures.Involvement(new Rate(count(withLevel, (action) -> action.line().beyond()), withLevel.size()),
				done.size() - withLevel.size(), levels, aims);
	}

	private static Figures.Hours hours(List<ActionRow> done) {
		List<ActionLine> lines = done.stream().map(ActionRow::line).toList();
		List<ActionRow> priced = done.stream().filter((action) -> action.line().amount() != null).toList();
		List<ActionLine> unpriced = lines.stream().filter((line) -> line.amount() == null).toList();
		Map<BigDecimal, List<ActionLine>> byRate = new TreeMap<>();
		for (ActionRow action : priced) {
			BigDecimal rate = Objects.requireNonNullElse(action.rate(), BigDecimal.ZERO);
			byRate.computeIfAbsent(rate, (key) -> new ArrayList<>()).add(action.line());
		}
		return new Figures.Hours(sum(lines, ActionLine::contributed), sum(lines, ActionLine::volunteer),
				sum(lines, ActionLine::amount), sum(unpriced, ActionLine::volunteer),
				byRate.entrySet()
					.stream()
					.map((used) -> new Figures.Priced(used.getKey().setScale(2, RoundingMode.HALF_UP),
							sum(used.getValue(), ActionLine::volunteer), sum(used.getValue(), ActionLine::amount)))
					.filter((used) -> used.hours().signum() > 0)
					.toList());
	}

	private static BigDecimal sum(List<ActionLine> lines, Function<ActionLine, @Nullable BigDecimal> part) {
		BigDecimal sum = BigDecimal.ZERO;
		for (ActionLine line : lines) {
			BigDecimal value = part.apply(line);
			sum = (value != null) ? sum.add(value) : sum;
		}
		return sum.setScale(2, RoundingMode.HALF_UP);
	}

	private static <T> int tally(List<T> rows, ToIntFunction<T> part) {
		return rows.stream().mapToInt(part).sum();
	}

	private static <T> int count(List<T> rows, Predicate<T> question) {
		return (int) rows.stream().filter(question).count();
	}

	private static <T> List<Integer> told(List<T> rows, Function<T, @Nullable Integer> answer) {
		List<Integer> told = new ArrayList<>();
		for (T row : rows) {
			Integer value = answer.apply(row);
			if (value != null) {
				told.add(value);
			}
		}
		return told;
	}

	private static long total(List<Integer> values) {
		return values.stream().mapToLong(Integer::longValue).sum();
	}

}
