package fr.faireavec.convening;

import java.util.function.BooleanSupplier;

import fr.faireavec.calendar.CalendarEvent;
import fr.faireavec.calendar.CalendarFile;
import fr.faireavec.calendar.CalendarFile.Party;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.Sender;

import org.springframework.stereotype.Component;

/** What calendars do with the dates of a letter. */
@Component
class DateFiles {

	private final CalendarWords words;

	private final CalendarFile file;

	private final Sender sender;

	DateFiles(CalendarWords words, CalendarFile file, Sender sender) {
		this.words = words;
		this.file = file;
		this.sender = sender;
	}

	/**
	 * Says to the reader's calendar what the letter says: for whom it is no more, it is
	 * cancelled.
	 * @param guest whether no page here opens to them
	 * @param asked whether its reader is asked if they come
	 */
	Letter attach(Letter letter, CalendarRow row, boolean gone, boolean guest, BooleanSupplier asked,
			Envelope envelope) {
		CalendarEvent event = guest ? this.words.eventAlone(row) : this.words.event(row);
		Party organizer = new Party(this.sender.name(), this.sender.address());
		Party attendee = new Party(envelope.name().isBlank() ? envelope.address() : envelope.name(),
				envelope.address());
		String name = row.isMeeting() ? "rendez-vous-" + row.slot().start().toLocalDate() : "jour-" + row.rank();
		return gone ? letter.calendar("CANCEL", name, this.file.cancel(event.cancelled(), organizer, attendee))
				: letter.calendar("REQUEST", name,
						this.file.request(event, organizer, attendee, this.sender.isRead() && asked.getAsBoolean()));
	}

}
