package fr.faireavec.sessions;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.MeetingPlan;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A facilitator meets one structure. */
@Entity
public class IndividualMeeting extends Identified {

	/** In minutes. */
	public static final int SHORTEST = 15;

	/** In minutes. */
	public static final int LONGEST = 240;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Enrolment enrolment;

	private int rank;

	private boolean extra;

	private @Nullable Integer afterSessionRank;

	private String purpose;

	@Enumerated(EnumType.STRING)
	private MeetingState state;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Person facilitator;

	@Embedded
	private @Nullable TimeSlot slot;

	private @Nullable Integer effectiveMinutes;

	@Enumerated(EnumType.STRING)
	private @Nullable Mode mode;

	private String place = "";

	private boolean noShow;

	private String sharedNotes = "";

	private String internalNotes = "";

	private @Nullable Instant heldAt;

	private @Nullable Instant cancelledAt;

	private @Nullable String cancelReason;

	@ManyToMany
	@JoinTable(name = "meeting_attendee", joinColumns = @JoinColumn(name = "meeting_id"),
			inverseJoinColumns = @JoinColumn(name = "person_id"))
	private Set<Person> attendees = new LinkedHashSet<>();

	@SuppressWarnings("NullAway.Init")
	protected IndividualMeeting() {
	}

	/** One of the meetings the programme foresees. */
	IndividualMeeting(UUID id, Enrolment enrolment, MeetingPlan plan) {
		super(id);
		this.enrolment = enrolment;
		this.rank = plan.rank();
		this.afterSessionRank = plan.afterSessionRank();
		this.purpose = plan.purpose();
		this.state = MeetingState.TO_PLAN;
	}

	/** One more, outside the count of F4. */
	IndividualMeeting(UUID id, Enrolment enrolment, int rank, String purpose) {
		super(id);
		this.enrolment = enrolment;
		this.rank = rank;
		this.extra = true;
		this.purpose = purpose;
		this.state = MeetingState.TO_PLAN;
	}

	/**
	 * Plans or moves it.
	 * @throws Refusal when it lasts less than 15 minutes or more than 240, or passes
	 * midnight
	 */
	void schedule(Person with, TimeSlot newSlot, Mode newMode, String newPlace) {
		if (this.state == MeetingState.HELD) {
			throw new Refusal("sessions.meeting.heldIsHeld");
		}
		requireLength(newSlot.duration().toMinutes());
		if (!newSlot.isWithinOneDay()) {
			throw Refusal.of("start", "sessions.meeting.pastMidnight");
		}
		become(MeetingState.SCHEDULED);
		this.facilitator = with;
		this.slot = newSlot;
		this.mode = newMode;
		this.place = newPlace;
		this.cancelledAt = null;
		this.cancelReason = null;
	}

	void postpone() {
		if (this.state == MeetingState.HELD) {
			throw new Refusal("sessions.meeting.heldIsHeld");
		}
		become(MeetingState.TO_PLAN);
		this.slot = null;
		this.cancelledAt = null;
		this.cancelReason = null;
	}

	/**
	 * It took place, or nobody of the structure came.
	 * @throws Refusal before it has begun
	 */
	void markHeld(LocalDateTime now, Instant at, Collection<Person> present, @Nullable Integer minutes) {
		if (this.slot == null || now.isBefore(this.slot.start())) {
			throw new Refusal("sessions.meeting.heldBeforeStart");
		}
		if (minutes != null) {
			requireLength(minutes);
		}
		become(MeetingState.HELD);
		this.heldAt = at;
		this.noShow = present.isEmpty();
		this.attendees.clear();
		this.attendees.addAll(present);
		this.effectiveMinutes = minutes;
	}

	void undoHeld() {
		if (this.state != MeetingState.HELD) {
			throw new Refusal("sessions.meeting.notHeld");
		}
		become(MeetingState.SCHEDULED);
		this.heldAt = null;
		this.noShow = false;
		this.effectiveMinutes = null;
		this.attendees.clear();
	}

	void cancel(String reason, Instant at) {
		String given = Reasons.given(reason);
		become(MeetingState.CANCELLED);
		this.cancelReason = given;
		this.cancelledAt = at;
	}

	/** How the history names it: its structure. */
	String label() {
		return this.enrolment.getStructure().getName();
	}

	void share(String notes) {
		this.sharedNotes = notes.strip();
	}

	/** For the animation alone (rule 9). */
	void noteInternally(String notes) {
		this.internalNotes = notes.strip();
	}

	private static void requireLength(long minutes) {
		if (minutes < SHORTEST || minutes > LONGEST) {
			throw Refusal.of("minutes", "sessions.meeting.minutes", Integer.toString(SHORTEST),
					Integer.toString(LONGEST));
		}
	}

	private void become(MeetingState next) {
		if (!this.state.canBecome(next)) {
			throw new Refusal("sessions.meeting.cannotBecome." + next);
		}
		this.state = next;
	}

	public Enrolment getEnrolment() {
		return this.enrolment;
	}

	/** From 1 among the meetings of its structure. */
	public int getRank() {
		return this.rank;
	}

	public boolean isExtra() {
		return this.extra;
	}

	/** The day it follows in the programme; null for an extra one. */
	public @Nullable Integer getAfterSessionRank() {
		return this.afterSessionRank;
	}

	public String getPurpose() {
		return this.purpose;
	}

	public MeetingState getState() {
		return this.state;
	}

	public @Nullable Person getFacilitator() {
		return this.facilitator;
	}

	public @Nullable TimeSlot getSlot() {
		return this.slot;
	}

	/** How long it really took, 15 to 240; null when nobody said. */
	public @Nullable Integer getEffectiveMinutes() {
		return this.effectiveMinutes;
	}

	public @Nullable Mode getMode() {
		return this.mode;
	}

	public String getPlace() {
		return this.place;
	}

	/** Held, but nobody of the structure came. */
	public boolean isNoShow() {
		return this.noShow;
	}

	public @Nullable Instant getHeldAt() {
		return this.heldAt;
	}

	public String getSharedNotes() {
		return this.sharedNotes;
	}

	public String getInternalNotes() {
		return this.internalNotes;
	}

	public @Nullable Instant getCancelledAt() {
		return this.cancelledAt;
	}

	public @Nullable String getCancelReason() {
		return this.cancelReason;
	}

	public Set<Person> getAttendees() {
		return Set.copyOf(this.attendees);
	}

}
