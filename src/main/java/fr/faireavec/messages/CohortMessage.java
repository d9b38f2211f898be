package fr.faireavec.messages;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Identified;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSession;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * A message of the animation to a cohort, or a part of it. Once sent it never changes.
 */
@Entity
public class CohortMessage extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Parcours parcours;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable CollectiveSession session;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Person author;

	@Enumerated(EnumType.STRING)
	private Audience audience;

	private String subject;

	private String words;

	private int unreached;

	private Instant sentAt;

	@SuppressWarnings("NullAway.Init")
	protected CohortMessage() {
	}

	/**
	 * @param unreached how many people it was meant for who have no address
	 */
	CohortMessage(UUID id, Parcours parcours, @Nullable CollectiveSession session, Person author, Draft draft,
			int unreached, Instant sentAt) {
		super(id);
		this.parcours = parcours;
		this.session = session;
		this.author = author;
		this.audience = draft.audience();
		this.subject = draft.subject();
		this.words = draft.words();
		this.unreached = unreached;
		this.sentAt = sentAt;
	}

	public Parcours getParcours() {
		return this.parcours;
	}

	/** The day it is about; null when it is about none. */
	public @Nullable CollectiveSession getSession() {
		return this.session;
	}

	public Person getAuthor() {
		return this.author;
	}

	public Audience getAudience() {
		return this.audience;
	}

	public String getSubject() {
		return this.subject;
	}

	public String getWords() {
		return this.words;
	}

	public int getUnreached() {
		return this.unreached;
	}

	public Instant getSentAt() {
		return this.sentAt;
	}

}
