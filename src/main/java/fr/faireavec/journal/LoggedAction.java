package fr.faireavec.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursStatus;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** What a structure tries with its usagers, from the idea to what was learnt. */
@Entity
public class LoggedAction extends Identified {

	private static final int MOST_PEOPLE = 100_000;

	private static final BigDecimal MOST_HOURS = new BigDecimal("999999.75");

	private static final BigDecimal QUARTERS = new BigDecimal(4);

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Enrolment enrolment;

	private String title;

	private String description;

	@Enumerated(EnumType.STRING)
	private ActionState state;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable TaxonomyEntry theme;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable TaxonomyEntry level;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable TaxonomyEntry instrument;

	private @Nullable LocalDate startsOn;

	private @Nullable LocalDate endsOn;

	private @Nullable Integer peopleReached;

	private @Nullable Integer peopleInvolved;

	private @Nullable BigDecimal contributedHours;

	private @Nullable BigDecimal volunteerHours;

	private String learning = "";

	@Enumerated(EnumType.STRING)
	private @Nullable KeptOn keptOn;

	@Embedded
	private ActionDetails.Sharing sharing = ActionDetails.Sharing.PRIVATE;

	@Embedded
	private OwnWords own = OwnWords.NONE;

	/** The action of the library that it takes up. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "tried_from")
	private @Nullable LoggedAction triedFrom;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable CollectiveSession tiedSession;

	/** The meeting that decided it. */
	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable IndividualMeeting tiedMeeting;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "written_by")
	private Person writtenBy;

	private Instant loggedAt;

	private boolean awaitsPilot;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "confirmed_by")
	private @Nullable Person confirmedBy;

	private @Nullable Instant confirmedAt;

	private @Nullable BigDecimal valuedRate;

	private @Nullable BigDecimal valuedAmount;

	/** Roles, levers, kinds of usagers, recognitions and effects. */
	@ManyToMany
	@JoinTable(name = "action_entry", joinColumns = @JoinColumn(name = "action_id"),
			inverseJoinColumns = @JoinColumn(name = "entry_id"))
	private Set<TaxonomyEntry> entries = new LinkedHashSet<>();

	@SuppressWarnings("NullAway.Init")
	protected LoggedAction() {
	}

	/**
	 * Notes what a structure means to try, or tried.
	 * @throws Refusal when it is said to be over, which asks for more than a draft tells
	 */
	LoggedAction(UUID id, Enrolment enrolment, ActionDraft draft, ActionChoices choices, Person writtenBy, Instant at) {
		super(id);
		ActionState first = Objects.requireNonNullElse(draft.state(), ActionState.IDEA);
		Objections objections = new Objections();
		objections.when(draft.title().isBlank(), "title", "journal.title.needed");
		objections.when(first.isOver(), "state", "journal.state.overAsksMore");
		objections.when(isPromise(enrolment, first), "state", "journal.state.parcoursOver");
		objections.when(!choices.offers(Taxonomy.THEME, draft.themeId()), "theme", "journal.choice.unknown");
		objections.when(!choices.hasSession(draft.dueBySession()), "session", "journal.session.unknown");
		objections.raise();
		this.enrolment = enrolment;
		this.title = draft.title().strip();
		this.description = draft.description().strip();
		this.state = first;
		this.theme = choices.entry(Taxonomy.THEME, draft.themeId());
		this.tiedSession = choices.session(draft.dueBySession());
		this.writtenBy = writtenBy;
		this.loggedAt = at;
	}

	/**
	 * Says it all again (rules 7 and 8).
	 * @param today what is done is done by then
	 * @param rates the price of a volunteer's hour on a day, in euros
	 * @throws Refusal what the rules object to, each beside its field, the others
	 * suppressed in the first
	 */
	void revise(ActionDetails details, ActionChoices choices, LocalDate today,
			Function<LocalDate, Optional<BigDecimal>> rates) {
		check(details, choices, today);
		apply(details, choices);
		value(rates);
	}

	/** Whether the rules let it say that (rule 7). */
	void check(ActionDetails details, ActionChoices choices, LocalDate today) {
		Objections objections = new Objections();
		objectToWords(details, objections);
		objectToDates(details, today, objections);
		objectToCounts(details, choices, objections);
		objectToChoices(details, choices, objections);
		objections.raise();
	}

	private void objectToWords(ActionDetails details, Objections objections) {
		ActionState next = details.when().state();
		boolean silent = details.outcome().learning().isBlank();
		objections.when(details.what().title().isBlank(), "title", "journal.title.needed");
		objections.when(next != this.state && !this.state.canBecome(next), "state", "journal.state.cannotFollow");
		objections.when(next != this.state && isPromise(this.enrolment, next), "state", "journal.state.parcoursOver");
		objections.when(next == ActionState.DONE && silent, "learning", "journal.learning.neededWhenDone");
		objections.when(next == ActionState.ABANDONED && silent, "learning", "journal.learning.neededWhenAbandoned");
	}

	private static void objectToDates(ActionDetails details, LocalDate today, Objections objections) {
		LocalDate start = details.when().startsOn();
		LocalDate end = details.when().endsOn();
		boolean done = details.when().state() == ActionState.DONE;
		objections.when(done && start == null && end == null, "startsOn", "journal.date.neededWhenDone");
		objections.when(!DayKind.COURSE.allows(start, today), "startsOn", "day.outside", DayKind.COURSE.first(),
				DayKind.COURSE.last(today));
		objections.when(!DayKind.COURSE.allows(end, today), "endsOn", "day.outside", DayKind.COURSE.first(),
				DayKind.COURSE.last(today));
		objections.when(done && end != null && end.isAfter(today), "endsOn", "journal.date.doneInFuture");
		objections.when(done && end == null && start != null && start.isAfter(today), "startsOn",
				"journal.date.doneInFuture");
		objections.when(start != null && end != null && end.isBefore(start), "endsOn", "journal.date.endBeforeStart");
	}

	private static void objectToCounts(ActionDetails details, ActionChoices choices, Objections objections) {
		Integer reached = details.who().peopleReached();
		Integer involved = details.who().peopleInvolved();
		objections.when(reached != null && !choices.asksPeople(), "peopleReached", "journal.people.notAsked");
		objections.when(involved != null && !choices.asksPeople(), "peopleInvolved", "journal.people.notAsked");
		objections.when(outOfRange(reached), "peopleReached", "journal.people.range");
		objections.when(outOfRange(involved), "peopleInvolved", "journal.people.range");
		objections.when(reached != null && involved != null && involved > reached, "peopleInvolved",
				"journal.people.moreInvolvedThanReached");
		BigDecimal contributed = details.hours().contributed();
		BigDecimal volunteer = details.hours().volunteer();
		objectToHours(contributed, "contributedHours", objections);
		objectToHours(volunteer, "volunteerHours", objections);
		objections.when(volunteer != null && contributed == null, "contributedHours",
				"journal.hours.contributedNeeded");
		objections.when(volunteer != null && contributed != null && volunteer.compareTo(contributed) > 0,
				"volunteerHours", "journal.hours.moreVolunteerThanContributed");
	}

	private static void objectToHours(@Nullable BigDecimal hours, String field, Objections objections) {
		boolean ranged = hours == null || (hours.signum() >= 0 && hours.compareTo(MOST_HOURS) <= 0);
		objections.when(!ranged, field, "journal.hours.range");
		objections.when(ranged && hours != null && hours.multiply(QUARTERS).stripTrailingZeros().scale() > 0, field,
				"journal.hours.quarters");
	}

	private static void objectToChoices(ActionDetails details, ActionChoices choices, Objections objections) {
		ActionDetails.What what = details.what();
		String unknown = "journal.choice.unknown";
		objections.when(what.levelId() != null && !choices.hasScale(), "level", "journal.level.noScale");
		objections.when(choices.hasScale() && !choices.offers(Taxonomy.LEVEL, what.levelId()), "level", unknown);
		objections.when(!choices.offers(Taxonomy.THEME, what.themeId()), "theme", unknown);
		objections.when(!choices.offers(Taxonomy.LEVER, what.leverIds()), "levers", unknown);
		objections.when(!choices.offers(Taxonomy.INSTRUMENT, what.instrumentId()), "instrument", unknown);
		objections.when(!choices.offers(Taxonomy.SERVICE_USER, details.who().serviceUserIds()), "serviceUsers",
				unknown);
		objections.when(!choices.offers(Taxonomy.ROLE, details.who().roleIds()), "roles", unknown);
		objections.when(!choices.offers(Taxonomy.RECOGNITION, details.outcome().recognitionIds()), "recognitions",
				unknown);
		objections.when(!choices.offers(Taxonomy.EFFECT, details.outcome().effectIds()), "effects", unknown);
		objections.when(!choices.hasSession(details.when().dueBySession()), "session", "journal.session.unknown");
		OwnWords own = details.own();
		objections.when(what.themeId() != null && !own.theme().isEmpty(), "ownTheme", "journal.own.either");
		objections.when(what.instrumentId() != null && !own.instrument().isEmpty(), "ownInstrument",
				"journal.own.either");
	}

	private void apply(ActionDetails details, ActionChoices choices) {
		ActionDetails.What what = details.what();
		this.title = what.title().strip();
		this.description = what.description().strip();
		this.theme = choices.entry(Taxonomy.THEME, what.themeId());
		this.level = choices.entry(Taxonomy.LEVEL, what.levelId());
		this.instrument = choices.entry(Taxonomy.INSTRUMENT, what.instrumentId());
		this.state = details.when().state();
		this.startsOn = details.when().startsOn();
		this.endsOn = details.when().endsOn();
		this.tiedSession = choices.session(details.when().dueBySession());
		this.peopleReached = details.who().peopleReached();
		this.peopleInvolved = details.who().peopleInvolved();
		this.contributedHours = details.hours().contributed();
		this.volunteerHours = details.hours().volunteer();
		this.learning = details.outcome().learning().strip();
		this.keptOn = details.outcome().keptOn();
		this.sharing = details.sharing();
		this.own = details.own();
		Set<TaxonomyEntry> chosen = Stream
			.of(choices.entries(Taxonomy.LEVER, what.leverIds()),
					choices.entries(Taxonomy.SERVICE_USER, details.who().serviceUserIds()),
					choices.entries(Taxonomy.ROLE, details.who().roleIds()),
					choices.entries(Taxonomy.RECOGNITION, details.outcome().recognitionIds()),
					choices.entries(Taxonomy.EFFECT, details.outcome().effectIds()))
			.flatMap((several) -> several)
			.collect(Collectors.toSet());
		this.entries.retainAll(chosen);
		this.entries.addAll(chosen);
	}

	private void value(Function<LocalDate, Optional<BigDecimal>> rates) {
		LocalDate day = (this.endsOn != null) ? this.endsOn : this.startsOn;
		BigDecimal hours = this.volunteerHours;
		BigDecimal rate = (this.state == ActionState.DONE && day != null && hours != null)
				? rates.apply(day).orElse(null) : null;
		this.valuedRate = rate;
		this.valuedAmount = (rate == null || hours == null) ? null
				: hours.multiply(rate).setScale(2, RoundingMode.HALF_UP);
	}

	/**
	 * It was decided there.
	 * @throws Refusal when that meeting is another structure's
	 */
	void decidedIn(IndividualMeeting meeting) {
		if (!meeting.getEnrolment().equals(this.enrolment)) {
			throw Refusal.of("meeting", "journal.meeting.unknown");
		}
		this.tiedMeeting = meeting;
	}

	/** What it said in its own words is an entry of that list from now on. */
	public void count(Taxonomy list, TaxonomyEntry entry) {
		switch (list) {
			case THEME -> this.theme = entry;
			case INSTRUMENT -> this.instrument = entry;
			default -> this.entries.add(entry);
		}
		this.own = this.own.with(list, "");
	}

	/** It takes up what another structure tried. */
	void takesUp(LoggedAction other) {
		this.triedFrom = other;
	}

	/** What a facilitator wrote for the structure waits for its pilot. */
	void awaitPilot() {
		this.awaitsPilot = true;
		this.confirmedBy = null;
		this.confirmedAt = null;
	}

	/** The pilot agrees with what a facilitator wrote. */
	void confirm(Person pilot, Instant at) {
		this.awaitsPilot = false;
		this.confirmedBy = pilot;
		this.confirmedAt = at;
	}

	/**
	 * Closing a parcours leaves people completing their actions; archiving does not.
	 * @throws Refusal when its journal is only for reading
	 */
	static void requireWritable(Enrolment enrolment, LocalDate today) {
		if (!isWritable(enrolment.getParcours(), enrolment, today)) {
			throw new Refusal("journal.noLongerOpen", enrolment.getStructure().getName());
		}
	}

	/** A parcours that is over takes what was tried, no new promises. */
	private static boolean isPromise(Enrolment enrolment, ActionState state) {
		return enrolment.getParcours().getStatus() == ParcoursStatus.CLOSED
				&& (state == ActionState.IDEA || state == ActionState.PLANNED);
	}

	/** The states that may follow this one, in a parcours as it stands. */
	public List<ActionState> nextStates() {
		return this.state.next().stream().filter((next) -> !isPromise(this.enrolment, next)).toList();
	}

	/** Whether a structure's journal may still be written on that day. */
	public static boolean isWritable(Parcours parcours, Enrolment enrolment, LocalDate today) {
		return parcours.getStatus().keepsItsPeople() && !enrolment.isAwayOn(today);
	}

	private static boolean outOfRange(@Nullable Integer people) {
		return people != null && (people < 0 || people > MOST_PEOPLE);
	}

	/** All it says now. */
	public ActionDetails getDetails() {
		return new ActionDetails(
				new ActionDetails.What(this.title, this.description, idOf(this.theme), idOf(this.level),
						ids(Taxonomy.LEVER), idOf(this.instrument)),
				new ActionDetails.When(this.state, this.startsOn, this.endsOn,
						(this.tiedSession != null) ? this.tiedSession.getRank() : null),
				new ActionDetails.Who(ids(Taxonomy.SERVICE_USER), ids(Taxonomy.ROLE), this.peopleReached,
						this.peopleInvolved),
				new ActionDetails.Hours(this.contributedHours, this.volunteerHours),
				new ActionDetails.Outcome(ids(Taxonomy.RECOGNITION), ids(Taxonomy.EFFECT), this.learning, this.keptOn),
				this.sharing, this.own);
	}

	private Set<UUID> ids(Taxonomy taxonomy) {
		return chosen(taxonomy).stream().map(Identified::getId).collect(Collectors.toSet());
	}

	private static @Nullable UUID idOf(@Nullable TaxonomyEntry entry) {
		return (entry != null) ? entry.getId() : null;
	}

	/** Whether it takes up what another structure shared with the library. */
	public boolean isTakenUp() {
		return this.triedFrom != null;
	}

	/** Its roles, levers, kinds of usagers, recognitions or effects, in their order. */
	public List<TaxonomyEntry> chosen(Taxonomy taxonomy) {
		return this.entries.stream()
			.filter((entry) -> entry.getTaxonomy() == taxonomy)
			.sorted(Comparator.comparingInt(TaxonomyEntry::getRank))
			.toList();
	}

	/** Everything it took from a list. */
	Stream<TaxonomyEntry> entries() {
		return Stream.concat(this.entries.stream(),
				Stream.of(this.theme, this.level, this.instrument).filter(Objects::nonNull));
	}

	/** What the lists did not offer. */
	public OwnWords getOwnWords() {
		return this.own;
	}

	public Enrolment getEnrolment() {
		return this.enrolment;
	}

	public String getTitle() {
		return this.title;
	}

	public String getDescription() {
		return this.description;
	}

	/** What was learnt; never blank once it is over. */
	public String getLearning() {
		return this.learning;
	}

	public ActionState getState() {
		return this.state;
	}

	public @Nullable TaxonomyEntry getTheme() {
		return this.theme;
	}

	public @Nullable TaxonomyEntry getLevel() {
		return this.level;
	}

	public @Nullable TaxonomyEntry getInstrument() {
		return this.instrument;
	}

	public @Nullable CollectiveSession getTiedSession() {
		return this.tiedSession;
	}

	public @Nullable IndividualMeeting getTiedMeeting() {
		return this.tiedMeeting;
	}

	public Person getWrittenBy() {
		return this.writtenBy;
	}

	public Instant getLoggedAt() {
		return this.loggedAt;
	}

	/** Written by a facilitator, not yet confirmed by a pilot of the structure. */
	public boolean isAwaitingPilot() {
		return this.awaitsPilot;
	}

	public @Nullable Person getConfirmedBy() {
		return this.confirmedBy;
	}

	public @Nullable Instant getConfirmedAt() {
		return this.confirmedAt;
	}

	/** The rate its volunteer hours were priced at when done, in €/h. */
	public @Nullable BigDecimal getValuedRate() {
		return this.valuedRate;
	}

	/** Its volunteer hours × that rate, in euros, half up to the cent. */
	public @Nullable BigDecimal getValuedAmount() {
		return this.valuedAmount;
	}

}
