package fr.faireavec.templates;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** One day of a programme. */
@Entity
public class TemplateSession {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@SuppressWarnings("unused") // the owning side of the template's list
	private ParcoursTemplate template;

	private int rank;

	private String title;

	private String objectives;

	private int durationMinutes;

	@SuppressWarnings("NullAway.Init")
	protected TemplateSession() {
	}

	public int getRank() {
		return this.rank;
	}

	public String getTitle() {
		return this.title;
	}

	public String getObjectives() {
		return this.objectives;
	}

	/** Lunch apart; 60 to 480. */
	public int getDurationMinutes() {
		return this.durationMinutes;
	}

}
