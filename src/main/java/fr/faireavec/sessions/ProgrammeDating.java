package fr.faireavec.sessions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Warning;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All the days of a parcours receive their dates at once, or none does. */
@Component
@Transactional
public class ProgrammeDating {

	private final CollectiveSessions sessions;

	private final Scheduling scheduling;

	private final DateCheck check;

	private final MessageSource messages;

	ProgrammeDating(CollectiveSessions sessions, Scheduling scheduling, DateCheck check, MessageSource messages) {
		this.sessions = sessions;
		this.scheduling = scheduling;
		this.check = check;
		this.messages = messages;
	}

	/** The days of a parcours, with their half-days, in the order of the programme. */
	@Transactional(readOnly = true)
	public List<CollectiveSession> days(UUID parcoursId) {
		return this.sessions.datedIn(parcoursId);
	}

	/**
	 * Gives these days their dates, fixed or reserved; the others stay as they are. Dates
	 * that move may take each other's place.
	 * @param accepted the codes of the warnings that were read
	 * @return how many changed
	 * @throws Unconfirmed when another warning stands, of the dates as they would all be
	 * @throws Refusal beside « date[rank] », all those that are refused at once
	 */
	public int date(UUID parcoursId, List<Dating> datings, Set<String> accepted) {
		this.sessions.keepAllStill(parcoursId);
		Map<Integer, CollectiveSession> current = new HashMap<>();
		this.sessions.datedIn(parcoursId).forEach((session) -> current.put(session.getRank(), session));
		List<Dating> waiting = new ArrayList<>(
				datings.stream().filter((dating) -> dating.changes(current.get(dating.rank()))).toList());
		int changed = waiting.size();
		List<Dating> done = new ArrayList<>();
		Map<String, Refusal> refused = new LinkedHashMap<>();
		while (!waiting.isEmpty()) {
			Dating next = waiting.stream()
				.filter((dating) -> isFree(dating, waiting, current))
				.findFirst()
				.orElse(waiting.getFirst());
			waiting.remove(next);
			try {
				apply(parcoursId, next);
				done.add(next);
			}
			catch (StaleEdit stale) {
				refused.put(next.field(), Refusal.of(next.field(), "sessions.dates.changed", next.rank()));
			}
			catch (Refusal refusal) {
				refused.put(next.field(), Refusal.of(next.field(), refusal.messageKey(), refusal.args()));
			}
		}
		refuse(List.copyOf(refused.values()));
		List<Warning> unread = Warning.unread(warnings(parcoursId, done), accepted);
		if (!unread.isEmpty()) {
			throw new Unconfirmed("web.warnings", unread);
		}
		return changed;
	}

	private void apply(UUID parcoursId, Dating dating) {
		if (dating.reserved()) {
			this.scheduling.reserve(parcoursId, dating.rank(), dating.version(), dating.plan());
		}
		else {
			this.scheduling.schedule(parcoursId, dating.rank(), dating.version(), dating.plan());
		}
	}

	/** Whether nobody who is still to move stands there. */
	private static boolean isFree(Dating dating, List<Dating> waiting, Map<Integer, CollectiveSession> current) {
		return waiting.stream()
			.filter((other) -> other.rank() != dating.rank())
			.map((other) -> current.get(other.rank()))
			.filter(Objects::nonNull)
			.noneMatch((session) -> stands(session, dating.plan().whole()));
	}

	private static boolean stands(CollectiveSession session, TimeSlot there) {
		TimeSlot slot = session.getSlot();
		return slot != null && session.getState().keepsItsDate() && slot.overlaps(there);
	}

	private static void refuse(List<Refusal> refused) {
		if (!refused.isEmpty()) {
			Refusal first = refused.getFirst();
			refused.stream().skip(1).forEach(first::addSuppressed);
			throw first;
		}
	}

	private List<Warning> warnings(UUID parcoursId, List<Dating> done) {
		List<CollectiveSession> all = this.sessions.ofParcours(parcoursId);
		List<Warning> warnings = new ArrayList<>();
		for (Dating dating : done) {
			CollectiveSession session = this.sessions.ranked(parcoursId, dating.rank()).orElseThrow(NotFound::new);
			this.check.ofSession(session, dating.plan().whole(), all)
				.forEach((warning) -> warnings
					.add(Warning.of("sessions.dates.warning", String.valueOf(dating.rank()), say(warning))));
		}
		return warnings;
	}

	private String say(Warning warning) {
		return this.messages.getMessage(warning.messageKey(), warning.arguments(), Locale.FRENCH);
	}

	/** A date for one day, read on that version of it. */
	public record Dating(int rank, int version, SessionPlan plan, boolean reserved) {

		/** How a form names the field of its date. */
		String field() {
			return "date[" + this.rank + "]";
		}

		private boolean changes(@Nullable CollectiveSession session) {
			return session == null || !this.plan.equals(session.getPlan()) || !session.getState().keepsItsDate()
					|| this.reserved != (session.getState() == SessionState.RESERVED);
		}

	}

}
