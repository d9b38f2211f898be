package fr.faireavec.attendance;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Identified;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * The facilitator's countersignature: it closes the register of the half-day of that id.
 */
@Entity
@AttributeOverride(name = "id", column = @Column(name = "half_day_id"))
class RegisterSeal extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "countersigned_by")
	private Person countersignedBy;

	private Instant countersignedAt;

	@SuppressWarnings("NullAway.Init")
	protected RegisterSeal() {
	}

	RegisterSeal(UUID halfDayId, Person by, Instant at) {
		super(halfDayId);
		this.countersignedBy = by;
		this.countersignedAt = at;
	}

	Person getCountersignedBy() {
		return this.countersignedBy;
	}

	Instant getCountersignedAt() {
		return this.countersignedAt;
	}

}
