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

	public @Nullable UUID structure;

	@NotBlank(message = "{journal.title.needed}")
	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String title = "";

	public @Nullable ActionState state = ActionState.IDEA;

	public @Nullable Integer session;

	/** The meeting that decided it. */
	public @Nullable UUID meeting;

	public @Nullable UUID theme;

	@Size(max = 4000)
	public String description = "";

	/**
	 * It is noted under way, until the next page says when it was done and what was
	 * learnt.
	 */
	boolean isDone() {
		return this.state == ActionState.DONE;
	}

	ActionDraft toDraft() {
		return new ActionDraft(this.title, isDone() ? ActionState.ONGOING : this.state, this.description, this.theme,
				this.session, this.meeting);
	}

}
