package fr.faireavec.convening;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.convening.DateHistory.Why;
import fr.faireavec.convening.ToldDates.ToldDate;
import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Letter;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.FrenchFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of letters about dates: one in full, several in a list. */
@Component
class DateWriting {

	private final CalendarRows rows;

	private final DateHistory history;

	private final LetterPlanning planning;

	private final CalendarWords words;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final BaseUrl base;

	DateWriting(CalendarRows rows, DateHistory history, LetterPlanning planning, CalendarWords words,
			FrenchFormat french, MessageSource messages, BaseUrl base) {
		this.rows = rows;
		this.history = history;
		this.planning = planning;
		this.words = words;
		this.french = french;
		this.messages = messages;
		this.base = base;
	}

	/**
	 * What became of these dates.
	 * @param naming whether it may name people: not to an address that may be a
	 * stranger's
	 * @param answers where its reader says whether they come
	 */
	Letter news(List<ToldDate> said, boolean naming, Answers answers) {
		Map<UUID, CalendarRow> found = rows(said.stream().map(ToldDate::entryId).toList());
		List<Entry> entries = said.stream().map((date) -> entry(date, row(found, date.entryId()))).toList();
		return (entries.size() == 1) ? alone(entries.getFirst(), naming, answers) : together(entries);
	}

	/** That a date is near, on that day. */
	Letter reminder(UUID entryId, LocalDate today, String note, boolean guest, Answers answers) {
		CalendarRow row = row(rows(List.of(entryId)), entryId);
		long days = ChronoUnit.DAYS.between(today, row.slot().start().toLocalDate());
		String soon = (days < 1) ? say("reminder.today") : this.french.count(days, "convening.letter.reminder");
		Letter letter = Letter.about(say("reminder.subject", soon, this.words.title(row))).text(say("reminder.text"));
		return opened(with(note, whereabouts(letter, row)), row, guest, answers);
	}

	/** That what was said that day is written. */
	Letter minutes(UUID entryId, String note) {
		CalendarRow row = row(rows(List.of(entryId)), entryId);
		Letter letter = Letter.about(say("minutes.subject", this.words.title(row)))
			.text(say("minutes.text", this.french.day(row.slot().start())));
		return with(note, letter).button(say("minutes.open"), this.base.of(row.href()));
	}

	/** Where a preview says whether one comes: on the day's page, as who is signed in. */
	Optional<String> onItsPage(CalendarRow row) {
		return row.isMeeting() ? Optional.empty() : Optional.of(this.base.of(row.href()));
	}

	Map<UUID, CalendarRow> rows(List<UUID> entryIds) {
		return entryIds.isEmpty() ? Map.of()
				: this.rows.these(entryIds).stream().collect(Collectors.toMap(CalendarRow::id, Function.identity()));
	}

	String shortTitle(CalendarRow row) {
		return this.words.shortTitle(row);
	}

	private Entry entry(ToldDate date, CalendarRow row) {
		Why why = switch (date.news()) {
			case CANCELLED, MOVED -> this.history.why(row.id());
			default -> Why.NONE;
		};
		return new Entry(row, date, why, this.planning.note(row.id(), date.news(), date.writtenAt()));
	}

	private Letter alone(Entry entry, boolean naming, Answers answers) {
		CalendarRow row = entry.row();
		TimeSlot shown = entry.shown();
		String who = naming ? this.history.changedBy(row.id()).orElseGet(() -> say("somebody")) : say("somebody");
		Letter letter = Letter
			.about(say(entry.what() + ".subject", this.words.title(row), this.french.day(shown.start())))
			.text(say(entry.what() + ".text", this.words.title(row), who));
		if (entry.told().isGone()) {
			return with(entry.note(), explained(letter.fact(say("planned"), when(shown)), entry));
		}
		TimeSlot before = entry.before();
		if (before != null) {
			letter = letter.fact(say("before"), when(before));
		}
		return opened(with(entry.note(), explained(whereabouts(letter, row), entry)), row, entry.told().toGuest(),
				answers);
	}

	/** To a guest, no page here opens. */
	private Letter opened(Letter letter, CalendarRow row, boolean guest, Answers answers) {
		return guest ? letter
				: answers.linkFor(row)
					.map((link) -> letter.button(say("answer"), link))
					.orElse(letter)
					.button(say("open"), this.base.of(row.href()));
	}

	private Letter explained(Letter letter, Entry entry) {
		String why = entry.why().words();
		return why.isEmpty() ? letter : letter.fact(say("reason"), why);
	}

	private Letter whereabouts(Letter about, CalendarRow row) {
		Letter letter = about.fact(say("when"), when(row.slot()));
		if (!row.place().isEmpty()) {
			letter = letter.fact(say("where"), row.place());
		}
		letter = row.videoLink().isEmpty() ? letter : letter.fact(say("joined"), row.videoLink());
		return row.toBring().isEmpty() ? letter : letter.fact(say("bring"), row.toBring());
	}

	private Letter together(List<Entry> entries) {
		boolean convened = entries.stream().allMatch((entry) -> entry.told().news() == Occurrence.CONVENED);
		String what = convened ? "dates" : "changes";
		Letter letter = Letter.about(say(what + ".subject", entries.size())).text(say(what + ".text", entries.size()));
		for (Entry entry : entries) {
			TimeSlot before = entry.before();
			String line = this.words.title(entry.row()) + ", " + when(entry.shown())
					+ ((before != null) ? say("line.before", when(before)) : "")
					+ (entry.why().words().isEmpty() ? "" : say("line.reason", entry.why().words()));
			letter = with(entry.note(), letter.fact(say(entry.what() + ".line"), line));
		}
		boolean guest = entries.getFirst().told().toGuest();
		return guest ? letter : letter.button(say("agenda"), this.base.of("/agenda"));
	}

	private static Letter with(String note, Letter letter) {
		return note.isEmpty() ? letter : letter.text(note);
	}

	private static CalendarRow row(Map<UUID, CalendarRow> found, UUID id) {
		return Optional.ofNullable(found.get(id)).orElseThrow(NotFound::new);
	}

	private String when(TimeSlot slot) {
		return this.french.fullDay(slot.start()) + ", " + this.french.hours(slot.start(), slot.end());
	}

	String say(String key, Object... args) {
		return this.messages.getMessage("convening.letter." + key, args, Locale.FRENCH);
	}

	/** Where somebody says whether they come to a day. */
	@FunctionalInterface
	interface Answers {

		/** Empty where nothing is asked. */
		Optional<String> linkFor(CalendarRow row);

	}

	/**
	 * One date in a letter.
	 *
	 * @param note what the animation adds
	 */
	private record Entry(CalendarRow row, ToldDate told, Why why, String note) {

		/** The hours it is known by: those its reader knows, of what is gone. */
		TimeSlot shown() {
			TimeSlot read = this.told.read();
			return (this.told.isGone() && read != null) ? read : this.row.slot();
		}

		/** The hours that changed. */
		@Nullable TimeSlot before() {
			TimeSlot read = this.told.read();
			return (this.told.isGone() || this.row.slot().equals(read)) ? null : read;
		}

		/** Which words say it. */
		String what() {
			return switch (this.told.news()) {
				case MOVED -> (before() != null) ? "moved" : "placed";
				case CANCELLED -> this.why.givenUp() ? "cancelled" : "postponed";
				case NOT_THEIRS -> "notYours";
				default -> "convened";
			};
		}

	}

}
