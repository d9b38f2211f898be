package fr.faireavec.templates;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** One individual meeting of a programme, and the day it follows. */
@Entity
public class TemplateMeeting {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@SuppressWarnings("unused") // the owning side of the template's list
	private ParcoursTemplate template;

	private int rank;

	private int afterSessionRank;

	private String purpose;

	@SuppressWarnings("NullAway.Init")
	protected TemplateMeeting() {
	}

	public int getRank() {
		return this.rank;
	}

	public int getAfterSessionRank() {
		return this.afterSessionRank;
	}

	public String getPurpose() {
		return this.purpose;
	}

}
