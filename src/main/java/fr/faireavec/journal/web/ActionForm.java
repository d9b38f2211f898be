package fr.faireavec.journal.web;

import java.time.Duration;
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
import fr.faireavec.journal.OwnWords;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import fr.faireavec.web.InWords;
import fr.faireavec.web.NotCalledOptional;
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

	public int version;

	@NotBlank(message = "{journal.title.needed}")
	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String title = "";

	@Size(max = 4000)
	public String description = "";

	public @Nullable UUID theme;

	public @Nullable UUID level;

	@Size(max = 300)
	public Set<UUID> levers = new LinkedHashSet<>();

	public @Nullable UUID instrument;

	@NotNull
	public @Nullable ActionState state;

	@NotCalledOptional
	@Day(DayKind.COURSE)
	public @Nullable LocalDate startsOn;

	@Day(DayKind.COURSE)
	public @Nullable LocalDate endsOn;

	public @Nullable Integer session;

	@Size(max = 300)
	public Set<UUID> serviceUsers = new LinkedHashSet<>();

	@Size(max = 300)
	public Set<UUID> roles = new LinkedHashSet<>();

	public @Nullable Integer peopleReached;

	public @Nullable Integer peopleInvolved;

	public @Nullable Duration contributedHours;

	public @Nullable Duration volunteerHours;

	@NotCalledOptional
	@Size(max = 3000)
	public String learning = "";

	@Size(max = 300)
	public Set<UUID> effects = new LinkedHashSet<>();

	@Size(max = 300)
	public Set<UUID> recognitions = new LinkedHashSet<>();

	public @Nullable KeptOn keptOn;

	public boolean sharedCohort;

	public boolean sharedLibrary;

	public boolean libraryNamed;

	public boolean libraryNews;

	public boolean sharedBilan;

	@Size(max = OwnWords.LONGEST)
	@Typed(Typed.As.LINE)
	public String ownTheme = "";

	@Size(max = OwnWords.LONGEST)
	@Typed(Typed.As.LINE)
	public String ownLever = "";

	@Size(max = OwnWords.LONGEST)
	@Typed(Typed.As.LINE)
	public String ownInstrument = "";

	@Size(max = OwnWords.LONGEST)
	@Typed(Typed.As.LINE)
	public String ownServiceUser = "";

	@Size(max = OwnWords.LONGEST)
	@Typed(Typed.As.LINE)
	public String ownRole = "";

	@Size(max = OwnWords.LONGEST)
	@Typed(Typed.As.LINE)
	public String ownRecognition = "";

	@Size(max = OwnWords.LONGEST)
	@Typed(Typed.As.LINE)
	public String ownEffect = "";

	public Set<String> accepted = new LinkedHashSet<>();

	private Function<Object, @Nullable String> words = (value) -> null;

	static ActionForm of(LoggedAction action) {
		ActionForm form = new ActionForm();
		ActionDetails details = action.getDetails();
		form.version = action.getVersion();
		form.say(details.what());
		form.say(details.when());
		form.say(details.who());
		form.contributedHours = details.hours().timeContributed();
		form.volunteerHours = details.hours().timeVolunteered();
		form.say(details.outcome());
		form.sharedCohort = details.sharing().cohort();
		form.sharedLibrary = details.sharing().library();
		form.libraryNamed = details.sharing().named();
		form.libraryNews = details.sharing().news();
		form.sharedBilan = details.sharing().bilan();
		form.say(details.own());
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

	private void say(OwnWords own) {
		this.ownTheme = own.theme();
		this.ownLever = own.lever();
		this.ownInstrument = own.instrument();
		this.ownServiceUser = own.serviceUser();
		this.ownRole = own.role();
		this.ownRecognition = own.recognition();
		this.ownEffect = own.effect();
	}

	/** Of a form that was found valid. */
	ActionDetails toDetails() {
		return new ActionDetails(
				new ActionDetails.What(this.title, this.description, this.theme, this.level, this.levers,
						this.instrument),
				new ActionDetails.When(Objects.requireNonNull(this.state), this.startsOn, this.endsOn, this.session),
				new ActionDetails.Who(this.serviceUsers, this.roles, this.peopleReached, this.peopleInvolved),
				ActionDetails.Hours.of(this.contributedHours, this.volunteerHours),
				new ActionDetails.Outcome(this.recognitions, this.effects, this.learning, this.keptOn),
				new ActionDetails.Sharing(this.sharedCohort, this.sharedLibrary, this.sharedBilan, this.libraryNamed,
						this.libraryNews),
				new OwnWords(this.ownTheme, this.ownLever, this.ownInstrument, this.ownServiceUser, this.ownRole,
						this.ownRecognition, this.ownEffect));
	}

	/** From now on it knows what its choices are called. */
	ActionForm speaking(Function<Object, @Nullable String> newWords) {
		this.words = newWords;
		return this;
	}

	@Override
	public @Nullable String inWords(String property) {
		Object value = PropertyAccessorFactory.forDirectFieldAccess(this).getPropertyValue(property);
		return (value != null) ? this.words.apply(value) : null;
	}

}
