package fr.faireavec.parcours;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Departement;
import fr.faireavec.templates.Framework;
import fr.faireavec.templates.ParcoursTemplate;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import org.jspecify.annotations.Nullable;

/**
 * One run of a programme with one cohort. Owns a copy of everything its template said.
 */
@Entity
public class Parcours extends Identified {

	private String slug;

	private String name;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private ParcoursTemplate template;

	private String programme;

	@OneToOne(fetch = FetchType.LAZY, optional = false, cascade = CascadeType.PERSIST)
	private Framework framework;

	private LocalDate startsOn;

	private LocalDate endsOn;

	private String departements;

	private String territory;

	private int capacityMin;

	private int capacityMax;

	private int meetingCount;

	private String zone;

	@Enumerated(EnumType.STRING)
	private ParcoursStatus status;

	private Instant createdAt;

	private @Nullable Instant startedAt;

	private @Nullable Instant closedAt;

	private @Nullable String closingReason;

	private @Nullable Instant archivedAt;

	@ManyToMany
	@JoinTable(name = "parcours_facilitator", joinColumns = @JoinColumn(name = "parcours_id"),
			inverseJoinColumns = @JoinColumn(name = "person_id"))
	private Set<Person> facilitators = new LinkedHashSet<>();

	@ElementCollection
	@CollectionTable(name = "parcours_meeting_plan", joinColumns = @JoinColumn(name = "parcours_id"))
	@OrderBy("rank")
	private List<MeetingPlan> meetingPlan = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Parcours() {
	}

	/** A new draft, copied from a template. */
	Parcours(UUID id, String slug, ParcoursTemplate template, ParcoursProfile profile, Instant createdAt) {
		super(id);
		this.slug = slug;
		this.template = template;
		this.programme = template.getTitle();
		this.framework = template.getFramework().copy();
		this.zone = "Europe/Paris";
		this.status = ParcoursStatus.DRAFT;
		this.createdAt = createdAt;
		template.getMeetings()
			.forEach((meeting) -> this.meetingPlan
				.add(new MeetingPlan(meeting.getRank(), meeting.getAfterSessionRank(), meeting.getPurpose())));
		this.meetingCount = this.meetingPlan.size();
		if (profile.facilitators().isEmpty()) {
			throw Refusal.of("facilitators", "parcours.noFacilitator");
		}
		this.facilitators.addAll(profile.facilitators());
		apply(profile);
	}

	/** Who runs it is an act of its own. */
	void describe(ParcoursProfile profile) {
		apply(profile);
	}

	private void apply(ParcoursProfile profile) {
		if (profile.endsOn().isBefore(profile.startsOn())) {
			throw Refusal.of("endsOn", "parcours.endBeforeStart");
		}
		if (profile.capacityMax() < profile.capacityMin()) {
			throw Refusal.of("capacityMax", "parcours.capacityInverted");
		}
		if (!Departement.areCodes(profile.departements())) {
			throw Refusal.of("departements", "parcours.departements.unreadable");
		}
		this.name = profile.name().strip();
		this.startsOn = profile.startsOn();
		this.endsOn = profile.endsOn();
		this.departements = profile.departements();
		this.territory = profile.territory();
		this.capacityMin = profile.capacityMin();
		this.capacityMax = profile.capacityMax();
	}

	/**
	 * @throws Refusal when they run it already
	 */
	void addFacilitator(Person person) {
		if (!this.facilitators.add(person)) {
			throw Refusal.of("person", "parcours.facilitator.already", person.getName());
		}
	}

	/**
	 * @throws Refusal when nobody would be left
	 */
	void removeFacilitator(Person person) {
		if (this.facilitators.size() == 1) {
			throw new Refusal("parcours.noFacilitator");
		}
		this.facilitators.remove(person);
	}

	/** Somebody who lost their role runs nothing any more, even alone. */
	void loseFacilitator(Person person) {
		this.facilitators.remove(person);
	}

	void start(Instant at) {
		become(ParcoursStatus.RUNNING);
		this.startedAt = at;
	}

	/** Rule 13 is checked by {@link ParcoursLife}; a written reason overrides it. */
	void close(Instant at, @Nullable String reason) {
		become(ParcoursStatus.CLOSED);
		this.closedAt = at;
		this.closingReason = reason;
	}

