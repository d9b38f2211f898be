package fr.faireavec.replies.web;

import java.util.Objects;

import fr.faireavec.replies.Answer;
import fr.faireavec.replies.Said;
import fr.faireavec.replies.Standing;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody comes. A press says that alone; what its form does not ask stays as it
 * was.
 */
class ReplyForm {

	@NotNull
	public @Nullable Answer answer;

	@Size(max = 120)
	@Typed(Typed.As.NAME_AND_FUNCTION)
	public @Nullable String name;

	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public @Nullable String organisation;

	@Size(max = 300)
	@Typed(Typed.As.LINE)
	public @Nullable String meals;

	@Size(max = 300)
	@Typed(Typed.As.LINE)
	public @Nullable String access;

	static ReplyForm of(Standing standing, boolean readsNeeds) {
		ReplyForm form = new ReplyForm();
		form.answer = standing.answer();
		form.name = standing.replacementName();
		form.organisation = standing.replacementOrganisation();
		form.meals = readsNeeds ? standing.meals() : "";
		form.access = readsNeeds ? standing.access() : "";
		return form;
	}

	Said said() {
		return new Said(Objects.requireNonNull(this.answer), this.name, this.organisation, this.meals, this.access);
	}

	/**
	 * Whoever does not see what was asked for does not empty it: a blank leaves it.
	 */
	Said saidBlind() {
		return new Said(Objects.requireNonNull(this.answer), this.name, this.organisation, unlessBlank(this.meals),
				unlessBlank(this.access));
	}

	private static @Nullable String unlessBlank(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
