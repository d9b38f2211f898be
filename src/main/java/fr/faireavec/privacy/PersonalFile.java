package fr.faireavec.privacy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalDataHolder.Excerpt;
import fr.faireavec.kernel.PersonalDataHolder.Fate;
import fr.faireavec.kernel.PersonalDataHolder.Obstacle;
import fr.faireavec.kernel.PersonalDataHolder.Subject;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.privacy.Mentions.Look;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is held about somebody, gathered from every room: as many statements
 * however many rooms there are.
 */
@Component
@Transactional(readOnly = true)
public class PersonalFile {

	private static final TypeReference<List<Map<String, @Nullable Object>>> ROWS = new TypeReference<>() {
	};

	/** In this order; the others follow. */
	private static final List<String> FIRST = List.of("privacy.section.person", "privacy.section.names",
			"privacy.section.account", "privacy.section.mandates", "privacy.section.signed",
			"privacy.section.facilitated", "privacy.section.readings", "privacy.section.attendance",
			"privacy.section.seals", "privacy.section.meetings", "privacy.section.meetingsHeld",
			"privacy.section.actions", "privacy.section.confirmed", "privacy.section.bilans",
			"privacy.section.requests", "privacy.section.letters");

	private final List<PersonalDataHolder> holders;

	private final Subjects subjects;

	private final Mentions mentions;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	PersonalFile(List<PersonalDataHolder> holders, Subjects subjects, Mentions mentions, JdbcClient jdbc,
			JsonMapper json) {
		this.holders = List.copyOf(holders);
		this.subjects = subjects;
		this.mentions = mentions;
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Whom it is about, as others know them. */
	public Subject subject(UUID personId) {
		return this.subjects.of(personId);
	}

	/** What is held, kind by kind; kinds of which there is nothing are left out. */
	public List<Section> sections(UUID personId) {
		List<Excerpt> excerpts = all(PersonalDataHolder::excerpts).toList();
		List<@Nullable String> told = each(excerpts.stream().map(Excerpt::sql).toList(),
				"SELECT json_agg(row_to_json(x))::text FROM (%s) AS x", subject(personId));
		List<Section> sections = new ArrayList<>();
		for (int i = 0; i < excerpts.size(); i++) {
			String rows = told.get(i);
			if (rows != null) {
				sections.add(section(excerpts.get(i).title(), this.json.readValue(rows, ROWS)));
			}
		}
		sections.sort(Comparator.comparingInt((section) -> {
			int place = FIRST.indexOf(section.title());
			return (place < 0) ? FIRST.size() : place;
		}));
		return List.copyOf(sections);
	}

	private static Section section(String title, List<Map<String, @Nullable Object>> told) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		for (Map<String, @Nullable Object> row : told) {
			List<@Nullable Object> cells = new ArrayList<>();
			row.values().forEach((cell) -> cells.add(typed(cell)));
			rows.add(cells);
		}
		return new Section(title, List.copyOf(told.getFirst().keySet()), rows);
	}

	/** What erasing would do. */
	public Prospect prospect(UUID personId) {
		Subject subject = subject(personId);
		return prospect(subject, this.mentions.of(subject));
	}

	/** The same, where it is known already which texts name them. */
	public Prospect prospect(Subject subject, Look look) {
		List<Fate> fates = all(PersonalDataHolder::fates).toList();
		List<@Nullable String> counts = each(fates.stream().map(Fate::sql).toList(), "(%s)::text", subject);
		Map<String, Outcome> gone = new LinkedHashMap<>();
		List<Outcome> kept = new ArrayList<>();
		for (int i = 0; i < fates.size(); i++) {
			Outcome outcome = new Outcome(fates.get(i).what(), Long.parseLong(String.valueOf(counts.get(i))),
					fates.get(i).keptBecause());
			if (outcome.count() > 0 && outcome.isKept()) {
				kept.add(outcome);
			}
			else if (outcome.count() > 0) {
				gone.merge(outcome.what(), outcome, Outcome::and);
			}
		}
		look.mentions()
			.forEach((mention) -> gone.merge(mention.title(), new Outcome(mention.title(), mention.count(), null),
					Outcome::and));
		return new Prospect(List.copyOf(gone.values()), kept, hindrances(subject));
	}

	List<Hindrance> hindrances(Subject subject) {
		List<Obstacle> obstacles = all(PersonalDataHolder::obstacles).toList();
		List<@Nullable String> told = each(obstacles.stream().map(Obstacle::sql).toList(),
				"SELECT json_agg(x.name)::text FROM (%s) AS x (name)", subject);
		List<Hindrance> hindrances = new ArrayList<>();
		for (int i = 0; i < obstacles.size(); i++) {
			String names = told.get(i);
			String key = obstacles.get(i).messageKey();
			if (names != null) {
				for (String name : this.json.readValue(names, String[].class)) {
					hindrances.add(new Hindrance(key, name));
				}
			}
		}
		return hindrances;
	}

	/** Each answer as text, in the order asked, in one statement. */
	private List<@Nullable String> each(List<String> questions, String around, Subject subject) {
		StringBuilder sql = new StringBuilder("SELECT ARRAY[");
		for (int i = 0; i < questions.size(); i++) {
			sql.append((i > 0) ? ", (" : "(").append(around.formatted(questions.get(i))).append(')');
		}
		return this.jdbc.sql(sql.append("]::text[]").toString())
			.params(PersonalRecords.parameters(subject, Instant.EPOCH))
			.query((row, number) -> java.util.Arrays.<@Nullable String>asList((String[]) row.getArray(1).getArray()))
			.single();
	}

	private <T> Stream<T> all(Function<PersonalDataHolder, List<T>> part) {
		return this.holders.stream().flatMap((holder) -> part.apply(holder).stream());
	}

	/** JSON has no dates and no hours: what looks like one is read as one. */
	private static @Nullable Object typed(@Nullable Object cell) {
		if (!(cell instanceof String text) || !text.matches("\\d{4}-\\d{2}-\\d{2}([T ].*)?|\\d{2}:\\d{2}:\\d{2}")) {
			return cell;
		}
		try {
			if (text.length() == "09:30:00".length()) {
				return LocalTime.parse(text);
			}
			if (text.length() == "2026-09-01".length()) {
				return LocalDate.parse(text);
			}
			return text.matches(".*(Z|[+-]\\d{2}:\\d{2})") ? OffsetDateTime.parse(text).toInstant()
					: LocalDateTime.parse(text);
		}
		catch (DateTimeException notOne) {
			return text;
		}
	}

	/**
	 * One table for the reader: a message key as its title; columns as table.column of
	 * the schema; cells are texts, numbers, booleans, dates, hours, moments, or null.
	 */
	public record Section(String title, List<String> columns, List<List<@Nullable Object>> rows) {
	}

	/**
	 * What becomes of so many of one kind; message keys say what, and why when it stays.
	 */
	public record Outcome(String what, long count, @Nullable String keptBecause) {

		public boolean isKept() {
			return this.keptBecause != null;
		}

		Outcome and(Outcome more) {
			return new Outcome(this.what, this.count + more.count, this.keptBecause);
		}

	}

	/** Something to do first: a message key, and what it names. */
	public record Hindrance(String messageKey, String name) {
	}

	/** What would go, what would stay, and what must be done first. */
	public record Prospect(List<Outcome> gone, List<Outcome> kept, List<Hindrance> obstacles) {

		public boolean isPossible() {
			return this.obstacles.isEmpty();
		}

	}

}
