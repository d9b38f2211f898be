package fr.faireavec.parcours.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursProfile;
import fr.faireavec.web.Day;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the animation fills in to make a parcours, or to correct one. */
class ParcoursForm extends KeyedForm {

	public int version;

	@NotBlank
	public String template = "";

	@NotBlank
	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String name = "";

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate startsOn;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate endsOn;

	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String departements = "";

	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String territory = "";

	@NotNull
	@Min(1)
	@Max(200)
	public @Nullable Integer capacityMin = 8;

	@NotNull
	@Min(1)
	@Max(200)
	public @Nullable Integer capacityMax = 10;

	@Size(max = 50)
	public List<UUID> facilitators = new ArrayList<>();

	/** The warnings that were read. */
	public Set<String> accepted = new HashSet<>();

	static ParcoursForm of(Parcours parcours) {
		ParcoursProfile profile = parcours.getProfile();
		ParcoursForm form = new ParcoursForm();
		form.version = parcours.getVersion();
		form.template = parcours.getTemplate().getCode();
		form.name = profile.name();
		form.startsOn = profile.startsOn();
		form.endsOn = profile.endsOn();
		form.departements = profile.departements();
		form.territory = profile.territory();
		form.capacityMin = profile.capacityMin();
		form.capacityMax = profile.capacityMax();
		return form;
	}

	/** Only once the form has no error. */
	ParcoursProfile toProfile(List<Person> people) {
		if (this.startsOn == null || this.endsOn == null || this.capacityMin == null || this.capacityMax == null) {
			throw new IllegalStateException("validated before");
		}
		return new ParcoursProfile(this.name, this.startsOn, this.endsOn, this.departements, this.territory,
				this.capacityMin, this.capacityMax, people);
	}

}
