package fr.faireavec.signing;

import java.util.UUID;

import fr.faireavec.kernel.Identified;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** How people sign in the parcours of that id; neither unless the animation wishes it. */
@Entity
@AttributeOverride(name = "id", column = @Column(name = "parcours_id"))
class SigningRules extends Identified {

	private boolean turningCode;

	private boolean sharedPhone;

	protected SigningRules() {
	}

	SigningRules(UUID parcoursId) {
		super(parcoursId);
	}

	void set(boolean turning, boolean shared) {
		this.turningCode = turning;
		this.sharedPhone = shared;
	}

	/** One also types the code of the moment, shown in the room. */
	boolean isTurningCode() {
		return this.turningCode;
	}

	/** Several people may sign on one phone: the sheet says so. */
	boolean isSharedPhone() {
		return this.sharedPhone;
	}

}
