package fr.faireavec.audit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fr.faireavec.web.FrenchFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the audit keeps as codes, ids and ISO dates, said as people say it. */
@Component
public class AuditWording {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");

	private static final Pattern SLOT = Pattern
		.compile("(\\d{2})/(\\d{2})/(\\d{4}) (\\d{1,2}:\\d{2})–(\\d{1,2}:\\d{2})");

	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");

	private static final Set<String> HOURS = Set.of("contributedHours", "volunteerHours");

	private static final Set<String> EUROS = Set.of("amount", "valuedAmount", "eurosPerHour");

	/** For machines: nobody reads a fingerprint. */
	private static final Set<String> UNSAID = Set.of("sha256");

	private final JdbcClient jdbc;

	private final MessageSource messages;

	private final FrenchFormat french;

	AuditWording(JdbcClient jdbc, MessageSource messages, FrenchFormat french) {
		this.jdbc = jdbc;
		this.messages = messages;
		this.french = french;
	}

	/** These entries as sentences: the people they name are read in one statement. */
	public List<Line> lines(List<AuditTrail.Entry> entries) {
		Map<UUID, String> names = names(entries);
		return entries.stream().map((entry) -> line(entry, names)).toList();
	}

	private Line line(AuditTrail.Entry entry, Map<UUID, String> names) {
		List<String> details = new ArrayList<>();
		String name = names.get(entry.subject());
		if (name != null && !entry.label().contains(name)) {
			// Of whom it is, where the sentence does not say it.
			details.add(say("audit.about", name));
		}
		for (Map.Entry<String, List<@Nullable String>> change : entry.changes().entrySet()) {
			if (!UNSAID.contains(change.getKey())) {
				details.add(detail(change, names));
			}
		}
		return new Line(entry.id(), entry.at(), this.french.moment(entry.at()),
				(entry.actor() != null) ? entry.actor() : say("audit.application"),
				say("history." + entry.what(), entry.label()), entry.parcours(), List.copyOf(details));
	}

	private String detail(Map.Entry<String, List<@Nullable String>> change, Map<UUID, String> names) {
		String field = say("history.field." + change.getKey());
		String before = inWords(change.getKey(), change.getValue().getFirst(), names);
		String after = inWords(change.getKey(), change.getValue().getLast(), names);
		if (before == null) {
			return say("audit.set", field, (after != null) ? after : "");
		}
		return (after == null) ? say("audit.removed", field, before) : say("audit.changed", field, before, after);
	}

	private Map<UUID, String> names(List<AuditTrail.Entry> entries) {
		Set<UUID> ids = entries.stream()
			.flatMap((entry) -> entry.changes().values().stream())
			.flatMap(List::stream)
			.filter(Objects::nonNull)
			.filter((value) -> ID.matcher(value).matches())
			.map(UUID::fromString)
			.collect(Collectors.toSet());
		entries.forEach((entry) -> ids.add(entry.subject()));
		Map<UUID, String> names = new HashMap<>();
		this.jdbc.sql("""
				SELECT q.id, p.given_name || ' ' || p.family_name AS name
				FROM person q JOIN person p ON p.id = coalesce(q.reunited_with, q.id) WHERE q.id IN (:ids)""")
			.param("ids", ids.isEmpty() ? Set.of(new UUID(0, 0)) : ids)
			.query((row, n) -> names.put(row.getObject("id", UUID.class), row.getString("name")))
			.list();
		return names;
	}

	private @Nullable String inWords(String field, @Nullable String value, Map<UUID, String> names) {
		if (value == null) {
			return null;
		}
		if (ID.matcher(value).matches()) {
			return names.getOrDefault(UUID.fromString(value), say("audit.somebody"));
		}
		if (NUMBER.matcher(value).matches()) {
			return counted(field, new BigDecimal(value));
		}
		String dated = dated(value);
		return (dated != null) ? dated : known("history.value." + value, value);
	}

	/** Hours, euros and decimals; any other number stays as it was written. */
	private String counted(String field, BigDecimal number) {
		if (HOURS.contains(field)) {
			return this.french.duration(number);
		}
		if (EUROS.contains(field)) {
			return this.french.euros(number);
		}
		return (number.scale() > 0) ? this.french.number(number) : number.toPlainString();
	}

	/** « 10/12/2026 9:30–16:30 », as the programme writes it. */
	private @Nullable String slot(String value) {
		Matcher slot = SLOT.matcher(value);
		if (!slot.matches()) {
			return null;
		}
		LocalDate day = LocalDate.of(Integer.parseInt(slot.group(3)), Integer.parseInt(slot.group(2)),
				Integer.parseInt(slot.group(1)));
		return this.french.date(day) + ", " + this.french.hours(hour(slot.group(4)), hour(slot.group(5)));
	}

	private static LocalTime hour(String written) {
		return LocalTime.parse((written.length() < 5) ? "0" + written : written);
	}

	/**
	 * A date or a moment as people say it; null for a text, even one that looks like a
	 * date.
	 */
	private @Nullable String dated(String value) {
		try {
			if (DATE.matcher(value).matches()) {
				return this.french.date(LocalDate.parse(value));
			}
			if (MOMENT.matcher(value).matches()) {
				LocalDateTime moment = LocalDateTime.parse(value);
				return this.french.date(moment) + ", " + this.french.time(moment);
			}
			return slot(value);
		}
		catch (DateTimeException noSuchDay) {
			return null;
		}
	}

	/** A fact whose sentence was lost is shown by its code: no page falls for it. */
	private String say(String key, Object... args) {
		return known(key, key, args);
	}

	private String known(String key, String otherwise, Object... args) {
		String said = this.messages.getMessage(key, args, otherwise, Locale.FRENCH);
		return (said != null) ? said : otherwise;
	}

	/** One thing that happened. */
	public record Line(UUID id, Instant at, String when, String who, String what, @Nullable String parcours,
			List<String> details) {
	}

}
