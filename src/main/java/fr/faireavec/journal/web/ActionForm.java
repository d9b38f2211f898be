package fr.faireavec.journal.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import fr.faireavec.journal.ActionDetails;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.KeptOn;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import fr.faireavec.web.InWords;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessorFactory;

/** All an action says, to fill in bit by bit. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until filled in, never null once
													// valid
class ActionForm implements InWords {

	private int version;

	@NotBlank(message = "{journal.title.needed}")
	@Size(max = 120)
	@Typed(Typed.As.LINE)
	private String title = "";

	@Size(max = 4000)
	private String description = "";

	private @Nullable UUID theme;

	private @Nullable UUID level;

	@Size(max = 300)
	private Set<UUID> levers = new LinkedHashSet<>();

	private @Nullable UUID instrument;

	@NotNull
	private @Nullable ActionState state;

	@Day(DayKind.COURSE)
	private @Nullable LocalDate startsOn;

	@Day(DayKind.COURSE)
	private @Nullable LocalDate endsOn;

	private @Nullable Integer session;

	@Size(max = 300)
	private Set<UUID> serviceUsers = new LinkedHashSet<>();

	@Size(max = 300)
	private Set<UUID> roles = new LinkedHashSet<>();

	private @Nullable Integer peopleReached;

	private @Nullable Integer peopleInvolved;

	private @Nullable BigDecimal contributedHours;

	private @Nullable BigDecimal volunteerHours;

	@Size(max = 3000)
	private String learning = "";

	@Size(max = 300)
	private Set<UUID> effects = new LinkedHashSet<>();

	@Size(max = 300)
	private Set<UUID> recognitions = new LinkedHashSet<>();

	private @Nullable KeptOn keptOn;

	private boolean sharedCohort;

	private boolean sharedLibrary;

	private boolean sharedBilan;

	private Function<Object, @Nullable String> words = (value) -> null;

	static ActionForm of(LoggedAction action) {
		ActionForm form = new ActionForm();
		ActionDetails details = action.getDetails();
		form.version = action.getVersion();
		form.say(details.what());
		form.say(details.when());
		form.say(details.who());
		form.contributedHours = details.hours().contributed();
		form.volunteerHours = details.hours().volunteer();
		form.say(details.outcome());
		form.sharedCohort = details.sharing().cohort();
		form.sharedLibrary = details.sharing().library();
		form.sharedBilan = details.sharing().bilan();
		return form;
	}

	private void say(ActionDetails.What what) {
		this.title = what.title();
		this.description = what.description();
		this.theme = what.themeId();
		this.level = what.levelId();
		this.levers = what.leverIds();
		this.instrument = what.instrumentId();
	}

	private void say(ActionDetails.When when) {
		this.state = when.state();
		this.startsOn = when.startsOn();
		this.endsOn = when.endsOn();
		this.session = when.dueBySession();
	}

	private void say(ActionDetails.Who who) {
		this.serviceUsers = who.serviceUserIds();
		this.roles = who.roleIds();
		this.peopleReached = who.peopleReached();
		this.peopleInvolved = who.peopleInvolved();
	}

	private void say(ActionDetails.Outcome outcome) {
		this.learning = outcome.learning();
		this.effects = outcome.effectIds();
		this.recognitions = outcome.recognitionIds();
		this.keptOn = outcome.keptOn();
	}

	/** Of a form that was found valid. */
	ActionDetails toDetails() {
		return new ActionDetails(
				new ActionDetails.What(this.title, this.description, this.theme, this.level, this.levers,
						this.instrument),
				new ActionDetails.When(Objects.requireNonNull(this.state), this.startsOn, this.endsOn, this.session),
				new ActionDetails.Who(this.serviceUsers, this.roles, this.peopleReached, this.peopleInvolved),
				new ActionDetails.Hours(this.contributedHours, this.volunteerHours),
				new ActionDetails.Outcome(this.recognitions, this.effects, this.learning, this.keptOn),
				new ActionDetails.Sharing(this.sharedCohort, this.sharedLibrary, this.sharedBilan));
	}

	/** From now on it knows what its choices are called. */
	ActionForm speaking(Function<Object, @Nullable String> newWords) {
		this.words = newWords;
		return this;
	}

	@Override
	public @Nullable String inWords(String property) {
		Object value = PropertyAccessorFactory.forBeanPropertyAccess(this).getPropertyValue(property);
		return (value != null) ? this.words.apply(value) : null;
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public String getTitle() {
		return this.title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public String getDescription() {
		return this.description;
	}

	public void setDescription(String description) {
		this.description = description;
	}

	public @Nullable UUID getTheme() {
		return this.theme;
	}

	public void setTheme(@Nullable UUID theme) {
		this.theme = theme;
	}

	public @Nullable UUID getLevel() {
		return this.level;
	}

	public void setLevel(@Nullable UUID level) {
		this.level = level;
	}

	public Set<UUID> getLevers() {
		return this.levers;
	}

	public void setLevers(Set<UUID> levers) {
		this.levers = levers;
	}

	public @Nullable UUID getInstrument() {
		return this.instrument;
	}

	public void setInstrument(@Nullable UUID instrument) {
		this.instrument = instrument;
	}

	public @Nullable ActionState getState() {
		return this.state;
	}

	public void setState(@Nullable ActionState state) {
		this.state = state;
	}

	public @Nullable LocalDate getStartsOn() {
		return this.startsOn;
	}

	public void setStartsOn(@Nullable LocalDate startsOn) {
		this.startsOn = startsOn;
	}

	public @Nullable LocalDate getEndsOn() {
		return this.endsOn;
	}

	public void setEndsOn(@Nullable LocalDate endsOn) {
		this.endsOn = endsOn;
	}

	public @Nullable Integer getSession() {
		return this.session;
	}

	public void setSession(@Nullable Integer session) {
		this.session = session;
	}

	public Set<UUID> getServiceUsers() {
		return this.serviceUsers;
	}

	public void setServiceUsers(Set<UUID> serviceUsers) {
		this.serviceUsers = serviceUsers;
	}

	public Set<UUID> getRoles() {
		return this.roles;
	}

	public void setRoles(Set<UUID> roles) {
		this.roles = roles;
	}

	public @Nullable Integer getPeopleReached() {
		return this.peopleReached;
	}

	public void setPeopleReached(@Nullable Integer peopleReached) {
		this.peopleReached = peopleReached;
	}

	public @Nullable Integer getPeopleInvolved() {
		return this.peopleInvolved;
	}

	public void setPeopleInvolved(@Nullable Integer peopleInvolved) {
		this.peopleInvolved = peopleInvolved;
	}

	public @Nullable BigDecimal getContributedHours() {
		return this.contributedHours;
	}

	public void setContributedHours(@Nullable BigDecimal contributedHours) {
		this.contributedHours = contributedHours;
	}

	public @Nullable BigDecimal getVolunteerHours() {
		return this.volunteerHours;
	}

	public void setVolunteerHours(@Nullable BigDecimal volunteerHours) {
		this.volunteerHours = volunteerHours;
	}

	public String getLearning() {
		return this.learning;
	}

	public void setLearning(String learning) {
		this.learning = learning;
	}

	public Set<UUID> getEffects() {
		return this.effects;
	}

	public void setEffects(Set<UUID> effects) {
		this.effects = effects;
	}

	public Set<UUID> getRecognitions() {
		return this.recognitions;
	}

	public void setRecognitions(Set<UUID> recognitions) {
		this.recognitions = recognitions;
	}

	public @Nullable KeptOn getKeptOn() {
		return this.keptOn;
	}

	public void setKeptOn(@Nullable KeptOn keptOn) {
		this.keptOn = keptOn;
	}

	public boolean isSharedCohort() {
		return this.sharedCohort;
	}

	public void setSharedCohort(boolean sharedCohort) {
		this.sharedCohort = sharedCohort;
	}

	public boolean isSharedLibrary() {
		return this.sharedLibrary;
	}

	public void setSharedLibrary(boolean sharedLibrary) {
		this.sharedLibrary = sharedLibrary;
	}

	public boolean isSharedBilan() {
		return this.sharedBilan;
	}

	public void setSharedBilan(boolean sharedBilan) {
		this.sharedBilan = sharedBilan;
	}

}
