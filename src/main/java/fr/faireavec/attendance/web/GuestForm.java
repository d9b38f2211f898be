package fr.faireavec.attendance.web;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.attendance.AttendanceTaking;
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
	private String name = "";

	@Size(max = 150)
	@Typed(Typed.As.LINE)
	private String organisation = "";

	private @Nullable UUID represents;

	@Size(max = 500)
	private String reason = "";

	private int half = 1;

	private Set<String> accepted = new LinkedHashSet<>();

	AttendanceTaking.Guest toGuest() {
		return new AttendanceTaking.Guest(this.name, this.organisation, this.represents);
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getOrganisation() {
		return this.organisation;
	}

	public void setOrganisation(String organisation) {
		this.organisation = organisation;
	}

	public @Nullable UUID getRepresents() {
		return this.represents;
	}

	public void setRepresents(@Nullable UUID represents) {
		this.represents = represents;
	}

	public Set<String> getAccepted() {
		return this.accepted;
	}

	public void setAccepted(Set<String> accepted) {
		this.accepted = accepted;
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

	public int getHalf() {
		return this.half;
	}

	public void setHalf(int half) {
		this.half = half;
	}

}
