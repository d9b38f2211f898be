package fr.faireavec.sessions;

import java.time.Duration;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** A morning or an afternoon of a session, with its own hours: what people sign for. */
@Entity
public class HalfDay extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private CollectiveSession session;

	private int ordinal;

	@Embedded
	private TimeSlot slot;

	@SuppressWarnings("NullAway.Init")
	protected HalfDay() {
	}

	HalfDay(UUID id, CollectiveSession session, int ordinal, TimeSlot slot) {
		super(id);
		this.session = session;
		this.ordinal = ordinal;
		this.slot = slot;
	}

	void moveTo(TimeSlot newSlot) {
		this.slot = newSlot;
	}

	public CollectiveSession getSession() {
		return this.session;
	}

	/** 1 or 2. */
	public int getOrdinal() {
		return this.ordinal;
	}

	public TimeSlot getSlot() {
		return this.slot;
	}

	public Duration getDuration() {
		return this.slot.duration();
	}

	/** Whether it begins before noon. */
	public boolean isMorning() {
		return this.slot.start().getHour() < 12;
	}

}
