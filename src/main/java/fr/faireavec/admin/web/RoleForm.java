package fr.faireavec.admin.web;

import java.util.Map;

import fr.faireavec.accounts.Role;
import fr.faireavec.admin.PersonSheet;
import fr.faireavec.web.InWords;
import fr.faireavec.web.KeyedForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** The stored role of somebody: ADMIN, FACILITATOR or NONE. */
class RoleForm extends KeyedForm implements InWords {

	public int version;

	@NotBlank
	@Pattern(regexp = "ADMIN|FACILITATOR|NONE")
	public String role = "";

	private Map<String, String> words = Map.of();

	static RoleForm of(PersonSheet sheet) {
		RoleForm form = new RoleForm();
		form.version = sheet.accountVersion();
		form.role = (sheet.role() != null) ? sheet.role().name() : "NONE";
		return form;
	}

	RoleForm speaking(Map<String, String> roles) {
		this.words = roles;
		return this;
	}

	@Nullable Role toRole() {
		return "NONE".equals(this.role) ? null : Role.valueOf(this.role);
	}

	@Override
	public @Nullable String inWords(String property) {
		return "role".equals(property) ? this.words.get(this.role) : null;
	}

}
