package fr.faireavec.journal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.imports.Plain;
import fr.faireavec.imports.Reason;
import fr.faireavec.imports.TypedTable;
import fr.faireavec.journal.PlannedAction.Difference;
import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at a table of actions: what each line would write, or why it cannot. */
@Component
@Transactional(readOnly = true)
public class JournalPlanning {

	/** More actions than any parcours has. */
	public static final int MOST_LINES = 2_000;

	private final LoggedActions actions;

	private final Enrolments enrolments;

	private final People people;

	private final ActionVocabulary vocabulary;

	private final JournalFile file;

	private final JournalWords words;

	private final SharedNames names;

	private final ConversionService conversion;

	private final Clock clock;

	JournalPlanning(LoggedActions actions, Enrolments enrolments, People people, ActionVocabulary vocabulary,
			JournalFile file, JournalWords words, SharedNames names,
			@Qualifier("mvcConversionService") ConversionService conversion, Clock clock) {
		this.actions = actions;
		this.enrolments = enrolments;
		this.people = people;
		this.vocabulary = vocabulary;
		this.file = file;
		this.words = words;
		this.names = names;
		this.conversion = conversion;
		this.clock = clock;
	}

	/**
	 * Reads a decoded text as this seat may write it.
	 * @throws Refusal when it is no table of actions
	 */
	public JournalPlan plan(Seat seat, String text) {
		Map<String, JournalColumn> known = Arrays.stream(JournalColumn.values())
			.collect(Collectors.toMap((column) -> Plain.key(this.words.heading(column)), Function.identity()));
		TypedTable table = TypedTable
			.inTurn(() -> TypedTable.of(text, (lines) -> recognised(best(lines, known), known)));
		List<String> headings = best(
				table.lines().stream().limit(TypedTable.BEGINNING).map(TypedTable.Line::cells).toList(), known);
		Map<JournalColumn, Integer> places = places(headings, known);
		int at = table.lines().stream().map(TypedTable.Line::cells).toList().indexOf(headings);
		List<TypedTable.Line> lines = table.lines().subList(at + 1, table.lines().size());
		if (lines.isEmpty()) {
			throw Refusal.of("file", "journal.import.noLine");
		}
		if (lines.size() > MOST_LINES) {
			throw Refusal.of("file", "imports.file.tooManyLines", lines.size(), MOST_LINES);
		}
		Journal journal = journal(seat);
		List<PlannedAction> planned = lines.stream().map((line) -> planned(line, places, journal)).toList();
		return new JournalPlan(planned,
				headings.stream()
					.filter((heading) -> !heading.isBlank() && !known.containsKey(Plain.key(heading)))
					.map((heading) -> Plain.clipped(heading.strip()))
					.toList());
	}

	private static List<String> best(List<List<String>> lines, Map<String, JournalColumn> known) {
		return lines.stream()
			.reduce((one, other) -> (recognised(other, known) > recognised(one, known)) ? other : one)
			.orElse(List.of());
	}

	private static long recognised(List<String> cells, Map<String, JournalColumn> known) {
		return cells.stream().filter((cell) -> known.containsKey(Plain.key(cell))).count();
	}

	private Map<JournalColumn, Integer> places(List<String> headings, Map<String, JournalColumn> known) {
		Map<JournalColumn, Integer> places = new EnumMap<>(JournalColumn.class);
		for (int i = 0; i < headings.size(); i++) {
			JournalColumn column = known.get(Plain.key(headings.get(i)));
			if (column != null && places.put(column, i) != null) {
				throw Refusal.of("file", "journal.import.twice", this.words.heading(column));
			}
		}
		if (!places.containsKey(JournalColumn.TITLE)) {
			throw Refusal.of("file", "journal.import.noTitle", this.words.heading(JournalColumn.TITLE));
		}
		return places;
	}

