package fr.faireavec.slots;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Identified;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.TimeSlot;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Some time that a facilitator offers to the structures of a parcours: one takes it. */
@Entity
public class MeetingSlot extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Parcours parcours;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Person facilitator;

	@Embedded
	private TimeSlot slot;

	@Enumerated(EnumType.STRING)
	private Mode mode;

	private String place;

	private boolean overSession;

	private Instant offeredAt;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable IndividualMeeting meeting;

	private @Nullable Instant bookedAt;

	private @Nullable Instant endedAt;

	@SuppressWarnings("NullAway.Init")
	protected MeetingSlot() {
	}

	/**
	 * @param overSession whether its facilitator offers it knowing that she runs a
	 * session then
	 */
	MeetingSlot(UUID id, Parcours parcours, Person facilitator, TimeSlot slot, Mode mode, String place,
			boolean overSession, Instant offeredAt) {
		super(id);
		this.parcours = parcours;
		this.facilitator = facilitator;
		this.slot = slot;
		this.mode = mode;
		this.place = place;
		this.overSession = overSession;
		this.offeredAt = offeredAt;
	}

	void take(IndividualMeeting by, Instant at) {
		if (!isFree()) {
			throw new IllegalStateException("somebody has it, or nobody may any more");
		}
		this.meeting = by;
		this.bookedAt = at;
	}

	/** Its meeting is another time, or no more. */
	void free() {
		this.meeting = null;
		this.bookedAt = null;
	}

	/** Nobody may take it any more. */
	void end(Instant at) {
		if (this.meeting != null) {
			throw new IllegalStateException("a meeting has it");
		}
		this.endedAt = at;
	}

	boolean isFree() {
		return this.meeting == null && this.endedAt == null;
	}

	/** Whether it is the time, and the facilitator, that this meeting has. */
	boolean isOf(IndividualMeeting other) {
		return this.slot.equals(other.getSlot()) && this.facilitator.equals(other.getFacilitator());
	}

	public Parcours getParcours() {
		return this.parcours;
	}

	public Person getFacilitator() {
		return this.facilitator;
	}

	public TimeSlot getSlot() {
		return this.slot;
	}

	public Mode getMode() {
		return this.mode;
	}

	/** Where, or a link; empty where the facilitator comes to the structure. */
	public String getPlace() {
		return this.place;
	}

	public boolean isOverSession() {
		return this.overSession;
	}

	public Instant getOfferedAt() {
		return this.offeredAt;
	}

	/** Whose it is; null while nobody took it. */
	public @Nullable IndividualMeeting getMeeting() {
		return this.meeting;
	}

	public @Nullable Instant getBookedAt() {
		return this.bookedAt;
	}

	public @Nullable Instant getEndedAt() {
		return this.endedAt;
	}

}
