package fr.faireavec.convening;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.convening.ToldDates.ToldDate;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.FrenchFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Convenes somebody, or tells them what became of dates they knew: one in full, several
 * in a list. What was overtaken since it was posted is left out.
 */
@Component
class DateLetter implements LetterKind {

	static final String KIND = "convening.date";

	private final ToldDates told;

	private final CalendarRows rows;

	private final DateHistory history;

	private final CalendarWords words;

	private final DateFiles files;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final BaseUrl base;

	DateLetter(ToldDates told, CalendarRows rows, DateHistory history, CalendarWords words, DateFiles files,
			FrenchFormat french, MessageSource messages, BaseUrl base) {
		this.told = told;
		this.rows = rows;
		this.history = history;
		this.words = words;
		this.files = files;
		this.french = french;
		this.messages = messages;
		this.base = base;
	}

	@Override
	public String name() {
		return KIND;
	}

	/** It has a last word to say. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return !this.told.of(envelope.subjectId(), envelope.recipientId()).isEmpty();
	}

	@Override
	public Letter render(Envelope envelope) {
		List<ToldDate> said = this.told.of(envelope.subjectId(), envelope.recipientId());
		if (said.isEmpty()) {
			throw new NotFound();
		}
		Map<UUID, CalendarRow> rows = this.rows.these(said.stream().map(ToldDate::entryId).toList())
			.stream()
			.collect(Collectors.toMap(CalendarRow::id, Function.identity()));
		List<Entry> entries = said.stream().map((date) -> entry(date, rows)).toList();
		Letter letter = (entries.size() == 1) ? alone(entries.getFirst()) : together(entries);
		for (Entry entry : entries) {
			if (entry.told().withFile()) {
				letter = this.files.attach(letter, entry.row(), entry.told().news().isGone(), envelope);
			}
		}
		return said.stream().anyMatch((date) -> !date.withFile()) ? letter.small(say("followed")) : letter;
	}

	private Entry entry(ToldDate date, Map<UUID, CalendarRow> rows) {
		CalendarRow row = Optional.ofNullable(rows.get(date.entryId())).orElseThrow(NotFound::new);
		Optional<String> reason = (date.news() == DateNews.CANCELLED) ? this.history.reason(row.id())
				: Optional.empty();
		return new Entry(row, date, reason.orElse(""));
	}

	private Letter alone(Entry entry) {
		CalendarRow row = entry.row();
		TimeSlot shown = entry.shown();
		String who = this.history.changedBy(row.id()).orElseGet(() -> say("somebody"));
		Letter letter = Letter
			.about(say(entry.what() + ".subject", this.words.title(row), this.french.day(shown.start())))
			.text(say(entry.what() + ".text", this.words.title(row), who));
		if (entry.isGone()) {
			letter = letter.fact(say("before"), when(shown));
			return entry.reason().isEmpty() ? letter : letter.fact(say("reason"), entry.reason());
		}
		TimeSlot before = entry.before();
		if (before != null) {
			letter = letter.fact(say("before"), when(before));
		}
		letter = letter.fact(say("when"), when(row.slot()));
		if (!row.place().isEmpty()) {
			letter = letter.fact(say("where"), row.place());
		}
		if (!row.videoLink().isEmpty()) {
			letter = letter.fact(say("joined"), row.videoLink());
		}
		return letter.button(say("open"), this.base.of(row.href()));
	}

	private Letter together(List<Entry> entries) {
		boolean convened = entries.stream().allMatch((entry) -> entry.told().news() == DateNews.CONVENED);
		String what = convened ? "dates" : "changes";
		Letter letter = Letter.about(say(what + ".subject", entries.size())).text(say(what + ".text", entries.size()));
		for (Entry entry : entries) {
			TimeSlot before = entry.before();
			String line = this.words.title(entry.row()) + ", " + when(entry.shown())
					+ (before != null ? say("line.before", when(before)) : "")
					+ (entry.reason().isEmpty() ? "" : say("line.reason", entry.reason()));
			letter = letter.fact(say(entry.what() + ".line"), line);
		}
		return letter.button(say("agenda"), this.base.of("/agenda"));
	}

	private String when(TimeSlot slot) {
		LocalDateTime start = slot.start();
		return this.french.fullDay(start) + ", " + this.french.hours(start, slot.end());
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage("convening.letter." + key, args, Locale.FRENCH);
	}

	/**
	 * One date in a letter.
	 *
	 * @param reason why it was given up; empty for one that waits for another date
	 */
	private record Entry(CalendarRow row, ToldDate told, String reason) {

		boolean isGone() {
			return this.told.news().isGone();
		}

		/** The hours it is known by: those its reader knows, of what is gone. */
		TimeSlot shown() {
			TimeSlot read = this.told.read();
			return (isGone() && read != null) ? read : this.row.slot();
		}

		/** The hours that changed. */
		@Nullable TimeSlot before() {
			TimeSlot read = this.told.read();
			return (isGone() || this.row.slot().equals(read)) ? null : read;
		}

		/** Which words say it. */
		String what() {
			return switch (this.told.news()) {
				case CONVENED -> "convened";
				case MOVED -> (before() != null) ? "moved" : "placed";
				case CANCELLED -> this.reason.isEmpty() ? "postponed" : "cancelled";
				case NOT_THEIRS -> "notYours";
			};
		}

	}

}
