package fr.faireavec.following.web;

import java.util.UUID;

import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.NotCalledOptional;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

/** Which entry of the list some words are counted as: one it has, or a new one. */
class KeepForm extends KeyedForm {

	@NotCalledOptional
	public @Nullable UUID entry;

	@NotCalledOptional
	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String label = "";

	/** One or the other. */
	void check(BindingResult errors) {
		if (this.entry == null && this.label.isBlank() && !errors.hasErrors()) {
			errors.rejectValue("entry", "following.either.needed");
		}
		if (this.entry != null && !this.label.isBlank()) {
			errors.rejectValue("label", "following.either.one");
		}
	}

}
