package fr.faireavec.signing;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;

/** What somebody who was at an individual meeting signed on its sheet. */
@Entity
class MeetingSignature extends Identified {

	private UUID meetingId;

	private UUID personId;

	private String strokes = "";

	private String written = "";

	private Instant signedAt;

	@SuppressWarnings("NullAway.Init")
	protected MeetingSignature() {
	}

	MeetingSignature(UUID id, UUID meetingId, UUID personId, Signature.Mark mark, Instant at) {
		super(id);
		this.meetingId = meetingId;
		this.personId = personId;
		this.strokes = mark.strokes();
		this.written = mark.written();
		this.signedAt = at;
	}

	UUID getMeetingId() {
		return this.meetingId;
	}

	UUID getPersonId() {
		return this.personId;
	}

	/** A second press sends the same. */
	boolean is(Signature.Mark mark) {
		return this.strokes.equals(mark.strokes()) && this.written.equals(mark.written());
	}

	Instant getSignedAt() {
		return this.signedAt;
	}

}
