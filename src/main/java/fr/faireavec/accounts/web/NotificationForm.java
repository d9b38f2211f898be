package fr.faireavec.accounts.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The optional letters somebody wants. */
class NotificationForm {

	@Size(max = 100)
	public List<String> kinds = new ArrayList<>();

	@NotNull
	public @Nullable Rhythm rhythm;

	static NotificationForm of(Collection<String> received, boolean weekly) {
		NotificationForm form = new NotificationForm();
		form.rhythm = weekly ? Rhythm.WEEKLY : Rhythm.EACH;
		form.kinds = new ArrayList<>(received);
		return form;
	}

	/** When what can wait comes. */
	enum Rhythm {

		EACH,

		/** In one letter, on Monday morning. */
		WEEKLY

	}

}
