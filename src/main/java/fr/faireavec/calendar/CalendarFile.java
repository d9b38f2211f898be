package fr.faireavec.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.Zones;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.parameter.XParameter;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Conference;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Writes iCalendar (RFC 5545, 5546, 7986). The same things always give the same bytes:
 * whoever fetches again sees that nothing changed.
 */
@Component
public class CalendarFile {

	/** How often a calendar asks again. */
	public static final Duration REFRESH = Duration.ofHours(4);

	private static final String PRODUCT = "-//Faire avec//Faire avec//FR";

	private final String host;

	@Autowired
	CalendarFile(BaseUrl base) {
		this(base.host());
	}

	CalendarFile(String host) {
		this.host = host;
	}

	/** All that somebody follows, for a calendar that subscribes. */
	public String feed(String name, List<CalendarEvent> events) {
		Calendar calendar = calendar(ImmutableMethod.PUBLISH);
		calendar.add(new Name(name));
		calendar.add(new XProperty("X-WR-CALNAME", name));
		calendar.add(new XProperty("X-WR-TIMEZONE", Zones.PARIS.getId()));
		calendar.add(new RefreshInterval(parameters(Value.DURATION), REFRESH.toString()));
		calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
		events.forEach((event) -> calendar.add(written(event)));
		return text(calendar);
	}

	/**
	 * Asks somebody to come, or says what changed.
	 * @param answered whether an answer sent from their calendar is read
	 */
	public String request(CalendarEvent event, Party organizer, Party attendee, boolean answered) {
		return invitation(ImmutableMethod.REQUEST, event, organizer, attendee, answered);
	}

	/** Says to somebody that it is not for them any more. */
	public String cancel(CalendarEvent event, Party organizer, Party attendee) {
		return invitation(ImmutableMethod.CANCEL, event, organizer, attendee, false);
	}

	/** Its name in every calendar, for ever. */
	public String uid(CalendarEvent event) {
		return event.id() + "@" + this.host;
	}

	private String invitation(Method method, CalendarEvent event, Party organizer, Party attendee, boolean answered) {
		Calendar calendar = calendar(method);
		VEvent written = written(event);
		written.add(new Organizer(parameters(new Cn(organizer.name())), mailto(organizer)));
		written.add(new Attendee(parameters(new Cn(attendee.name()), Role.REQ_PARTICIPANT, PartStat.NEEDS_ACTION,
				answered ? Rsvp.TRUE : Rsvp.FALSE), mailto(attendee)));
		calendar.add(written);
		return text(calendar);
	}

	private static Calendar calendar(Method method) {
		Calendar calendar = new Calendar();
		calendar.add(new ProdId(PRODUCT));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		calendar.add(method);
		calendar.add(ParisTime.zone());
		return calendar;
	}

	private VEvent written(CalendarEvent event) {
		CalendarEvent.Words words = event.words();
		VEvent written = new VEvent(false);
		written.add(new Uid(uid(event)));
		written.add(new Sequence(event.sequence()));
		written.add(new DtStamp(event.changedAt()));
		written.add(new LastModified(event.changedAt()));
		written.add(new DtStart<>(at(event.start())));
		written.add(new DtEnd<>(at(event.end())));
		written.add(new Status(event.status().name()));
		written.add(new Summary(words.title()));
		add(written, words.description(), new Description(words.description()));
		add(written, words.place(), new Location(words.place()));
		if (!words.videoLink().isEmpty()) {
			written.add(new Conference(parameters(Value.URI, new XParameter("FEATURE", "VIDEO")), words.videoLink()));
		}
		if (!words.page().isEmpty()) {
			written.add(new Url(URI.create(words.page())));
		}
		return written;
	}

	private static void add(VEvent event, String text, Property property) {
		if (!text.isEmpty()) {
			event.add(property);
		}
	}

	private static ZonedDateTime at(LocalDateTime said) {
		return said.atZone(Zones.PARIS);
	}

	private static ParameterList parameters(Parameter... parameters) {
		return new ParameterList(List.of(parameters));
	}

	private static URI mailto(Party party) {
		return URI.create("mailto:" + party.address().toLowerCase(Locale.ROOT));
	}

	private static String text(Calendar calendar) {
		StringWriter text = new StringWriter();
		try {
			new CalendarOutputter(false).output(calendar, text);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return Folding.byOctets(text.toString());
	}

	/** Who asks, or is asked. */
	public record Party(String name, String address) {
	}

}
