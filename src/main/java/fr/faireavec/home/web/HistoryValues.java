package fr.faireavec.home.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.AuditTrail;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the audit keeps as codes, ids and ISO dates, said as people say it. */
@Component
class HistoryValues {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");

	private final People people;

	private final MessageSource messages;

	private final Words words;

	HistoryValues(People people, MessageSource messages, Words words) {
		this.people = people;
		this.messages = messages;
		this.words = words;
	}

	/** For these entries: the people they name are read in one statement. */
	UnaryOperator<String> of(List<AuditTrail.Entry> entries) {
		Set<UUID> ids = entries.stream()
			.flatMap((entry) -> entry.changes().values().stream())
			.flatMap(List::stream)
			.filter(Objects::nonNull)
			.filter((value) -> ID.matcher(value).matches())
			.map(UUID::fromString)
			.collect(Collectors.toSet());
		Map<UUID, String> names = this.people.findAllById(ids)
			.stream()
			.collect(Collectors.toMap(Person::getId, Person::getName));
		return (value) -> inWords(value, names);
	}

	private String inWords(String value, Map<UUID, String> names) {
		if (ID.matcher(value).matches()) {
			return names.getOrDefault(UUID.fromString(value), this.words.say("home.history.somebody"));
		}
		if (DATE.matcher(value).matches()) {
			return this.words.french().date(LocalDate.parse(value));
		}
		if (MOMENT.matcher(value).matches()) {
			LocalDateTime moment = LocalDateTime.parse(value);
			return this.words.french().date(moment) + ", " + this.words.french().time(moment);
		}
		String said = this.messages.getMessage("history.value." + value, null, value, Locale.FRENCH);
		return (said != null) ? said : value;
	}

}
