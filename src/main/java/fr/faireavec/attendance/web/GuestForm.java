package fr.faireavec.attendance.web;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.attendance.Guest;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody who came without a mandate. The key makes a double press one guest. */
class GuestForm extends KeyedForm {

	@NotBlank
	@Size(max = 120)
	@Typed(Typed.As.NAME_AND_FUNCTION)
	public String name = "";

	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String organisation = "";

	public @Nullable UUID represents;

	public @Nullable Integer onlyHalf;

	@Size(max = 500)
	public String reason = "";

	public int half = 1;

	public Set<String> accepted = new LinkedHashSet<>();

	Guest toGuest() {
		return new Guest(this.name, this.organisation, this.represents, this.onlyHalf);
	}

}
