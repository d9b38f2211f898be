package fr.faireavec.cohorts.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import fr.faireavec.web.NotCalledOptional;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who signed for each structure, by its enrolment, all on one day. */
class SignaturesForm {

	@NotNull
	@Day(DayKind.PAST)
	public @Nullable LocalDate on;

	@Typed(Typed.As.NAME_AND_FUNCTION)
	@NotCalledOptional
	public Map<String, @Size(max = 120) String> signatory = new LinkedHashMap<>();

	static SignaturesForm on(LocalDate today) {
		SignaturesForm form = new SignaturesForm();
		form.on = today;
		return form;
	}

	/** Of the structures that wait for a signature: those somebody signed for. */
	Map<UUID, String> signed(Iterable<SignatureRow> waiting) {
		Map<UUID, String> signed = new LinkedHashMap<>();
		for (SignatureRow row : waiting) {
			String name = this.signatory.getOrDefault(row.enrolmentId().toString(), "");
			if (!name.isBlank()) {
				signed.put(row.enrolmentId(), name);
			}
		}
		return signed;
	}

}
