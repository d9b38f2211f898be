package fr.faireavec.evidence.web;

import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody says to being shown. */
class AnswerForm {

	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String by = "";

	@NotNull
	public @Nullable Said answer;

	/** Yes, or no: the second also takes back what was given. */
	enum Said {

		YES, NO

	}

}
