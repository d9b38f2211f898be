package fr.faireavec.polls;

import java.time.Instant;
import java.time.LocalDate;

import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A date proposed for one day. Withdrawn, what was said of it counts no more. */
@Entity
class PollOption extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private PollDay day;

	private LocalDate heldOn;

	private @Nullable Instant withdrawnAt;

	@SuppressWarnings("NullAway.Init")
	protected PollOption() {
	}

	PollOption(PollDay day, LocalDate heldOn) {
		super(Ids.next());
		this.day = day;
		this.heldOn = heldOn;
	}

	void withdraw(Instant at) {
		this.withdrawnAt = at;
	}

	boolean stands() {
		return this.withdrawnAt == null;
	}

	PollDay getDay() {
		return this.day;
	}

	LocalDate getHeldOn() {
		return this.heldOn;
	}

	@Nullable Instant getWithdrawnAt() {
		return this.withdrawnAt;
	}

}
