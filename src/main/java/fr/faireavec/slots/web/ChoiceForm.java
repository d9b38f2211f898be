package fr.faireavec.slots.web;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The slot a structure takes for a meeting, as that meeting was when it chose. */
class ChoiceForm {

	public int version;

	@NotNull
	public @Nullable UUID slot;

}