	private Journal journal(Seat seat) {
		Parcours parcours = seat.parcours();
		LocalDate today = parcours.today(this.clock);
		List<UUID> open = this.file.open(seat);
		List<Enrolment> writable = this.enrolments.ofParcours(parcours.getId())
			.stream()
			.filter((enrolment) -> open.contains(enrolment.getId())
					&& LoggedAction.isWritable(parcours, enrolment, today))
			.toList();
		if (writable.isEmpty()) {
			throw Refusal.of("file", "journal.import.closed");
		}
		Map<UUID, LoggedAction> standing = new HashMap<>();
		this.actions.whole(parcours.getId(), open).forEach((action) -> standing.put(action.getId(), action));
		Person writer = this.people.findById(seat.viewer().personId()).orElseThrow(NotFound::new);
		return new Journal(today, writable, standing, this.vocabulary.of(parcours.getId()), writer, new HashSet<>());
	}

	private PlannedAction planned(TypedTable.Line line, Map<JournalColumn, Integer> places, Journal journal) {
		Map<JournalColumn, String> cells = new EnumMap<>(JournalColumn.class);
		places.forEach(
				(column, place) -> cells.put(column, (place < line.cells().size()) ? line.cells().get(place) : ""));
		String id = CleanText.compact(cells.getOrDefault(JournalColumn.ID, ""));
		if (id.isEmpty()) {
			return created(line.number(), cells, journal);
		}
		LoggedAction action = find(id, journal);
		String title = Plain.clipped(CleanText.line(cells.getOrDefault(JournalColumn.TITLE, "")));
		if (action == null) {
			return refused(line.number(), title, "", new Reason("journal.import.unknown", List.of(Plain.clipped(id))));
		}
		String structure = action.getEnrolment().getStructure().getName();
		if (!journal.seen().add(action.getId())) {
			return refused(line.number(), title, structure, new Reason("journal.import.doubled", List.of()));
		}
		return revised(line.number(), action, cells, journal);
	}

	private PlannedAction revised(int line, LoggedAction action, Map<JournalColumn, String> cells, Journal journal) {
		Map<JournalColumn, String> standing = this.words.row(action);
		ActionChoices choices = journal.choices().keeping(action);
		JournalReading reading = new JournalReading(cells, standing, choices, this.words, this.conversion);
		ActionDetails before = action.getDetails();
		ActionDetails details = reading.over(before);
		List<Reason> reasons = new ArrayList<>(reading.reasons());
		boolean changes = !details.equals(before);
		String other = reading.otherwise(JournalColumn.STRUCTURE);
		if (other != null && !other.isBlank()) {
			reasons.add(new Reason("journal.import.otherStructure", List.of(Plain.clipped(CleanText.line(other)))));
		}
		if (changes && !journal.writes(action.getEnrolment())) {
			reasons.add(new Reason("journal.noLongerOpen", List.of(action.getEnrolment().getStructure().getName())));
		}
		if (changes && reasons.isEmpty()) {
			check(() -> action.check(details, choices, journal.today()), reasons);
		}
		List<Difference> differences = changes ? differences(reading, standing) : List.of();
		List<Warning> questions = new ArrayList<>();
		if (changes && reasons.isEmpty()) {
			String version = CleanText.compact(cells.getOrDefault(JournalColumn.VERSION, ""));
			if (!version.isEmpty() && !version.equals(String.valueOf(action.getVersion()))) {
				questions.add(Warning.of("journal.import.stale", action.getTitle(), String.valueOf(line),
						action.getId() + ":" + action.getVersion()));
			}
			questions.addAll(this.names.warnings(action, details));
		}
		return new PlannedAction(line, action.getId(), action.getVersion(), action.getEnrolment().getId(),
				action.getEnrolment().getStructure().getName(), action.getTitle(), reasons.isEmpty() ? details : null,
				differences, reasons, questions);
	}

