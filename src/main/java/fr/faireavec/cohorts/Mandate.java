package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.PersonName;
import fr.faireavec.kernel.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * A structure names a person its pilot or copilot, from a day until another (excluded).
 */
@Entity
public class Mandate extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Enrolment enrolment;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Person person;

	@Enumerated(EnumType.STRING)
	private MandateRole role;

	@Enumerated(EnumType.STRING)
	private MandateState state;

	private LocalDate startsOn;

	private @Nullable LocalDate endsOn;

	private @Nullable String signatory;

	private @Nullable LocalDate signedOn;

	private boolean uninvited;

	@SuppressWarnings("NullAway.Init")
	protected Mandate() {
	}

	Mandate(UUID id, Enrolment enrolment, Person person, MandateRole role, LocalDate startsOn) {
		super(id);
		this.enrolment = enrolment;
		this.person = person;
		this.role = role;
		this.state = MandateState.ACTIVE;
		this.startsOn = startsOn;
	}

	/** Nobody writes to them yet: the animation says when. */
	void inviteLater() {
		this.uninvited = true;
	}

	void invited() {
		this.uninvited = false;
	}

	/** The signature may come later than the mandate: until then it is a to-do. */
	void sign(String by, LocalDate on) {
		this.signatory = PersonName.withFunction("signatory", by);
		this.signedOn = on;
	}

	void replace(LocalDate from) {
		end(from, MandateState.REPLACED);
	}

	void end(LocalDate on) {
		end(on, MandateState.ENDED);
	}

	/** Its structure left, or the parcours ended: it ends with them. */
	void lapse(LocalDate on) {
		end(on.isBefore(this.startsOn) ? this.startsOn : on, MandateState.LAPSED);
	}

	/** Whether that is the day it ended, or would have ended had it begun. */
	boolean lapsedOn(LocalDate day) {
		return this.state == MandateState.LAPSED
				&& (day.isAfter(this.startsOn) ? day : this.startsOn).equals(this.endsOn);
	}

	/** What ended it never was: it goes on as if it had not ended. */
	void goOn() {
		if (this.state != MandateState.LAPSED) {
			throw new IllegalStateException("it ended by itself");
		}
		this.state = MandateState.ACTIVE;
		this.endsOn = null;
	}

	private void end(LocalDate on, MandateState next) {
		requireOpen();
		if (on.isBefore(this.startsOn)) {
			throw Refusal.of("from", "cohorts.mandate.endsBeforeStart", this.startsOn);
		}
		this.state = next;
		this.endsOn = on;
	}

	/**
	 * @throws Refusal when its end is already written
	 */
	public void requireOpen() {
		if (this.state != MandateState.ACTIVE) {
			throw new Refusal("cohorts.mandate.over", this.person.getName());
		}
	}

	public boolean isActiveOn(LocalDate day) {
		return !day.isBefore(this.startsOn) && (this.endsOn == null || day.isBefore(this.endsOn));
	}

	/** Whether it held at some time and no longer does. */
	public boolean isOverOn(LocalDate day) {
		return this.endsOn != null && !day.isBefore(this.endsOn);
	}

	public Enrolment getEnrolment() {
		return this.enrolment;
	}

	public Person getPerson() {
		return this.person;
	}

	public MandateRole getRole() {
		return this.role;
	}

	public MandateState getState() {
		return this.state;
	}

	public LocalDate getStartsOn() {
		return this.startsOn;
	}

	/** The first day it no longer holds; null while open. */
	public @Nullable LocalDate getEndsOn() {
		return this.endsOn;
	}

	public @Nullable String getSignatory() {
		return this.signatory;
	}

	public @Nullable LocalDate getSignedOn() {
		return this.signedOn;
	}

	/** Whether their invitation waits, because the animation chose so. */
	public boolean isUninvited() {
		return this.uninvited;
	}

	public boolean isSigned() {
		return this.signedOn != null;
	}

}
