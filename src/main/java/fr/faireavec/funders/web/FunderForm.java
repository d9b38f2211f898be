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

	private int version;

	@NotBlank
	@Size(max = 150)
	@Typed(Typed.As.LINE)
	private String name = "";

	@NotNull
	private @Nullable FunderKind kind;

	@Size(max = 300)
	private String mention = "";

	@Size(max = 300)
	@Typed(Typed.As.LINE)
	private String territory = "";

	static FunderForm of(Funder funder) {
		FunderForm form = new FunderForm();
		form.version = funder.getVersion();
		form.name = funder.getName();
		form.kind = funder.getKind();
		form.mention = funder.getMention();
		form.territory = funder.getTerritory();
		return form;
	}

	FunderKind chosenKind() {
		return Objects.requireNonNull(this.kind);
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public @Nullable FunderKind getKind() {
		return this.kind;
	}

	public void setKind(@Nullable FunderKind kind) {
		this.kind = kind;
	}

	public String getMention() {
		return this.mention;
	}

	public void setMention(String mention) {
		this.mention = mention;
	}

	public String getTerritory() {
		return this.territory;
	}

	public void setTerritory(String territory) {
		this.territory = territory;
	}

}