	void archive(Instant at) {
		become(ParcoursStatus.ARCHIVED);
		this.archivedAt = at;
	}

	void cancel(Instant at, String reason) {
		become(ParcoursStatus.CANCELLED);
		this.closedAt = at;
		this.closingReason = reason;
	}

	/**
	 * Goes back on its end, one step: an archived one is closed, a closed one runs, a
	 * cancelled one is what it was. Whoever ran it and was erased since no longer does.
	 */
	void reopen() {
		switch (this.status) {
			case ARCHIVED -> this.archivedAt = null;
			case CLOSED, CANCELLED -> {
				this.closedAt = null;
				this.closingReason = null;
			}
			case DRAFT, OPEN, RUNNING -> throw new Refusal("parcours.notEnded", this.name);
		}
		this.status = (this.status == ParcoursStatus.ARCHIVED) ? ParcoursStatus.CLOSED
				: (this.startedAt != null) ? ParcoursStatus.RUNNING : ParcoursStatus.DRAFT;
		this.facilitators.removeIf(Person::isErased);
	}

	/** The day it ended where it takes place; null while it runs. */
	@Nullable LocalDate endedOn() {
		Instant at = (this.status == ParcoursStatus.ARCHIVED) ? this.archivedAt : this.closedAt;
		return (at != null) ? LocalDate.ofInstant(at, getZone()) : null;
	}

	private void become(ParcoursStatus next) {
		this.status.require(next);
		this.status = next;
	}

	/**
	 * For whatever changes its sessions, people or attendance.
	 * @throws Refusal once it is closed, archived or cancelled
	 */
	public void requireOpenToWork() {
		if (!this.status.isOpenToWork()) {
			throw new Refusal("parcours.noLongerOpen", this.name);
		}
	}

	/**
	 * For whatever its people still complete and answer once it is closed.
	 * @throws Refusal once it is archived or cancelled
	 */
	public void requireItsPeople() {
		if (!this.status.keepsItsPeople()) {
			throw new Refusal("parcours.noLongerOpen", this.name);
		}
	}

	/** Its evidence is kept at least until then, that day included, whoever says what. */
	public LocalDate keepsEvidenceUntil() {
		return this.endsOn.plusYears(1);
	}

	/** What day it is where the parcours takes place. */
	public LocalDate today(Clock clock) {
		return LocalDate.now(clock.withZone(getZone()));
	}

	/** What time it is where the parcours takes place. */
	public LocalDateTime now(Clock clock) {
		return LocalDateTime.now(clock.withZone(getZone()));
	}

	public ParcoursProfile getProfile() {
		return new ParcoursProfile(this.name, this.startsOn, this.endsOn, this.departements, this.territory,
				this.capacityMin, this.capacityMax, List.copyOf(this.facilitators));
	}

	public String getSlug() {
		return this.slug;
	}

	public String getName() {
		return this.name;
	}

	public ParcoursTemplate getTemplate() {
		return this.template;
	}

	/** The template's title, as it was when the parcours was made. */
	public String getProgramme() {
		return this.programme;
	}

	public Framework getFramework() {
		return this.framework;
	}

	public LocalDate getStartsOn() {
		return this.startsOn;
	}

	public LocalDate getEndsOn() {
		return this.endsOn;
	}

	public String getDepartements() {
		return this.departements;
	}

	public String getTerritory() {
		return this.territory;
	}

	public int getCapacityMin() {
		return this.capacityMin;
	}

	public int getCapacityMax() {
		return this.capacityMax;
	}

	/** How many individual meetings each structure has; extra ones apart. */
	public int getMeetingCount() {
		return this.meetingCount;
	}

	public ZoneId getZone() {
		return ZoneId.of(this.zone);
	}

	public ParcoursStatus getStatus() {
		return this.status;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	public @Nullable String getClosingReason() {
		return this.closingReason;
	}

	public Set<Person> getFacilitators() {
		return Set.copyOf(this.facilitators);
	}

	public List<MeetingPlan> getMeetingPlan() {
		return List.copyOf(this.meetingPlan);
	}

}
