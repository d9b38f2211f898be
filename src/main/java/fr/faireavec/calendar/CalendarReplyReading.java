package fr.faireavec.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.faireavec.kernel.BaseUrl;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads what calendars answer. Anybody may write anything: only the few properties that
 * matter are taken, as text, from one event; no date, no zone, no link of theirs is
 * followed.
 */
@Component
public class CalendarReplyReading {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

	private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");

	private final Pattern uid;

	@Autowired
	CalendarReplyReading(BaseUrl base) {
		this(base.host());
	}

	CalendarReplyReading(String host) {
		this.uid = Pattern.compile("(?i)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@" + Pattern.quote(host));
	}

	/**
	 * Empty when it is about nothing of ours; what names a date of ours and cannot be
	 * read otherwise says so.
	 */
	public Optional<CalendarReply> read(String file) {
		Found found = new Found();
		try {
			new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(file)), found);
		}
		catch (IOException | ParserException | RuntimeException malformed) {
			found.events = 0;
		}
		if (found.events != 1 || found.uids.size() != 1) {
			return mentioned(file).map(CalendarReplyReading::unreadable);
		}
		return id(found.uids.getFirst()).map((id) -> found.attendees.size() != 1 ? unreadable(id)
				: new CalendarReply(id, found.attendees.getFirst(), found.said, found.sequence(), found.stamp()));
	}

	private Optional<UUID> mentioned(String file) {
		Matcher named = this.uid.matcher(FOLD.matcher(file).replaceAll(""));
		return named.find() ? Optional.of(UUID.fromString(named.group(1))) : Optional.empty();
	}

	private Optional<UUID> id(String name) {
		Matcher named = this.uid.matcher(name.strip());
		return named.matches() ? Optional.of(UUID.fromString(named.group(1))) : Optional.empty();
	}

	private static CalendarReply unreadable(UUID id) {
		return new CalendarReply(id, "", "", -1, null);
	}

	/** What is kept of the file while it is read. */
	private static final class Found implements ContentHandler {

		private static final String MAILTO = "mailto:";

		private final List<String> components = new ArrayList<>();

		private final List<String> uids = new ArrayList<>();

		private final List<String> attendees = new ArrayList<>();

		private int events;

		private String said = "";

		private String sequence = "0";

		private String stamp = "";

		private String property = "";

		@Override
		public void startCalendar() {
		}

		@Override
		public void endCalendar() {
		}

		@Override
		public void startComponent(String name) {
			this.components.add(name);
			if ("VEVENT".equalsIgnoreCase(name)) {
				this.events++;
			}
		}

		@Override
		public void endComponent(String name) {
			if (!this.components.isEmpty()) {
				this.components.removeLast();
			}
		}

		@Override
		public void startProperty(String name) {
			this.property = inTheEvent() ? name.toUpperCase(Locale.ROOT) : "";
		}

		@Override
		public void propertyValue(String value) {
			switch (this.property) {
				case "UID" -> this.uids.add(value);
				case "SEQUENCE" -> this.sequence = value.strip();
				case "DTSTAMP" -> this.stamp = value.strip();
				case "ATTENDEE" -> this.attendees.add(address(value));
				default -> {
				}
			}
		}

		@Override
		public void endProperty(String name) {
			this.property = "";
		}

		@Override
		public void parameter(String name, String value) {
			if ("ATTENDEE".equals(this.property) && "PARTSTAT".equalsIgnoreCase(name)) {
				this.said = value.strip().toUpperCase(Locale.ROOT);
			}
		}

		private boolean inTheEvent() {
			return this.components.size() == 1 && "VEVENT".equalsIgnoreCase(this.components.getLast());
		}

		private static String address(String value) {
			String link = value.strip().toLowerCase(Locale.ROOT);
			return link.startsWith(MAILTO) ? link.substring(MAILTO.length()) : "";
		}

		int sequence() {
			try {
				return Integer.parseInt(this.sequence);
			}
			catch (NumberFormatException unreadable) {
				return -1;
			}
		}

		@Nullable Instant stamp() {
			try {
				return LocalDateTime.parse(this.stamp, STAMP).toInstant(ZoneOffset.UTC);
			}
			catch (DateTimeException unreadable) {
				return null;
			}
		}

	}

}
