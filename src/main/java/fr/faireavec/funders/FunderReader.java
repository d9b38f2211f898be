package fr.faireavec.funders;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A person who reads the bilans for a funder, until removed. */
@Entity
public class FunderReader extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Funder funder;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Person person;

	private Instant namedAt;

	private @Nullable Instant removedAt;

	@SuppressWarnings("NullAway.Init")
	protected FunderReader() {
	}

	public FunderReader(UUID id, Funder funder, Person person, Instant namedAt) {
		super(id);
		this.funder = funder;
		this.person = person;
		this.namedAt = namedAt;
	}

	public void remove(Instant at) {
		if (this.removedAt == null) {
			this.removedAt = at;
		}
	}

	public boolean isRemoved() {
		return this.removedAt != null;
	}

	public Funder getFunder() {
		return this.funder;
	}

	public Person getPerson() {
		return this.person;
	}

	public Instant getNamedAt() {
		return this.namedAt;
	}

}
