package fr.faireavec.journal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.faireavec.imports.Plain;
import fr.faireavec.imports.Reason;
import fr.faireavec.kernel.CleanText;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.web.SpreadsheetFile;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;

/**
 * One line of a table of actions. What it says as the action already does is left alone:
 * only a cell that says something else is read.
 */
final class JournalReading {

	private static final List<DateTimeFormatter> DAYS = List.of(
			DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
			DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT));

	private static final Pattern RANK = Pattern.compile("(?:jour|j)?\\s{0,4}([0-9]{1,2})\\b.*",
			Pattern.CASE_INSENSITIVE);

	private static final Set<String> YES = Set.of("oui", "o", "x", "1", "vrai", "true");

	private static final Set<String> NO = Set.of("non", "n", "0", "faux", "false");

	private static final Set<String> UNKNOWN = Set.of("nd", "nc");

	private final Map<JournalColumn, String> cells;

	private final Map<JournalColumn, String> standing;

	private final ActionChoices choices;

	private final JournalWords words;

	private final ConversionService conversion;

	private final List<Reason> reasons = new ArrayList<>();

	/**
	 * @param cells as they were sent; a column the file has not is not there
	 * @param standing the action as a table says it now; empty when it is a new one
	 */
	JournalReading(Map<JournalColumn, String> cells, Map<JournalColumn, String> standing, ActionChoices choices,
			JournalWords words, ConversionService conversion) {
		this.cells = cells;
		this.standing = standing;
		this.choices = choices;
		this.words = words;
		this.conversion = conversion;
	}

	/** Why it cannot be read. */
	List<Reason> reasons() {
		return this.reasons;
	}

	/** What the line says, over what was said. */
	ActionDetails over(ActionDetails said) {
		ActionDetails.What what = said.what();
		ActionDetails.When when = said.when();
		ActionDetails.Who who = said.who();
		ActionDetails.Outcome outcome = said.outcome();
		ActionDetails.Sharing sharing = said.sharing();
		return new ActionDetails(
				new ActionDetails.What(text(JournalColumn.TITLE, what.title(), 120, CleanText::line),
						text(JournalColumn.DESCRIPTION, what.description(), 4000, CleanText::prose),
						one(JournalColumn.THEME, Taxonomy.THEME, what.themeId()),
						one(JournalColumn.LEVEL, Taxonomy.LEVEL, what.levelId()),
						several(JournalColumn.LEVERS, Taxonomy.LEVER, what.leverIds()),
						one(JournalColumn.INSTRUMENT, Taxonomy.INSTRUMENT, what.instrumentId())),
				new ActionDetails.When(state(when.state()), day(JournalColumn.STARTS_ON, when.startsOn()),
						day(JournalColumn.ENDS_ON, when.endsOn()), session(when.dueBySession())),
				new ActionDetails.Who(several(JournalColumn.SERVICE_USERS, Taxonomy.SERVICE_USER, who.serviceUserIds()),
						several(JournalColumn.ROLES, Taxonomy.ROLE, who.roleIds()),
						number(JournalColumn.PEOPLE_REACHED, who.peopleReached()),
						number(JournalColumn.PEOPLE_INVOLVED, who.peopleInvolved())),
				new ActionDetails.Hours(hours(JournalColumn.CONTRIBUTED_HOURS, said.hours().contributed()),
						hours(JournalColumn.VOLUNTEER_HOURS, said.hours().volunteer())),
				new ActionDetails.Outcome(
						several(JournalColumn.RECOGNITIONS, Taxonomy.RECOGNITION, outcome.recognitionIds()),
						several(JournalColumn.EFFECTS, Taxonomy.EFFECT, outcome.effectIds()),
						text(JournalColumn.LEARNING, outcome.learning(), 3000, CleanText::prose),
						keptOn(outcome.keptOn())),
				new ActionDetails.Sharing(yes(JournalColumn.SHARED_COHORT, sharing.cohort()),
						yes(JournalColumn.SHARED_LIBRARY, sharing.library()),
						yes(JournalColumn.SHARED_BILAN, sharing.bilan()),
						yes(JournalColumn.LIBRARY_NAMED, sharing.named()),
						yes(JournalColumn.LIBRARY_NEWS, sharing.news())),
				new OwnWords(own(JournalColumn.THEME, said.own().theme()),
						own(JournalColumn.LEVERS, said.own().lever()),
						own(JournalColumn.INSTRUMENT, said.own().instrument()),
						own(JournalColumn.SERVICE_USERS, said.own().serviceUser()),
						own(JournalColumn.ROLES, said.own().role()),
						own(JournalColumn.RECOGNITIONS, said.own().recognition()),
						own(JournalColumn.EFFECTS, said.own().effect())));
	}

	/** What is said otherwise in a column; null when nothing is. */
	@Nullable String otherwise(JournalColumn column) {
		String cell = this.cells.get(column);
		if (cell == null) {
			return null;
		}
		String typed = SpreadsheetFile.said(cell);
		String stands = this.standing.getOrDefault(column, "");
		// A workbook keeps no line end: what stood at the start of a line no longer does.
		boolean same = CleanText.line(typed).equals(CleanText.line(stands))
				|| CleanText.line(cell).equals(CleanText.line(SpreadsheetFile.cell(stands)));
		return same ? null : typed;
	}

	private String text(JournalColumn column, String said, int longest, Function<String, String> cleaning) {
		String typed = otherwise(column);
		if (typed == null) {
			return said;
		}
		return words(column, cleaning.apply(typed), said, longest);
	}

	private String words(JournalColumn column, String clean, String said, int longest) {
		if (clean.length() > longest) {
			refuse("journal.import.tooLong", column, longest);
		}
		if (CleanText.unreadable(clean) != null) {
			refuse("journal.import.unreadable", column);
			return said;
		}
		return clean;
	}

	private @Nullable UUID one(JournalColumn column, Taxonomy taxonomy, @Nullable UUID said) {
		String typed = otherwise(column);
		if (typed == null) {
			return said;
		}
		String label = offered(typed);
		return label.isBlank() ? null : find(column, taxonomy, label);
	}

	private Set<UUID> several(JournalColumn column, Taxonomy taxonomy, Set<UUID> said) {
		String typed = otherwise(column);
		if (typed == null) {
			return said;
		}
		Set<UUID> chosen = new LinkedHashSet<>();
		for (String label : offered(typed).split("\\|", -1)) {
			UUID found = label.isBlank() ? null : find(column, taxonomy, label);
			if (found != null) {
				chosen.add(found);
			}
		}
		return chosen;
	}

	/** What a cell says in words of its own, « autre : … », after what it chooses. */
	private String own(JournalColumn column, String said) {
		String typed = otherwise(column);
		if (typed == null) {
			return said;
		}
		int other = other(typed);
		return (other < 0) ? ""
				: words(column, CleanText.line(typed.substring(typed.indexOf(':', other) + 1)), said, OwnWords.LONGEST);
	}

	private static String offered(String typed) {
		int other = other(typed);
		return (other < 0) ? typed : typed.substring(0, other);
	}

	/** Where « autre : » stands, which says all that follows; -1 where it does not. */
	private static int other(String typed) {
		for (int start = 0; start >= 0 && start < typed.length();) {
			int next = typed.indexOf('|', start);
			int colon = typed.indexOf(':', start);
			if (colon > start && Plain.key(typed.substring(start, colon)).equals("autre")) {
				return start;
			}
			start = (next < 0) ? -1 : next + 1;
		}
		return -1;
	}

	private @Nullable UUID find(JournalColumn column, Taxonomy taxonomy, String label) {
		String key = Plain.key(label);
		for (TaxonomyEntry entry : this.choices.of(taxonomy)) {
			if (Plain.key(entry.getLabel()).equals(key)) {
				return entry.getId();
			}
		}
		refuse(OwnWords.LISTS.contains(taxonomy) ? "journal.import.choice.own" : "journal.import.choice", column,
				Plain.clipped(CleanText.line(label)));
		return null;
	}

	private ActionState state(ActionState said) {
		String typed = otherwise(JournalColumn.STATE);
		if (typed == null || typed.isBlank()) {
			return said;
		}
		for (ActionState state : ActionState.values()) {
			if (Plain.key(this.words.state(state)).equals(Plain.key(typed))) {
				return state;
			}
		}
		refuse("journal.import.choice", JournalColumn.STATE, Plain.clipped(CleanText.line(typed)));
		return said;
	}

	private @Nullable KeptOn keptOn(@Nullable KeptOn said) {
		String typed = otherwise(JournalColumn.KEPT_ON);
		if (typed == null || typed.isBlank()) {
			return (typed == null) ? said : null;
		}
		for (KeptOn kept : KeptOn.values()) {
			if (Plain.key(this.words.keptOn(kept)).equals(Plain.key(typed))) {
				return kept;
			}
		}
		refuse("journal.import.choice", JournalColumn.KEPT_ON, Plain.clipped(CleanText.line(typed)));
		return said;
	}

	private @Nullable LocalDate day(JournalColumn column, @Nullable LocalDate said) {
		String typed = otherwise(column);
		if (typed == null || typed.isBlank()) {
			return (typed == null) ? said : null;
		}
		for (DateTimeFormatter format : DAYS) {
			try {
				return LocalDate.parse(CleanText.compact(typed), format);
			}
			catch (DateTimeParseException other) {
				// Perhaps the other way.
			}
		}
		refuse("journal.import.day", column, Plain.clipped(CleanText.line(typed)));
		return said;
	}

	private @Nullable Integer session(@Nullable Integer said) {
		String typed = otherwise(JournalColumn.SESSION);
		if (typed == null || typed.isBlank()) {
			return (typed == null) ? said : null;
		}
		Matcher rank = RANK.matcher(CleanText.line(typed));
		if (rank.matches()) {
			return Integer.valueOf(rank.group(1));
		}
		refuse("journal.import.session", JournalColumn.SESSION, Plain.clipped(CleanText.line(typed)));
		return said;
	}

	private @Nullable Integer number(JournalColumn column, @Nullable Integer said) {
		String typed = otherwise(column);
		if (typed == null || typed.isBlank() || UNKNOWN.contains(Plain.key(typed))) {
			return (typed == null) ? said : null;
		}
		String digits = CleanText.compact(typed);
		if (digits.matches("[0-9]{1,9}")) {
			return Integer.valueOf(digits);
		}
		refuse("journal.import.number", column, Plain.clipped(CleanText.line(typed)));
		return said;
	}

	private @Nullable BigDecimal hours(JournalColumn column, @Nullable BigDecimal said) {
		String typed = otherwise(column);
		if (typed == null || typed.isBlank() || UNKNOWN.contains(Plain.key(typed))) {
			return (typed == null) ? said : null;
		}
		try {
			return ActionDetails.Hours.of(this.conversion.convert(typed, Duration.class), null).contributed();
		}
		catch (ConversionException unreadable) {
			refuse("journal.import.hours", column, Plain.clipped(CleanText.line(typed)));
			return said;
		}
	}

	private boolean yes(JournalColumn column, boolean said) {
		String typed = otherwise(column);
		if (typed == null || typed.isBlank()) {
			return typed == null && said;
		}
		String key = Plain.key(typed);
		if (!YES.contains(key) && !NO.contains(key)) {
			refuse("journal.import.yesOrNo", column, Plain.clipped(CleanText.line(typed)));
		}
		return YES.contains(key);
	}

	private void refuse(String key, JournalColumn column, Object... more) {
		List<Object> args = new ArrayList<>(List.of(this.words.heading(column)));
		args.addAll(List.of(more));
		this.reasons.add(new Reason(key, args));
	}

}
