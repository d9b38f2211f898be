package fr.faireavec.admin.web;

import java.util.EnumMap;
import java.util.Map;

import fr.faireavec.settings.Retention;
import fr.faireavec.settings.Settings;
import fr.faireavec.settings.Wording;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** What the installation decides, as it is typed. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until typed, never null once
													// valid
class SettingsForm {

	public int version;

	@NotBlank
	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String networkName = "";

	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	public String contactEmail = "";

	@Size(max = 300)
	public String postalAddress = "";

	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	public String dataContact = "";

	@NotNull
	public @Nullable Integer refusedCandidatures;

	@NotNull
	public @Nullable Integer idleAccounts;

	@NotNull
	public @Nullable Integer attendance;

	@NotNull
	public @Nullable Integer mailLog;

	@NotNull
	public @Nullable Integer auditLog;

	static SettingsForm of(Settings.Current current) {
		SettingsForm form = new SettingsForm();
		form.version = current.version();
		form.networkName = current.say(Wording.NETWORK_NAME);
		form.contactEmail = current.say(Wording.CONTACT_EMAIL);
		form.postalAddress = current.say(Wording.POSTAL_ADDRESS);
		form.dataContact = current.say(Wording.DATA_CONTACT);
		form.refusedCandidatures = current.length(Retention.REFUSED_CANDIDATURES);
		form.idleAccounts = current.length(Retention.IDLE_ACCOUNTS);
		form.attendance = current.length(Retention.ATTENDANCE);
		form.mailLog = current.length(Retention.MAIL_LOG);
		form.auditLog = current.length(Retention.AUDIT_LOG);
		return form;
	}

	Map<Wording, String> wordings() {
		Map<Wording, String> wordings = new EnumMap<>(Wording.class);
		wordings.put(Wording.NETWORK_NAME, this.networkName);
		wordings.put(Wording.CONTACT_EMAIL, this.contactEmail);
		wordings.put(Wording.POSTAL_ADDRESS, this.postalAddress);
		wordings.put(Wording.DATA_CONTACT, this.dataContact);
		return wordings;
	}

	/** Those that were typed. */
	Map<Retention, Integer> retentions() {
		Map<Retention, Integer> retentions = new EnumMap<>(Retention.class);
		put(retentions, Retention.REFUSED_CANDIDATURES, this.refusedCandidatures);
		put(retentions, Retention.IDLE_ACCOUNTS, this.idleAccounts);
		put(retentions, Retention.ATTENDANCE, this.attendance);
		put(retentions, Retention.MAIL_LOG, this.mailLog);
		put(retentions, Retention.AUDIT_LOG, this.auditLog);
		return retentions;
	}

	private static String field(Retention retention) {
		return switch (retention) {
			case REFUSED_CANDIDATURES -> "refusedCandidatures";
			case IDLE_ACCOUNTS -> "idleAccounts";
			case ATTENDANCE -> "attendance";
			case MAIL_LOG -> "mailLog";
			case AUDIT_LOG -> "auditLog";
		};
	}

	/** Says beside each field what is beyond its limits. */
	void check(Errors errors) {
		retentions().forEach((retention, length) -> {
			if (!retention.allows(length)) {
				errors.rejectValue(field(retention), "settings.between",
						new Object[] { retention.least(), retention.most() }, "settings.between");
			}
		});
	}

	private static void put(Map<Retention, Integer> retentions, Retention retention, @Nullable Integer length) {
		if (length != null) {
			retentions.put(retention, length);
		}
	}

}
