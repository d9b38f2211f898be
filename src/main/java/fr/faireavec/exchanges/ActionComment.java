package fr.faireavec.exchanges;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** What somebody says about an action to those who may read it. */
@Entity
class ActionComment extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private LoggedAction action;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Person author;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Enrolment enrolment;

	private String words;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	private Instant writtenAt;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	private @Nullable Instant correctedAt;

	@SuppressWarnings("NullAway.Init")
	protected ActionComment() {
	}

	/**
	 * @param enrolment whose structure the author stands for; null for the animation
	 */
	ActionComment(UUID id, LoggedAction action, Person author, @Nullable Enrolment enrolment, String words,
			Instant at) {
		super(id);
		this.action = action;
		this.author = author;
		this.enrolment = enrolment;
		this.words = words.strip();
		this.writtenAt = at;
	}

	/**
	 * Says it otherwise.
	 * @return whether that is another text
	 */
	boolean correct(String otherWords, Instant at) {
		if (this.words.equals(otherWords.strip())) {
			return false;
		}
		this.words = otherWords.strip();
		this.correctedAt = at;
		return true;
	}

	/** Whoever wrote it may correct it, and nobody else. */
	boolean isBy(@Nullable UUID personId) {
		return this.author.getId().equals(personId);
	}

	LoggedAction getAction() {
		return this.action;
	}

}
