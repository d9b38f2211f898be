package fr.faireavec.bilans.web;

import java.util.UUID;

import fr.faireavec.web.KeyedForm;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** With whom a version is shared. */
class ShareForm extends KeyedForm {

	@NotNull
	public @Nullable UUID funder;

}
