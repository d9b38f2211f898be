package fr.faireavec.attendance;

import java.util.UUID;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.PersonName;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.CollectiveSession;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who came to a session without a mandate: a colleague, a usager, a university.
 * May stand for a structure that day. Name at most 120 characters, organisation 150.
 */
@Entity
class SessionGuest extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private CollectiveSession session;

	private String name;

	private String organisation;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "represents_enrolment_id")
	private @Nullable Enrolment represents;

	@SuppressWarnings("NullAway.Init")
	protected SessionGuest() {
	}

	SessionGuest(UUID id, CollectiveSession session, String name, String organisation, @Nullable Enrolment represents) {
		super(id);
		if (name.isBlank()) {
			throw Refusal.of("name", "attendance.guest.nameNeeded");
		}
		this.session = session;
		this.name = PersonName.withFunction("name", name);
		this.organisation = CleanText.line(organisation);
		this.represents = represents;
	}

	boolean isCalled(String otherName, String otherOrganisation) {
		return this.name.equalsIgnoreCase(otherName.strip())
				&& this.organisation.equalsIgnoreCase(otherOrganisation.strip());
	}

	CollectiveSession getSession() {
		return this.session;
	}

	String getName() {
		return this.name;
	}

	String getOrganisation() {
		return this.organisation;
	}

	@Nullable Enrolment getRepresents() {
		return this.represents;
	}

}
