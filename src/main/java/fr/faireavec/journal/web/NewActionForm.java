package fr.faireavec.journal.web;

import java.util.UUID;

import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionState;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An action noted from a phone: a title, and what one already knows. */
class NewActionForm extends KeyedForm {

	private @Nullable UUID structure;

	@NotBlank(message = "{journal.title.needed}")
	@Size(max = 120)
	@Typed(Typed.As.LINE)
	private String title = "";

	private @Nullable ActionState state = ActionState.IDEA;

	private @Nullable Integer session;

	private @Nullable UUID theme;

	@Size(max = 4000)
	private String description = "";

	ActionDraft toDraft() {
		return new ActionDraft(this.title, this.state, this.description, this.theme, this.session);
	}

	public @Nullable UUID getStructure() {
		return this.structure;
	}

	public void setStructure(@Nullable UUID structure) {
		this.structure = structure;
	}

	public String getTitle() {
		return this.title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public @Nullable ActionState getState() {
		return this.state;
	}

	public void setState(@Nullable ActionState state) {
		this.state = state;
	}

	public @Nullable Integer getSession() {
		return this.session;
	}

	public void setSession(@Nullable Integer session) {
		this.session = session;
	}

	public @Nullable UUID getTheme() {
		return this.theme;
	}

	public void setTheme(@Nullable UUID theme) {
		this.theme = theme;
	}

	public String getDescription() {
		return this.description;
	}

	public void setDescription(String description) {
		this.description = description;
	}

}
