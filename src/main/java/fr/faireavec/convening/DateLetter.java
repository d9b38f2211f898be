package fr.faireavec.convening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.convening.DateWriting.Answers;
import fr.faireavec.convening.ToldDates.ToldDate;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.replies.ReplyLinks;

import org.springframework.stereotype.Component;

/**
 * Convenes somebody, or tells them what became of dates they knew. What was overtaken
 * since it was posted is left out.
 */
@Component
class DateLetter implements LetterKind {

	static final String KIND = "convening.date";

	private final ToldDates told;

	private final DateWriting writing;

	private final DateFiles files;

	private final ReplyLinks links;

	DateLetter(ToldDates told, DateWriting writing, DateFiles files, ReplyLinks links) {
		this.told = told;
		this.writing = writing;
		this.files = files;
		this.links = links;
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
		Answers answers = (row) -> row.isMeeting() ? Optional.empty()
				: this.links.linkFor(envelope.recipientId(), row.id());
		Letter letter = this.writing.news(said, !envelope.name().isBlank(), answers);
		List<ToldDate> filed = said.stream().filter(ToldDate::withFile).toList();
		Map<UUID, CalendarRow> rows = this.writing.rows(filed.stream().map(ToldDate::entryId).toList());
		for (ToldDate date : filed) {
			CalendarRow row = rows.get(date.entryId());
			if (row != null) {
				letter = this.files.attach(letter, row, date.isGone(), date.toGuest(),
						() -> answers.linkFor(row).isPresent(), envelope);
			}
		}
		return (filed.size() < said.size()) ? letter.small(this.writing.say("followed")) : letter;
	}

}
