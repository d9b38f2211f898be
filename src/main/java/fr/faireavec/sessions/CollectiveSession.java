package fr.faireavec.sessions;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.templates.TemplateSession;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import org.jspecify.annotations.Nullable;

/** A collective session, « jour n » of its parcours. Its rank never changes. */
@Entity
public class CollectiveSession extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Parcours parcours;

	private int rank;

	private String title;

	private String objectives;

	private int durationMinutes;

	@Enumerated(EnumType.STRING)
	private SessionState state;

	@Embedded
	private @Nullable TimeSlot slot;

	@Enumerated(EnumType.STRING)
	private @Nullable Mode mode;

	private String venue = "";

	private String address = "";

	private String videoLink = "";

	private String toBring = "";

	private String minutes = "";

	private @Nullable Instant heldAt;

	private @Nullable Instant cancelledAt;

	private @Nullable String cancelReason;

	@OneToMany(mappedBy = "session", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("ordinal")
	private List<HalfDay> halfDays = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected CollectiveSession() {
	}

	CollectiveSession(UUID id, Parcours parcours, TemplateSession template) {
		super(id);
		this.parcours = parcours;
		this.rank = template.getRank();
		this.title = template.getTitle();
		this.objectives = template.getObjectives();
		this.durationMinutes = template.getDurationMinutes();
		this.state = SessionState.TO_PLAN;
	}

	/** Gives it its date, half-days, mode and place; also moves it. */
	void schedule(SessionPlan plan) {
		follow(plan, SessionState.SCHEDULED);
	}

	/** The same for a date that is kept free and not firm yet. */
	void reserve(SessionPlan plan) {
		if (this.state == SessionState.SCHEDULED) {
			throw Refusal.of("reserved", "sessions.cannotBecome.RESERVED");
		}
		follow(plan, SessionState.RESERVED);
	}

	/** Its date is being asked for. */
	void poll() {
		if (this.state != SessionState.RESERVED) {
			become(SessionState.POLLING);
		}
	}

	/** Its date is asked for no more, and nothing was decided. */
	void endPoll() {
		if (this.state == SessionState.POLLING) {
			become(SessionState.TO_PLAN);
		}
	}

	private void follow(SessionPlan plan, SessionState next) {
		if (this.state == SessionState.HELD) {
			throw new Refusal("sessions.heldIsHeld");
		}
		become(next);
		List<TimeSlot> slots = plan.halfDays();
		while (this.halfDays.size() > slots.size()) {
			this.halfDays.removeLast();
		}
		for (int i = 0; i < slots.size(); i++) {
			if (i < this.halfDays.size()) {
				this.halfDays.get(i).moveTo(slots.get(i));
			}
			else {
				this.halfDays.add(new HalfDay(Ids.next(), this, i + 1, slots.get(i)));
			}
		}
		this.slot = plan.whole();
		this.mode = plan.mode();
		this.venue = plan.venue();
		this.address = plan.address();
		this.videoLink = plan.videoLink();
		this.cancelledAt = null;
		this.cancelReason = null;
	}

	/** The plan it follows now, or null without a date. */
	public @Nullable SessionPlan getPlan() {
		List<TimeSlot> slots = this.halfDays.stream().map(HalfDay::getSlot).toList();
		return (slots.isEmpty() || this.mode == null) ? null
				: new SessionPlan(slots, this.mode, this.venue, this.address, this.videoLink);
	}

	/** How the history names it. */
	String label() {
		return this.rank + ". " + this.title;
	}

	/** Takes its date away: it is to plan again. */
	void postpone() {
		if (this.state == SessionState.HELD) {
			throw new Refusal("sessions.heldIsHeld");
		}
		become(SessionState.TO_PLAN);
		this.slot = null;
		this.halfDays.clear();
		this.cancelledAt = null;
		this.cancelReason = null;
	}

	/**
	 * It took place (rule 5).
	 * @throws Refusal before it has begun
	 */
	void markHeld(LocalDateTime now, Instant at) {
		if (this.slot == null || now.isBefore(this.slot.start())) {
			throw new Refusal("sessions.heldBeforeStart");
		}
		become(SessionState.HELD);
		this.heldAt = at;
	}

	void undoHeld() {
		if (this.state != SessionState.HELD) {
			throw new Refusal("sessions.notHeld");
		}
		become(SessionState.SCHEDULED);
		this.heldAt = null;
	}

	void cancel(String reason, Instant at) {
		String given = Reasons.given(reason);
		become(SessionState.CANCELLED);
		this.cancelReason = given;
		this.cancelledAt = at;
	}

	/** Corrects its title, what it is for, and the minutes of what was said. */
	void describe(String newTitle, String newObjectives, String newMinutes) {
		if (newTitle.isBlank()) {
			throw Refusal.of("title", "sessions.title.needed");
		}
		this.title = newTitle.strip();
		this.objectives = newObjectives.strip();
		this.minutes = newMinutes.strip();
	}

	/** Says what it is called, what it is for, and what to bring to it. */
	void prepare(String newTitle, String newObjectives, String newToBring) {
		describe(newTitle, newObjectives, this.minutes);
		this.toBring = newToBring.strip();
	}

	private void become(SessionState next) {
		if (!this.state.canBecome(next)) {
			throw new Refusal("sessions.cannotBecome." + next);
		}
		this.state = next;
	}

	public Parcours getParcours() {
		return this.parcours;
	}

	/** From 1, in the order of the programme. */
	public int getRank() {
		return this.rank;
	}

	public String getTitle() {
		return this.title;
	}

	public String getObjectives() {
		return this.objectives;
	}

	/** What to bring or to do before; empty where nobody wrote it. */
	public String getToBring() {
		return this.toBring;
	}

	public int getDurationMinutes() {
		return this.durationMinutes;
	}

	public SessionState getState() {
		return this.state;
	}

	/**
	 * From the beginning of its first half-day to the end of the last; null without a
	 * date.
	 */
	public @Nullable TimeSlot getSlot() {
		return this.slot;
	}

	public @Nullable Mode getMode() {
		return this.mode;
	}

	public String getVenue() {
		return this.venue;
	}

	public String getAddress() {
		return this.address;
	}

	public String getVideoLink() {
		return this.videoLink;
	}

	public String getMinutes() {
		return this.minutes;
	}

	public @Nullable Instant getHeldAt() {
		return this.heldAt;
	}

	public @Nullable Instant getCancelledAt() {
		return this.cancelledAt;
	}

	public @Nullable String getCancelReason() {
		return this.cancelReason;
	}

	public List<HalfDay> getHalfDays() {
		return List.copyOf(this.halfDays);
	}

}