	private PlannedAction created(int line, Map<JournalColumn, String> cells, Journal journal) {
		JournalReading reading = new JournalReading(cells, Map.of(), journal.choices(), this.words, this.conversion);
		ActionDetails details = reading.over(ActionDetails.titled(""));
		List<Reason> reasons = new ArrayList<>(reading.reasons());
		Enrolment enrolment = structure(cells.get(JournalColumn.STRUCTURE), journal, reasons);
		List<Warning> questions = List.of();
		if (enrolment != null && reasons.isEmpty()) {
			check(() -> {
				LoggedAction action = new LoggedAction(Ids.next(), enrolment, first(details), journal.choices(),
						journal.writer(), this.clock.instant());
				action.check(details, journal.choices(), journal.today());
			}, reasons);
		}
		if (enrolment != null && reasons.isEmpty()) {
			questions = this.names.warnings(new LoggedAction(Ids.next(), enrolment, first(details), journal.choices(),
					journal.writer(), this.clock.instant()), details);
		}
		return new PlannedAction(line, null, 0, (enrolment != null) ? enrolment.getId() : null,
				(enrolment != null) ? enrolment.getStructure().getName() : "", Plain.clipped(details.what().title()),
				reasons.isEmpty() ? details : null, differences(reading, Map.of()), reasons, questions);
	}

	/** What is over is first noted under way, as its form does. */
	static ActionDraft first(ActionDetails details) {
		ActionState state = details.when().state();
		return new ActionDraft(details.what().title(), state.isOver() ? ActionState.ONGOING : state,
				details.what().description(), details.what().themeId(), details.when().dueBySession());
	}

	private static @Nullable Enrolment structure(@Nullable String cell, Journal journal, List<Reason> reasons) {
		String name = (cell != null) ? CleanText.line(cell) : "";
		if (name.isEmpty() && journal.writable().size() == 1) {
			return journal.writable().getFirst();
		}
		if (name.isEmpty()) {
			reasons.add(new Reason("journal.import.whichStructure", List.of()));
			return null;
		}
		List<Enrolment> named = journal.writable()
			.stream()
			.filter((enrolment) -> Plain.key(enrolment.getStructure().getName()).equals(Plain.key(name)))
			.toList();
		if (named.size() != 1) {
			reasons.add(new Reason("journal.import.noSuchStructure", List.of(Plain.clipped(name))));
			return null;
		}
		return named.getFirst();
	}

	private List<Difference> differences(JournalReading reading, Map<JournalColumn, String> standing) {
		return Stream.of(JournalColumn.values()).filter((column) -> !column.isMark()).flatMap((column) -> {
			String typed = reading.otherwise(column);
			return (typed == null) ? Stream.empty()
					: Stream.of(new Difference(column, standing.getOrDefault(column, ""), CleanText.prose(typed)));
		}).toList();
	}

	private static @Nullable LoggedAction find(String id, Journal journal) {
		try {
			return journal.standing().get(UUID.fromString(id));
		}
		catch (IllegalArgumentException unreadable) {
			return null;
		}
	}

	private static PlannedAction refused(int line, String title, String structure, Reason reason) {
		return new PlannedAction(line, null, 0, null, structure, title, null, List.of(), List.of(reason), List.of());
	}

	/** All that the rules object to. */
	private static void check(Runnable rules, List<Reason> reasons) {
		try {
			rules.run();
		}
		catch (Refusal refusal) {
			reasons.add(reason(refusal));
			Arrays.stream(refusal.getSuppressed())
				.filter(Refusal.class::isInstance)
				.map((other) -> reason((Refusal) other))
				.forEach(reasons::add);
		}
	}

	private static Reason reason(Refusal refusal) {
		return new Reason(refusal.messageKey(),
				Arrays.stream(refusal.args())
					.map((arg) -> (arg instanceof LocalDate day) ? JournalWords.DAY.format(day) : arg)
					.toList());
	}

	/** The journal as it stands, for one who writes. */
	private record Journal(LocalDate today, List<Enrolment> writable, Map<UUID, LoggedAction> standing,
			ActionChoices choices, Person writer, Set<UUID> seen) {

		boolean writes(Enrolment enrolment) {
			return this.writable.stream().anyMatch((one) -> one.getId().equals(enrolment.getId()));
		}

	}

}
