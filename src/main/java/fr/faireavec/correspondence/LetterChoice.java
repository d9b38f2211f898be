package fr.faireavec.correspondence;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** What the animation decided of one letter that waits. */
@Entity
class LetterChoice extends Identified {

	private UUID parcoursId;

	private UUID subjectId;

	@Enumerated(EnumType.STRING)
	private Occurrence occurrence;

	private String note = "";

	private @Nullable Instant pausedAt;

	private @Nullable Instant hastenedAt;

	private @Nullable Instant usedAt;

	@SuppressWarnings("NullAway.Init")
	protected LetterChoice() {
	}

	LetterChoice(UUID id, UUID parcoursId, UUID subjectId, Occurrence occurrence) {
		super(id);
		this.parcoursId = parcoursId;
		this.subjectId = subjectId;
		this.occurrence = occurrence;
	}

	void say(String newNote) {
		this.note = newNote.strip();
	}

	void pause(Instant at) {
		if (this.pausedAt == null) {
			this.pausedAt = at;
			this.hastenedAt = null;
		}
	}

	void resume() {
		this.pausedAt = null;
	}

	void hasten(Instant at) {
		this.pausedAt = null;
		this.hastenedAt = at;
	}

	/** It left: what comes next is another letter. */
	void use(Instant at) {
		this.usedAt = at;
	}

	UUID getParcoursId() {
		return this.parcoursId;
	}

	UUID getSubjectId() {
		return this.subjectId;
	}

	Occurrence getOccurrence() {
		return this.occurrence;
	}

	String getNote() {
		return this.note;
	}

	boolean isPaused() {
		return this.pausedAt != null;
	}

	boolean isHastened() {
		return this.hastenedAt != null;
	}

	@Nullable Instant getUsedAt() {
		return this.usedAt;
	}

}
