package fr.faireavec.exchanges;

import java.time.Instant;

import fr.faireavec.accounts.Person;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * What those who run a parcours note of an action for themselves; it has the action's id.
 */
@Entity
class ActionNote extends Identified {

	private String words = "";

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "written_by")
	private Person writtenBy;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	private Instant writtenAt;

	@SuppressWarnings("NullAway.Init")
	protected ActionNote() {
	}

	ActionNote(LoggedAction action, Person author, Instant at) {
		super(action.getId());
		this.writtenBy = author;
		this.writtenAt = at;
	}

	void write(String newWords, Person author, Instant at) {
		this.words = newWords.strip();
		this.writtenBy = author;
		this.writtenAt = at;
	}

	/** -1 as long as nobody wrote it: the first writing has a version of its own. */
	@Override
	public int getVersion() {
		return isNew() ? -1 : super.getVersion();
	}

	String getWords() {
		return this.words;
	}

}
