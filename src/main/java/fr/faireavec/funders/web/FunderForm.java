package fr.faireavec.funders.web;

import java.util.Objects;

import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A funder as it is typed. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until chosen, never null once
													// valid
class FunderForm extends KeyedForm {

	public int version;

	@NotBlank
	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String name = "";

	@NotNull
	public @Nullable FunderKind kind;

	@Size(max = 300)
	public String mention = "";

	@Size(max = 300)
	@Typed(Typed.As.LINE)
	public String territory = "";

	@Size(max = 500)
	@Typed(Typed.As.LINE)
	public String departements = "";

	static FunderForm of(Funder funder) {
		FunderForm form = new FunderForm();
		form.version = funder.getVersion();
		form.name = funder.getName();
		form.kind = funder.getKind();
		form.mention = funder.getMention();
		form.territory = funder.getTerritory();
		form.departements = funder.getDepartements();
		return form;
	}

	FunderKind chosenKind() {
		return Objects.requireNonNull(this.kind);
	}

}
