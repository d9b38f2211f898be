package fr.faireavec.replies;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what those expected on a day said of it. */
@Component
@Transactional(readOnly = true)
public class ReplyReading {

	private final Replies replies;

	private final Mandates mandates;

	ReplyReading(Replies replies, Mandates mandates) {
		this.replies = replies;
		this.mandates = mandates;
	}

	/** Everybody expected (rule 4), by structure; nobody while the day has no date. */
	public List<Standing> of(CollectiveSession session) {
		LocalDate day = day(session);
		if (day == null) {
			return List.of();
		}
		Map<UUID, Reply> said = said(session.getId());
		return expected(session).entrySet()
			.stream()
			.map((one) -> Standing.of(one.getValue(), said.get(one.getKey().getId()), day))
			.toList();
	}

	/** One person; empty when they are not expected that day. */
	public Optional<Standing> of(CollectiveSession session, UUID personId) {
		LocalDate day = day(session);
		if (day == null) {
			return Optional.empty();
		}
		List<Mandate> held = this.mandates.expectedOn(session.getParcours().getId(), day)
			.stream()
			.filter((mandate) -> mandate.getPerson().getId().equals(personId))
			.toList();
		return held.isEmpty() ? Optional.empty()
				: Optional.of(Standing.of(held, this.replies.of(session.getId(), personId).orElse(null), day));
	}

	/** Those who said that they cannot come, or that somebody else does. */
	public Map<UUID, Announced> announcedAbsences(UUID sessionId, LocalDate day) {
		Map<UUID, Announced> announced = new LinkedHashMap<>();
		said(sessionId).forEach((person, reply) -> {
			Answer answer = reply.getAnswer();
			if (reply.standsOn(day) && answer != null && answer != Answer.COMING) {
				announced.put(person,
						new Announced(answer, reply.getReplacementName(), reply.getReplacementOrganisation()));
			}
		});
		return announced;
	}

	/** Nobody while it has no date. */
	Map<Person, List<Mandate>> expected(CollectiveSession session) {
		LocalDate day = day(session);
		return (day == null) ? Map.of()
				: this.mandates.expectedOn(session.getParcours().getId(), day)
					.stream()
					.collect(Collectors.groupingBy(Mandate::getPerson, LinkedHashMap::new, Collectors.toList()));
	}

	private Map<UUID, Reply> said(UUID sessionId) {
		return this.replies.ofSession(sessionId)
			.stream()
			.collect(Collectors.toMap((reply) -> reply.getPerson().getId(), (reply) -> reply));
	}

	private static @Nullable LocalDate day(CollectiveSession session) {
		TimeSlot slot = session.getState().isFirm() ? session.getSlot() : null;
		return (slot != null) ? slot.day() : null;
	}

	/** An absence somebody announced, and who comes in their place, if anybody. */
	public record Announced(Answer answer, String replacementName, String replacementOrganisation) {

		public boolean isReplaced() {
			return this.answer == Answer.REPLACED;
		}

	}

}
