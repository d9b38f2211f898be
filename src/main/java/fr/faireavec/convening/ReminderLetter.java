package fr.faireavec.convening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.replies.ReplyLinks;

import org.springframework.stereotype.Component;

/** Reminds somebody of a date that is near. */
@Component
class ReminderLetter implements LetterKind {

	static final String KIND = "convening.reminder";

	private final ToldDates told;

	private final DateWriting writing;

	private final LetterPlanning planning;

	private final ReplyLinks links;

	private final Clock clock;

	ReminderLetter(ToldDates told, DateWriting writing, LetterPlanning planning, ReplyLinks links, Clock clock) {
		this.told = told;
		this.writing = writing;
		this.planning = planning;
		this.links = links;
		this.clock = clock;
	}

	@Override
	public String name() {
		return KIND;
	}

	@Override
	public boolean isOptional() {
		return true;
	}

	/** Late, it is of no use. */
	@Override
	public boolean canWait() {
		return false;
	}

	/** The date is still theirs, as they know it, and to come. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return this.told.holds(envelope.subjectId(), envelope.recipientId());
	}

	@Override
	public Letter render(Envelope envelope) {
		String occurrence = envelope.secret();
		if (occurrence == null) {
			throw new NotFound();
		}
		String note = this.planning.note(envelope.subjectId(), Occurrence.valueOf(occurrence), envelope.postedAt());
		return this.writing.reminder(envelope.subjectId(), LocalDate.ofInstant(this.clock.instant(), Zones.PARIS), note,
				this.told.isGuest(envelope.subjectId(), envelope.recipientId()),
				(row) -> row.isMeeting() ? Optional.empty() : this.links.linkFor(envelope.recipientId(), row.id()));
	}

}
