package fr.faireavec.convening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import fr.faireavec.calendar.CalendarEvent;
import fr.faireavec.calendar.CalendarEvent.Status;
import fr.faireavec.kernel.BaseUrl;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says days and meetings as calendars show them. */
@Component
public class CalendarWords {

	private final MessageSource messages;

	private final BaseUrl base;

	CalendarWords(MessageSource messages, BaseUrl base) {
		this.messages = messages;
		this.base = base;
	}

	public CalendarEvent event(CalendarRow row) {
		return event(row, this.base.of(row.href()));
	}

	/** The same for whoever no page here opens to. */
	CalendarEvent eventAlone(CalendarRow row) {
		return event(row, "");
	}

	private CalendarEvent event(CalendarRow row, String page) {
		String joined = joinedAt(row);
		String place = joined.equals(row.place()) ? "" : row.place();
		return new CalendarEvent(row.id(), row.sequence(), status(row), row.slot().start(), row.slot().end(),
				new CalendarEvent.Words(title(row), description(row, joined, page), place, joined, page),
				row.changedAt());
	}

	private static Status status(CalendarRow row) {
		return row.cancelled() ? Status.CANCELLED : row.tentative() ? Status.TENTATIVE : Status.CONFIRMED;
	}

	/** « Pays des Sources, jour 3 : Écouter »; « Rendez-vous : Recyclerie du Canal ». */
	public String title(CalendarRow row) {
		return row.isMeeting() ? say("convening.meeting", String.valueOf(row.structure()))
				: say("convening.day", row.parcours(), String.valueOf(row.rank()), row.title());
	}

	/** The same for whoever knows the parcours: « jour 3 : Écouter ». */
	String shortTitle(CalendarRow row) {
		return row.isMeeting() ? title(row) : say("convening.day.short", String.valueOf(row.rank()), row.title());
	}

	/** What somebody's own calendar calls it; it names nobody. */
	public String feedName() {
		return say("convening.feed");
	}

	private String description(CalendarRow row, String joined, String page) {
		List<String> lines = new ArrayList<>();
		if (!row.cancelled() && row.halfDays().contains(",")) {
			lines.add(row.halfDays().replace(":", " h ").replaceAll(" h 00\\b", " h"));
		}
		if (row.isMeeting()) {
			lines.add(row.parcours());
			if (!row.title().isBlank()) {
				lines.add(row.title());
			}
		}
		if (!joined.isEmpty()) {
			lines.add(say("convening.join", joined));
		}
		if (!page.isEmpty()) {
			lines.add(page);
		}
		return String.join("\n", lines);
	}

	/** A meeting has one line for its place, be it a room or a link. */
	private static String joinedAt(CalendarRow row) {
		if (row.cancelled()) {
			return "";
		}
		String link = row.isMeeting() ? row.place() : row.videoLink();
		return link.matches("https?://\\S+") ? link : "";
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage(key, words, Locale.FRENCH);
	}

}
