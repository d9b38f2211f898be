package fr.faireavec.announcements.web;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What is taken back, or given again: an action, or else the structure's name. */
class OfUsForm {

	@NotNull
	public @Nullable UUID enrolment;

	public @Nullable UUID action;

}
