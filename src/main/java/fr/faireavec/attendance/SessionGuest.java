package fr.faireavec.attendance;

import java.util.List;
import java.util.UUID;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.PersonName;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.HalfDay;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who came to a session without a mandate: a colleague, a usager, a university.
 * May stand for a structure that day.
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

	private @Nullable Integer onlyHalf;

	@SuppressWarnings("NullAway.Init")
	protected SessionGuest() {
	}

	SessionGuest(UUID id, CollectiveSession session, Guest guest, @Nullable Enrolment represents) {
		super(id);
		if (guest.name().isBlank()) {
			throw Refusal.of("name", "attendance.guest.nameNeeded");
		}
		this.session = session;
		this.name = PersonName.withFunction("name", guest.name());
		this.organisation = CleanText.line(guest.organisation());
		this.represents = represents;
		cameFor(guest.onlyHalf());
	}

	/**
	 * Says how much of the day she was there.
	 * @param half 1 or 2 for that half only; null for all of it
	 */
	void cameFor(@Nullable Integer half) {
		halfDays(half);
		this.onlyHalf = (this.session.getHalfDays().size() > 1) ? half : null;
	}

	/** The half-days she was there. */
	List<HalfDay> halfDays() {
		return halfDays(getOnlyHalf());
	}

	/**
	 * Those of the day, or one.
	 * @throws Refusal when the day has no such half
	 */
	List<HalfDay> halfDays(@Nullable Integer only) {
		List<HalfDay> some = this.session.getHalfDays()
			.stream()
			.filter((one) -> only == null || one.getOrdinal() == only)
			.toList();
		if (only != null && some.isEmpty()) {
			throw Refusal.of("onlyHalf", "attendance.guest.noHalf");
		}
		return some;
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

	/** 1 or 2; null for all of the day, which may have become a shorter one since. */
	@Nullable Integer getOnlyHalf() {
		return (this.onlyHalf != null && this.session.getHalfDays().size() > 1) ? this.onlyHalf : null;
	}

}
