package fr.faireavec.journal.web;

import java.util.List;
import java.util.UUID;

import fr.faireavec.journal.ActionFilter;
import fr.faireavec.journal.ActionState;
import org.jspecify.annotations.Nullable;

/** Which actions one looks at. */
class FilterForm {

	public @Nullable UUID structure;

	public @Nullable ActionState state;

	public @Nullable UUID theme;

	ActionFilter toFilter() {
		return new ActionFilter((this.structure != null) ? List.of(this.structure) : List.of(), this.state, this.theme);
	}

}
