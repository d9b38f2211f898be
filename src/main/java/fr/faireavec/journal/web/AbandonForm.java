package fr.faireavec.journal.web;

import java.util.LinkedHashSet;
import java.util.Set;

import fr.faireavec.journal.ActionDetails;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.LoggedAction;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An abandoned try is a result: it says what was learnt, and nothing else is needed. */
class AbandonForm {

	public int version;

	@NotBlank(message = "{journal.learning.neededWhenAbandoned}")
	@Size(max = 3000)
	public String learning = "";

	public Set<String> accepted = new LinkedHashSet<>();

	static AbandonForm of(LoggedAction action) {
		AbandonForm form = new AbandonForm();
		form.version = action.getVersion();
		form.learning = action.getLearning();
		return form;
	}

	ActionDetails over(ActionDetails said) {
		return said
			.with(new ActionDetails.When(ActionState.ABANDONED, said.when().startsOn(), said.when().endsOn(),
					said.when().dueBySession()))
			.with(new ActionDetails.Outcome(said.outcome().recognitionIds(), said.outcome().effectIds(), this.learning,
					said.outcome().keptOn()));
	}

}
