package fr.faireavec.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to be erased. An answer is due within a month (RGPD, article 12); the
 * request itself stays, as the proof that it was answered.
 */
@Entity
public class ErasureRequest extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Person person;

	private Instant askedAt;

	private UUID askedBy;

	private LocalDate dueOn;

	@Enumerated(EnumType.STRING)
	private RequestState state;

	private @Nullable Instant settledAt;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "settled_by")
	private @Nullable Person settledBy;

	private @Nullable String reason;

	@SuppressWarnings("NullAway.Init")
	protected ErasureRequest() {
	}

	ErasureRequest(UUID id, Person person, UUID askedBy, Instant askedAt) {
		super(id);
		this.person = person;
		this.askedBy = askedBy;
		this.askedAt = askedAt;
		this.dueOn = LocalDate.ofInstant(askedAt, Zones.PARIS).plusMonths(1);
		this.state = RequestState.ASKED;
	}

	void withdraw(Person by, Instant at) {
		settle(RequestState.WITHDRAWN, by, at);
	}

	void done(@Nullable Person by, Instant at) {
		settle(RequestState.DONE, by, at);
	}

	void refuse(Person by, Instant at, String because) {
		settle(RequestState.REFUSED, by, at);
		this.reason = because.strip();
	}

	private void settle(RequestState next, @Nullable Person by, Instant at) {
		if (this.state != RequestState.ASKED) {
			throw new Refusal("privacy.request.settled");
		}
		this.state = next;
		this.settledBy = by;
		this.settledAt = at;
	}

	public Person getPerson() {
		return this.person;
	}

	public Instant getAskedAt() {
		return this.askedAt;
	}

	/** The person themselves, or whoever noted it for them. */
	public UUID getAskedBy() {
		return this.askedBy;
	}

	/** The last day to answer. */
	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public RequestState getState() {
		return this.state;
	}

	public @Nullable Instant getSettledAt() {
		return this.settledAt;
	}

	public @Nullable Person getSettledBy() {
		return this.settledBy;
	}

	/** Why it was refused, as the person was told. */
	public @Nullable String getReason() {
		return this.reason;
	}

}
