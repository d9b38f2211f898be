package fr.faireavec.cohorts.web;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import fr.faireavec.web.InWords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** When, why and with whom a structure that left comes back. */
class ReturnForm implements InWords {

	public int version;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate on;

	@Size(max = 10)
	public Set<UUID> mandates = new LinkedHashSet<>();

	@NotBlank
	@Size(max = 500)
	public String reason = "";

	private Map<UUID, String> people = Map.of();

	/** From today on, or on the day it leaves if that has not come. */
	static ReturnForm of(Enrolment enrolment, LocalDate today, List<Mandate> lapsed) {
		ReturnForm form = new ReturnForm();
		form.version = enrolment.getVersion();
		LocalDate left = Objects.requireNonNullElse(enrolment.getWithdrawnOn(), today);
		form.on = enrolment.hasLeftOn(today) ? today : left;
		lapsed.forEach((mandate) -> form.mandates.add(mandate.getId()));
		return form.among(lapsed);
	}

	/** So that it says whose mandates it holds. */
	ReturnForm among(List<Mandate> lapsed) {
		this.people = lapsed.stream()
			.collect(Collectors.toMap(Mandate::getId, (mandate) -> mandate.getPerson().getName()));
		return this;
	}

	@Override
	public @Nullable String inWords(String property) {
		return "mandates".equals(property) ? this.mandates.stream()
			.map((id) -> this.people.getOrDefault(id, ""))
			.filter((name) -> !name.isEmpty())
			.sorted()
			.collect(Collectors.joining(", ")) : null;
	}

}
