package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.structures.LegalForm;
import fr.faireavec.structures.Structure;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** One structure in one parcours; keeps the profile the structure had when it came in. */
@Entity
public class Enrolment extends Identified {

	private static final int MOST_PEOPLE = 100_000;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Parcours parcours;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Structure structure;

	@Enumerated(EnumType.STRING)
	private EnrolmentState state;

	private LocalDate activeFrom;

	private @Nullable LocalDate withdrawnOn;

	private @Nullable String withdrawalReason;

	private @Nullable String departementThen;

	@Enumerated(EnumType.STRING)
	private LegalForm legalFormThen;

	private @Nullable String sectorThen;

	private @Nullable Integer distinctServiceUsers;

	@ManyToMany
	@JoinTable(name = "enrolment_aimed_level", joinColumns = @JoinColumn(name = "enrolment_id"),
			inverseJoinColumns = @JoinColumn(name = "entry_id"))
	private Set<TaxonomyEntry> aimedLevels = new LinkedHashSet<>();

	@SuppressWarnings("NullAway.Init")
	protected Enrolment() {
	}

	Enrolment(UUID id, Parcours parcours, Structure structure, LocalDate activeFrom) {
		super(id);
		if (activeFrom.isBefore(parcours.getStartsOn().minusYears(1))) {
			throw Refusal.of("activeFrom", "cohorts.beforeParcours", parcours.getStartsOn().minusYears(1));
		}
		this.parcours = parcours;
		this.structure = structure;
		this.state = EnrolmentState.ACTIVE;
		this.activeFrom = activeFrom;
		this.departementThen = structure.getDepartement();
		this.legalFormThen = structure.getLegalForm();
		this.sectorThen = structure.getSector();
	}

	/** Leaves the parcours; what it did before stays. */
	void withdraw(LocalDate on, String reason) {
		if (this.state != EnrolmentState.ACTIVE) {
			throw new Refusal("cohorts.notActive", this.structure.getName());
		}
		if (on.isBefore(this.activeFrom)) {
			throw Refusal.of("on", "cohorts.withdraw.beforeStart", this.activeFrom);
		}
		LocalDate latest = this.parcours.getEndsOn().plusYears(1);
		if (on.isAfter(latest)) {
			throw Refusal.of("on", "cohorts.withdraw.tooLate", latest);
		}
		this.state = EnrolmentState.WITHDRAWN;
		this.withdrawnOn = on;
		this.withdrawalReason = reason.strip();
	}

	void complete() {
		if (this.state == EnrolmentState.ACTIVE) {
			this.state = EnrolmentState.COMPLETED;
		}
	}

	/**
	 * Those of its parcours's scale that are not retired, and those it aims at already.
	 */
	private List<TaxonomyEntry> levelsToAimAt() {
		return this.parcours.getFramework()
			.entries(Taxonomy.LEVEL)
			.stream()
			.filter((level) -> level.getRetiredOn() == null || this.aimedLevels.contains(level))
			.toList();
	}

	/** The levels it chooses to aim at, of its parcours's scale: a choice, not a mark. */
	void aimAt(Collection<TaxonomyEntry> levels) {
		if (!levelsToAimAt().containsAll(levels)) {
			throw Refusal.of("levels", "cohorts.levels.unknown");
		}
		this.aimedLevels.clear();
		this.aimedLevels.addAll(levels);
	}

	/**
	 * How many different usagers took part, as the structure estimates once at the end.
	 */
	void estimateDistinctServiceUsers(@Nullable Integer people) {
		if (people != null && (people < 0 || people > MOST_PEOPLE)) {
			throw Refusal.of("people", "cohorts.estimate.outside", MOST_PEOPLE);
		}
		this.distinctServiceUsers = people;
	}

	/** Active from its first day, until the day it withdraws (that day excluded). */
	public boolean isActiveOn(LocalDate day) {
		return !day.isBefore(this.activeFrom) && (this.withdrawnOn == null || day.isBefore(this.withdrawnOn));
	}

	public Parcours getParcours() {
		return this.parcours;
	}

	public Structure getStructure() {
		return this.structure;
	}

	public EnrolmentState getState() {
		return this.state;
	}

	public LocalDate getActiveFrom() {
		return this.activeFrom;
	}

	public @Nullable LocalDate getWithdrawnOn() {
		return this.withdrawnOn;
	}

	public @Nullable String getWithdrawalReason() {
		return this.withdrawalReason;
	}

	public @Nullable String getDepartementThen() {
		return this.departementThen;
	}

	public LegalForm getLegalFormThen() {
		return this.legalFormThen;
	}

	public @Nullable String getSectorThen() {
		return this.sectorThen;
	}

	public @Nullable Integer getDistinctServiceUsers() {
		return this.distinctServiceUsers;
	}

	public Set<TaxonomyEntry> getAimedLevels() {
		return Set.copyOf(this.aimedLevels);
	}

}
