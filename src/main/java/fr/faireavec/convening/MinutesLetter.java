package fr.faireavec.convening;

import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;

import org.springframework.stereotype.Component;

/** Says to those a day was for that its minutes are there. */
@Component
class MinutesLetter implements LetterKind {

	static final String KIND = "convening.minutes";

	private final MinutesTelling minutes;

	private final DateWriting writing;

	private final LetterPlanning planning;

	MinutesLetter(MinutesTelling minutes, DateWriting writing, LetterPlanning planning) {
		this.minutes = minutes;
		this.writing = writing;
		this.planning = planning;
	}

	@Override
	public String name() {
		return KIND;
	}

	@Override
	public boolean isOptional() {
		return true;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return this.minutes.areThere(envelope.subjectId());
	}

	@Override
	public Letter render(Envelope envelope) {
		return this.writing.minutes(envelope.subjectId(),
				this.planning.note(envelope.subjectId(), Occurrence.MINUTES, envelope.postedAt()));
	}

}
