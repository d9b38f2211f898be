package fr.faireavec.exchanges.web;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.web.KeyedForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What somebody says about an action. */
class CommentForm extends KeyedForm {

	@NotBlank
	@Size(max = 2000)
	public String words = "";

	public Set<UUID> told = new LinkedHashSet<>();

}
