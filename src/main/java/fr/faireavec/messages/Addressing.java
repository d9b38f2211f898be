package fr.faireavec.messages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Introductions;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.messages.Addressees.Addressee;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.replies.Answer;
import fr.faireavec.replies.ReplyReading;
import fr.faireavec.replies.Standing;
import fr.faireavec.sessions.CollectiveSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says whom a message goes to: those mandated today, each once. */
@Component
@Transactional(readOnly = true)
class Addressing {

	private final Mandates mandates;

	private final ReplyReading replies;

	private final Introductions introductions;

	private final Clock clock;

	Addressing(Mandates mandates, ReplyReading replies, Introductions introductions, Clock clock) {
		this.mandates = mandates;
		this.replies = replies;
		this.introductions = introductions;
		this.clock = clock;
	}

	/**
	 * @param session the day the draft is about
	 * @throws Refusal when it chose no structure or an unknown one, or those who come to
	 * no day
	 */
	Addressees of(Parcours parcours, Draft draft, @Nullable CollectiveSession session) {
		if (draft.audience().isOfADay() && session == null) {
			throw Refusal.of("rank", "messages.whichDay");
		}
		if (draft.audience() == Audience.STRUCTURES && draft.enrolmentIds().isEmpty()) {
			throw Refusal.of("structures", "messages.whichStructures");
		}
		List<Mandate> mandated = mandated(parcours);
		Set<UUID> known = mandated.stream()
			.map((mandate) -> mandate.getEnrolment().getId())
			.collect(Collectors.toSet());
		if (!known.containsAll(draft.enrolmentIds())) {
			throw Refusal.of("structures", "messages.structureUnknown");
		}
		if (draft.audience() == Audience.STRUCTURES) {
			return named(mandated.stream()
				.filter((mandate) -> draft.enrolmentIds().contains(mandate.getEnrolment().getId()))
				.toList());
		}
		if (draft.audience().isOfADay() && session != null) {
			Set<UUID> those = said(draft.audience(), session);
			return named(mandated.stream().filter((mandate) -> those.contains(mandate.getPerson().getId())).toList());
		}
		return named(mandated);
	}

	/** Whether somebody still stands for one of the structures. */
	boolean stands(Parcours parcours, UUID personId) {
		return mandated(parcours).stream().anyMatch((mandate) -> mandate.getPerson().getId().equals(personId));
	}

	/** The structures that have somebody to write to, by name. */
	List<Mandate> mandated(Parcours parcours) {
		LocalDate today = parcours.today(this.clock);
		return this.mandates.expectedOn(parcours.getId(),
				today.isBefore(parcours.getStartsOn()) ? parcours.getStartsOn() : today);
	}

	private Set<UUID> said(Audience audience, CollectiveSession session) {
		return this.replies.of(session)
			.stream()
			.filter((standing) -> audience == audienceOf(standing))
			.map(Standing::personId)
			.collect(Collectors.toSet());
	}

	/** Whoever has somebody come in their place tells them. */
	private static Audience audienceOf(Standing standing) {
		Answer answer = standing.answer();
		return (answer == null) ? Audience.WHO_IS_SILENT
				: answer.bringsSomebody() ? Audience.WHO_COMES : Audience.WHO_DOES_NOT;
	}

	private Addressees named(List<Mandate> those) {
		Map<Person, List<Mandate>> each = those.stream()
			.collect(Collectors.groupingBy(Mandate::getPerson, LinkedHashMap::new, Collectors.toList()));
		Map<UUID, String> names = this.introductions.apart(each.keySet());
		return Addressees.of(each.entrySet()
			.stream()
			.map((one) -> new Addressee(one.getKey().getId(), String.valueOf(names.get(one.getKey().getId())),
					one.getKey().getEmail() != null,
					one.getValue().stream().map((mandate) -> mandate.getEnrolment().getId()).distinct().toList(),
					one.getValue()
						.stream()
						.map((mandate) -> mandate.getEnrolment().getStructure().getName())
						.distinct()
						.toList()))
			.toList());
	}

}
