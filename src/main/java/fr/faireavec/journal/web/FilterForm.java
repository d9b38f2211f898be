package fr.faireavec.journal.web;

import java.util.List;
import java.util.UUID;

import fr.faireavec.journal.ActionFilter;
import fr.faireavec.journal.ActionState;
import org.jspecify.annotations.Nullable;

/** Which actions one looks at. */
class FilterForm {

	private @Nullable UUID structure;

	private @Nullable ActionState state;

	private @Nullable UUID theme;

	ActionFilter toFilter() {
		return new ActionFilter((this.structure != null) ? List.of(this.structure) : List.of(), this.state, this.theme);
	}

	public @Nullable UUID getStructure() {
		return this.structure;
	}

	public void setStructure(@Nullable UUID structure) {
		this.structure = structure;
	}

	public @Nullable ActionState getState() {
		return this.state;
	}

	public void setState(@Nullable ActionState state) {
		this.state = state;
	}

	public @Nullable UUID getTheme() {
		return this.theme;
	}

	public void setTheme(@Nullable UUID theme) {
		this.theme = theme;
	}

}
