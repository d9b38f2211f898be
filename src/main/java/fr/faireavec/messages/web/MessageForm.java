package fr.faireavec.messages.web;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.messages.Audience;
import fr.faireavec.messages.Draft;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A message, read before it leaves. */
class MessageForm extends KeyedForm {

	@NotNull
	public @Nullable Audience audience = Audience.EVERYBODY;

	@Size(max = 200)
	public Set<UUID> structures = new LinkedHashSet<>();

	public @Nullable Integer rank;

	@NotBlank
	@Size(max = Draft.LONGEST_SUBJECT)
	@Typed(Typed.As.LINE)
	public String subject = "";

	@NotBlank
	@Size(max = Draft.LONGEST)
	public String words = "";

	/** Whether its writer goes back to it from what it would look like. */
	public boolean correcting;

	@Size(max = 5)
	public Set<String> accepted = new LinkedHashSet<>();

	/** Only once the form has no error. */
	Draft toDraft() {
		Audience to = Objects.requireNonNull(this.audience);
		return new Draft(to, this.rank, this.structures, this.subject, this.words);
	}

}
