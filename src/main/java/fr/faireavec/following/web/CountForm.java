package fr.faireavec.following.web;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Which entry of the list some words are counted as. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until filled in, never null once
													// valid
class CountForm {

	@NotNull(message = "{following.entry.needed}")
	public @Nullable UUID entry;

}
