package fr.faireavec.journal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says an action in the cells of a table, each as its form says it. */
@Component
class JournalWords {

	/** Between several choices in one cell. */
	static final String BETWEEN = " | ";

	/** As French spreadsheets read a day, and write it again. */
	static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

	private final MessageSource messages;

	JournalWords(MessageSource messages) {
		this.messages = messages;
	}

	String heading(JournalColumn column) {
		return say("journal.column." + column);
	}

	String state(ActionState state) {
		return say("journal.state." + state);
	}

	String keptOn(KeptOn kept) {
		return say("journal.keptOn." + kept);
	}

	String yesOrNo(boolean yes) {
		return say(yes ? "journal.yes" : "journal.no");
	}

	/** Every column of an action as it stands. */
	Map<JournalColumn, String> row(LoggedAction action) {
		Map<JournalColumn, String> row = new EnumMap<>(JournalColumn.class);
		ActionDetails details = action.getDetails();
		OwnWords own = details.own();
		row.put(JournalColumn.ID, action.getId().toString());
		row.put(JournalColumn.VERSION, String.valueOf(action.getVersion()));
		row.put(JournalColumn.STRUCTURE, action.getEnrolment().getStructure().getName());
		row.put(JournalColumn.TITLE, action.getTitle());
		row.put(JournalColumn.DESCRIPTION, action.getDescription());
		row.put(JournalColumn.THEME, otherwise(label(action.getTheme()), own.theme()));
		row.put(JournalColumn.LEVEL, label(action.getLevel()));
		row.put(JournalColumn.LEVERS, otherwise(labels(action.chosen(Taxonomy.LEVER)), own.lever()));
		row.put(JournalColumn.INSTRUMENT, otherwise(label(action.getInstrument()), own.instrument()));
		row.put(JournalColumn.STATE, state(action.getState()));
		row.put(JournalColumn.STARTS_ON, day(details.when().startsOn()));
		row.put(JournalColumn.ENDS_ON, day(details.when().endsOn()));
		row.put(JournalColumn.SESSION, session(action.getTiedSession()));
		row.put(JournalColumn.PEOPLE_REACHED, number(details.who().peopleReached()));
		row.put(JournalColumn.PEOPLE_INVOLVED, number(details.who().peopleInvolved()));
		row.put(JournalColumn.SERVICE_USERS,
				otherwise(labels(action.chosen(Taxonomy.SERVICE_USER)), own.serviceUser()));
		row.put(JournalColumn.ROLES, otherwise(labels(action.chosen(Taxonomy.ROLE)), own.role()));
		row.put(JournalColumn.CONTRIBUTED_HOURS, hours(details.hours().contributed()));
		row.put(JournalColumn.VOLUNTEER_HOURS, hours(details.hours().volunteer()));
		row.put(JournalColumn.LEARNING, action.getLearning());
		row.put(JournalColumn.EFFECTS, otherwise(labels(action.chosen(Taxonomy.EFFECT)), own.effect()));
		row.put(JournalColumn.RECOGNITIONS, otherwise(labels(action.chosen(Taxonomy.RECOGNITION)), own.recognition()));
		KeptOn kept = details.outcome().keptOn();
		row.put(JournalColumn.KEPT_ON, (kept != null) ? keptOn(kept) : "");
		ActionDetails.Sharing sharing = details.sharing();
		row.put(JournalColumn.SHARED_COHORT, yesOrNo(sharing.cohort()));
		row.put(JournalColumn.SHARED_LIBRARY, yesOrNo(sharing.library()));
		row.put(JournalColumn.LIBRARY_NAMED, yesOrNo(sharing.named()));
		row.put(JournalColumn.LIBRARY_NEWS, yesOrNo(sharing.news()));
		row.put(JournalColumn.SHARED_BILAN, yesOrNo(sharing.bilan()));
		return row;
	}

	private static String label(@Nullable TaxonomyEntry entry) {
		return (entry != null) ? entry.getLabel() : "";
	}

	private static String labels(Collection<TaxonomyEntry> entries) {
		return entries.stream().map(TaxonomyEntry::getLabel).collect(Collectors.joining(BETWEEN));
	}

	/** What the list offered, then what it did not: « autre : … ». */
	private String otherwise(String labels, String own) {
		String other = own.isEmpty() ? ""
				: this.messages.getMessage("journal.own.said", new Object[] { own }, Locale.FRENCH);
		return (labels.isEmpty() || other.isEmpty()) ? labels + other : labels + BETWEEN + other;
	}

	private static String day(@Nullable LocalDate day) {
		return (day != null) ? DAY.format(day) : "";
	}

	private String session(@Nullable CollectiveSession session) {
		return (session != null) ? String.valueOf(session.getRank()) : "";
	}

	private static String number(@Nullable Integer number) {
		return (number != null) ? number.toString() : "";
	}

	private static String hours(@Nullable BigDecimal hours) {
		return (hours != null) ? hours.toPlainString().replace('.', ',') : "";
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

	/** All headings, in their order. */
	List<String> headings() {
		return List.of(JournalColumn.values()).stream().map(this::heading).toList();
	}

}
