package fr.faireavec.replies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.MandateRole;
import org.jspecify.annotations.Nullable;

/**
 * One person expected on a day, for one structure or several, and what they said of it.
 *
 * @param answer null while silent, or when what was said was of another date
 * @param saidBy who wrote it down, when it was not by themselves
 * @param askedOn when they were last reminded
 * @param former the other date they had answered for
 */
public record Standing(UUID personId, String name, String givenName, boolean written, List<StandsFor> structures,
		@Nullable Answer answer, String replacementName, String replacementOrganisation, String meals, String access,
		@Nullable AnswerWay how, @Nullable String saidBy, @Nullable Instant saidAt, @Nullable LocalDate askedOn,
		@Nullable LocalDate former) {

	static Standing of(List<Mandate> held, @Nullable Reply reply, LocalDate day) {
		Person person = held.getFirst().getPerson();
		List<StandsFor> structures = held.stream()
			.map((mandate) -> new StandsFor(mandate.getEnrolment().getId(),
					mandate.getEnrolment().getStructure().getName(), mandate.getRole()))
			.toList();
		if (reply == null || !reply.standsOn(day)) {
			LocalDate former = (reply != null && reply.getAnswer() != null) ? reply.getDay() : null;
			return new Standing(person.getId(), person.getName(), person.getGivenName(), person.getEmail() != null,
					structures, null, "", "", "", "", null, null, null, (reply != null) ? reply.getAskedOn() : null,
					former);
		}
		Person by = reply.getSaidBy();
		return new Standing(person.getId(), person.getName(), person.getGivenName(), person.getEmail() != null,
				structures, reply.getAnswer(), reply.getReplacementName(), reply.getReplacementOrganisation(),
				reply.getMeals(), reply.getAccess(), reply.getHow(),
				(by != null && reply.getHow() == AnswerWay.BY_FACILITATOR) ? by.getName() : null, reply.getSaidAt(),
				reply.getAskedOn(), null);
	}

	public boolean isSilent() {
		return this.answer == null;
	}

	public boolean isAbsent() {
		return this.answer == Answer.NOT_COMING || this.answer == Answer.REPLACED;
	}

	/** Whether something is to be prepared for whoever comes. */
	public boolean hasNeeds() {
		return this.answer != null && this.answer.bringsSomebody() && !(this.meals.isEmpty() && this.access.isEmpty());
	}

	/** A structure somebody stands for, and as what. */
	public record StandsFor(UUID enrolmentId, String structure, MandateRole role) {
	}

}
