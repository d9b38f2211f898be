package fr.faireavec.admin.web;

import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Role;
import fr.faireavec.admin.PersonSheet;
import fr.faireavec.kernel.Ids;
import fr.faireavec.web.InWords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** The stored role of somebody: ADMIN, FACILITATOR or NONE. */
class RoleForm implements InWords {

	private UUID key = Ids.next();

	private int version;

	@NotBlank
	@Pattern(regexp = "ADMIN|FACILITATOR|NONE")
	private String role = "";

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

	/** As it stands now, about the same letter: two edits differ by their role alone. */
	RoleForm answering(RoleForm mine) {
		this.key = mine.key;
		return this;
	}

	@Nullable Role toRole() {
		return "NONE".equals(this.role) ? null : Role.valueOf(this.role);
	}

	@Override
	public @Nullable String inWords(String property) {
		return "role".equals(property) ? this.words.get(this.role) : null;
	}

	public UUID getKey() {
		return this.key;
	}

	public void setKey(UUID key) {
		this.key = key;
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public String getRole() {
		return this.role;
	}

	public void setRole(String role) {
		this.role = role;
	}

}
