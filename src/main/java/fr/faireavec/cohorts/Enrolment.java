package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.structures.LegalForm;
import fr.faireavec.structures.Structure;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.ColumnTransformer;
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

	@Column(columnDefinition = "datemultirange")
	@Convert(converter = Absences.AsMultirange.class)
	@ColumnTransformer(write = "CAST(? AS datemultirange)")
	private Absences away = Absences.NONE;

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

	/** Says from which day on it is gone; until then it takes part. */
	void withdraw(LocalDate on, String reason) {
		requireStaying();
		if (this.state != EnrolmentState.ACTIVE) {
			throw new Refusal("cohorts.notActive", this.structure.getName());
		}
		LocalDate back = this.away.lastReturn();
		LocalDate first = (back != null) ? back : this.activeFrom;
		if (on.isBefore(first)) {
			throw Refusal.of("on", "cohorts.withdraw.beforeStart", first);
		}
		LocalDate latest = this.parcours.getEndsOn().plusYears(1);
		if (on.isAfter(latest)) {
			throw Refusal.of("on", "cohorts.withdraw.tooLate", latest);
		}
		this.withdrawnOn = on;
		this.withdrawalReason = reason.strip();
	}

	/** The day it had said has come. */
	void leave() {
		if (this.withdrawnOn == null) {
			throw new IllegalStateException("it never said it would leave");
		}
		if (this.state == EnrolmentState.ACTIVE) {
			this.state = EnrolmentState.WITHDRAWN;
		}
	}

	/**
	 * Takes part again from that day on: the day it left, and it never did; a later one,
	 * and it was away in between.
	 */
	void comeBack(LocalDate on) {
		requireLeaving();
		LocalDate left = Objects.requireNonNull(this.withdrawnOn);
		if (on.isBefore(left)) {
			throw Refusal.of("on", "cohorts.return.beforeLeaving", left);
		}
		if (on.isAfter(this.parcours.getEndsOn()) && !on.equals(left)) {
			throw Refusal.of("on", "cohorts.afterParcours", this.parcours.getEndsOn());
		}
		if (on.isAfter(left)) {
			this.away = this.away.and(left, on);
		}
		this.withdrawnOn = null;
		this.withdrawalReason = null;
		this.state = EnrolmentState.ACTIVE;
	}

	/**
	 * @throws Refusal when its departure is already written
	 */
	public void requireStaying() {
		if (this.withdrawnOn != null) {
			throw new Refusal("cohorts.withdraw.already", this.structure.getName(), this.withdrawnOn);
		}
	}

	/**
	 * @throws Refusal when there is no departure to go back on
	 */
	public void requireLeaving() {
		if (this.withdrawnOn == null) {
			throw new Refusal("cohorts.return.notGone", this.structure.getName());
		}
	}

	void complete() {
		if (this.state == EnrolmentState.ACTIVE) {
			this.state = EnrolmentState.COMPLETED;
		}
	}

	/** The parcours it had seen through goes on after all. */
	void goOn(boolean gone) {
		if (this.state == EnrolmentState.COMPLETED) {
			this.state = gone ? EnrolmentState.WITHDRAWN : EnrolmentState.ACTIVE;
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

	/**
	 * Active from its first day, until the day it withdraws (that day excluded), but for
	 * the time it was away.
	 */
	public boolean isActiveOn(LocalDate day) {
		return !day.isBefore(this.activeFrom) && !isAwayOn(day);
	}

	/** Gone that day, whether it came back since or not. */
	public boolean isAwayOn(LocalDate day) {
		return hasLeftOn(day) || this.away.contain(day);
	}

	/** Gone that day, and not back since. */
	public boolean hasLeftOn(LocalDate day) {
		return this.withdrawnOn != null && !day.isBefore(this.withdrawnOn);
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

	/** The first day it no longer takes part, maybe still to come; null if it stays. */
	public @Nullable LocalDate getWithdrawnOn() {
		return this.withdrawnOn;
	}

	public @Nullable String getWithdrawalReason() {
		return this.withdrawalReason;
	}

	/** When it was away between leaving and coming back. */
	public Absences getAbsences() {
		return this.away;
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
