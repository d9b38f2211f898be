package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
import fr.faireavec.bilans.FigureRows.Stay;
import org.jspecify.annotations.Nullable;

/**
 * What was noted of some enrolments of a parcours over a period, and the figures they
 * make.
 */
record Cohort(ParcoursRow parcours, List<SessionRow> sessions, List<EnrolmentRow> enrolments, List<ActionRow> actions,
		List<LevelRow> levels) {

	/** Of the enrolments of some départements alone. */
	Cohort of(List<String> departements) {
		List<EnrolmentRow> some = this.enrolments.stream()
			.filter((enrolment) -> departements.contains(enrolment.departement()))
			.toList();
		Set<UUID> ids = some.stream().map(EnrolmentRow::id).collect(Collectors.toSet());
		return new Cohort(this.parcours, this.sessions.stream().map((session) -> session.of(ids)).toList(), some,
				this.actions.stream().filter((action) -> ids.contains(action.enrolmentId())).toList(), this.levels);
	}

	/** Whether each is of one of these départements. */
	boolean isWithin(List<String> departements) {
		return this.enrolments.stream().allMatch((enrolment) -> departements.contains(enrolment.departement()));
	}

	Figures figures(LocalDate from, LocalDate to, List<Figures.Target> targets) {
		List<ActionRow> done = this.actions.stream().filter((action) -> action.is("DONE")).toList();
		return new Figures(BilanFigures.FORMAT, BilanFigures.FORMULA, from, to, structures(), sessionFigures(),
				meetings(), people(), actionFigures(), this.parcours.asksPeople() ? serviceUsers(done) : null,
				this.parcours.hasScale() ? involvement(done) : null, hours(done), targets);
	}

	private Figures.People people() {
		Set<UUID> people = new HashSet<>();
		Set<UUID> inRoom = new HashSet<>();
		long minutes = 0;
		long remote = 0;
		for (SessionRow session : this.sessions) {
			for (Stay stay : session.stays()) {
				if (!session.is("CANCELLED")) {
					people.add(stay.person());
					if (!stay.remote()) {
						inRoom.add(stay.person());
					}
				}
				if (session.is("HELD")) {
					minutes += stay.minutes();
					remote += stay.remote() ? stay.minutes() : 0;
				}
			}
		}
		return new Figures.People(people.size(), this.parcours.guests(), minutes,
				new Figures.Remote(people.size() - inRoom.size(), remote));
	}

	private Figures.Structures structures() {
		List<EnrolmentRow> active = this.enrolments.stream().filter(EnrolmentRow::active).toList();
		List<EnrolmentRow> engaged = engaged();
		List<SessionRow> held = this.sessions.stream().filter(SessionRow::counted).toList();
		long completed = engaged.stream().filter(EnrolmentRow::completed).count();
		// At least 80 %, without a fraction.
		long steady = engaged.stream().filter((enrolment) -> enrolment.attended() * 5 >= held.size() * 4).count();
		return new Figures.Structures(active.size(), engaged.size(),
				this.parcours.closed() ? new Rate(completed, engaged.size()) : null,
				new Rate(tally(held, (session) -> session.present().size()),
						tally(held, (session) -> session.active().size())),
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

	private List<EnrolmentRow> engaged() {
		return this.enrolments.stream().filter(EnrolmentRow::engaged).toList();
	}

	private Figures.Sessions sessionFigures() {
		return new Figures.Sessions(new Rate(count(this.sessions, SessionRow::counted), this.sessions.size()),
				count(this.sessions, (session) -> session.is("CANCELLED")),
				this.sessions.stream()
					.map((session) -> new Figures.Day(session.rank(), session.title(), session.day(), session.state(),
							session.counted(), session.counted() ? session.present().size() : 0,
							session.counted() ? session.active().size() : 0))
					.toList());
	}

	private Figures.Meetings meetings() {
		return new Figures.Meetings(
				new Rate(tally(this.enrolments, EnrolmentRow::meetings),
						(long) engaged().size() * this.parcours.meetingCount()),
				tally(this.enrolments, EnrolmentRow::noShows), tally(this.enrolments, EnrolmentRow::extra));
	}

	private Figures.Actions actionFigures() {
		Set<UUID> withDone = this.actions.stream()
			.filter((action) -> action.is("DONE"))
			.map(ActionRow::enrolmentId)
			.collect(Collectors.toSet());
		List<EnrolmentRow> engaged = engaged();
		return new Figures.Actions(this.actions.size(), count(this.actions, (action) -> action.is("ONGOING")),
				count(this.actions, (action) -> action.is("DONE")),
				count(this.actions, (action) -> action.is("ABANDONED") && !action.line().learning().isBlank()),
				withDone.size(),
				new Rate(engaged.stream().filter((enrolment) -> withDone.contains(enrolment.id())).count(),
						engaged.size()),
				count(this.actions, (action) -> action.is("DONE") && action.awaiting()));
	}

	private Figures.ServiceUsers serviceUsers(List<ActionRow> done) {
		List<Integer> reached = told(done, (action) -> action.line().reached());
		List<Integer> involved = told(done, (action) -> action.line().involved());
		List<Integer> distinct = told(this.enrolments.stream().filter(EnrolmentRow::active).toList(),
				EnrolmentRow::distinct);
		return new Figures.ServiceUsers(total(reached), reached.size(), total(involved), involved.size(),
				total(distinct), distinct.size());
	}

	private Figures.Involvement involvement(List<ActionRow> done) {
		List<EnrolmentRow> active = this.enrolments.stream().filter(EnrolmentRow::active).toList();
		List<ActionRow> withLevel = done.stream().filter((action) -> action.levelId() != null).toList();
		List<Figures.Level> levels = this.levels.stream()
			.map((level) -> new Figures.Level(level.label(), level.beyond(),
					count(withLevel, (action) -> level.id().equals(action.levelId())),
					count(active, (enrolment) -> enrolment.aims().contains(level.id()))))
			.toList();
		List<Figures.Aim> aims = active.stream()
			.map((enrolment) -> new Figures.Aim(enrolment.name(),
					this.levels.stream()
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
