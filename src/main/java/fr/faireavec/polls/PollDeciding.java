package fr.faireavec.polls;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.sequences.Candidate;
import fr.faireavec.sequences.Scored;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A poll closes, on its day or before, and dates are taken from it: some firm, the others
 * reserved. Everybody is told once.
 */
@Component
@Transactional
public class PollDeciding {

	private final DatePolls polls;

	private final PollReading reading;

	private final PollSequences sequences;

	private final CollectiveSessions sessions;

	private final Scheduling scheduling;

	private final Outbox outbox;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PollDeciding(DatePolls polls, PollReading reading, PollSequences sequences, CollectiveSessions sessions,
			Scheduling scheduling, Outbox outbox, ApplicationEventPublisher events, Clock clock) {
		this.polls = polls;
		this.reading = reading;
		this.sequences = sequences;
		this.sessions = sessions;
		this.scheduling = scheduling;
		this.outbox = outbox;
		this.events = events;
		this.clock = clock;
	}

	/** Takes no answer any more, before its day. */
	public void close(UUID parcoursId, int version) {
		DatePoll poll = alive(parcoursId);
		poll.requireVersion(version);
		close(poll);
	}

	/**
	 * Closes the polls whose day is past.
	 * @return how many
	 */
	public int closeDue() {
		List<DatePoll> due = this.polls.due(LocalDate.ofInstant(this.clock.instant(), Zones.PARIS));
		due.forEach((poll) -> {
			this.polls.keepStill(poll.getId());
			close(poll);
		});
		return due.size();
	}

	/**
	 * Takes dates from it. A day without a choice is to plan again; a date that was
	 * reserved, and stays so where it was, is left as it is.
	 * @param chosen an option by rank
	 * @param firm ranks of the days made firm; the others are reserved
	 * @throws Refusal when an option is gone, past, or overlaps another day
	 */
	public void decide(UUID parcoursId, int version, Map<Integer, UUID> chosen, Set<Integer> firm) {
		DatePoll poll = alive(parcoursId);
		poll.requireVersion(version);
		poll.getParcours().requireOpenToWork();
		decide(poll, chosen, firm);
	}

	private void close(DatePoll poll) {
		if (!poll.close(this.clock.instant())) {
			return;
		}
		this.polls.saveAndFlush(poll);
		UUID parcoursId = poll.getParcours().getId();
		this.events.publishEvent(new Noted("poll.closed", poll.getId(), parcoursId, poll.getParcours().getName()));
		PollSheet sheet = this.reading.of(poll.getId()).orElseThrow(NotFound::new);
		if (poll.decidesItself() && poll.getParcours().getStatus().isOpenToWork()) {
			Scored best = this.sequences.best(sheet).best().orElse(null);
			if (best != null && best.score().structureDays() > 0) {
				Map<Integer, UUID> chosen = chosen(sheet, best.chosen());
				decide(poll, chosen, Set.of(chosen.keySet().stream().min(Integer::compare).orElseThrow()));
				return;
			}
		}
		sheet.askees()
			.stream()
			.filter((askee) -> askee.kind() == Askee.Kind.FACILITATOR && askee.email() != null)
			.forEach((askee) -> this.outbox.post(PollNewsLetter.posting(askee.id(), poll.getId(),
					PollNewsLetter.News.CLOSED, this.clock.instant())));
	}

	/** The options of a sequence, by the rank of their day. */
	static Map<Integer, UUID> chosen(PollSheet sheet, List<Candidate> candidates) {
		Map<Integer, UUID> chosen = new HashMap<>();
		for (PollSheet.AskedOn day : sheet.days()) {
			day.options()
				.stream()
				.filter((option) -> candidates.stream().anyMatch((candidate) -> candidate.id().equals(option.id())))
				.forEach((option) -> chosen.put(day.rank(), option.id()));
		}
		return chosen;
	}

	private void decide(DatePoll poll, Map<Integer, UUID> chosen, Set<Integer> firm) {
		UUID parcoursId = poll.getParcours().getId();
		this.sessions.keepAllStill(parcoursId);
		LocalDate today = poll.getParcours().today(this.clock);
		Map<PollDay, SessionPlan> plans = plans(poll, chosen, today);
		if (plans.isEmpty()) {
			throw new Refusal("polls.choice.needed");
		}
		// No poll any more: what is dated below ends none.
		poll.decide(this.clock.instant());
		this.polls.saveAndFlush(poll);
		giveWay(parcoursId, plans);
		List<String> decided = new ArrayList<>();
		for (PollDay day : poll.getDays()) {
			SessionPlan plan = plans.get(day);
			if (plan == null) {
				this.scheduling.endPoll(parcoursId, day.getRank());
				continue;
			}
			CollectiveSession session = this.sessions.ranked(parcoursId, day.getRank()).orElseThrow(NotFound::new);
			if (session.getState().isFirm()) {
				continue;
			}
			if (firm.contains(day.getRank())) {
				this.scheduling.schedule(parcoursId, day.getRank(), session.getVersion(), plan);
			}
			else {
				this.scheduling.reserve(parcoursId, day.getRank(), session.getVersion(), plan);
			}
			decided.add(day.getRank() + " : " + plan.day());
		}
		this.events.publishEvent(new Noted("poll.decided", poll.getId(), parcoursId, poll.getParcours().getName(),
				Changes.none().note("days", null, String.join(" ; ", decided))));
		this.reading.of(poll.getId())
			.orElseThrow(NotFound::new)
			.askees()
			.stream()
			.forEach((askee) -> tell(poll, askee));
	}

	private void tell(DatePoll poll, Askee askee) {
		String address = askee.email();
		if (address != null) {
			Posting posting = Posting.of(PollDecidedLetter.NAME, askee.id(), poll.getId()).inOrder("calendar");
			this.outbox.post(askee.isGuest() ? posting.toGuest(address) : posting);
		}
	}

	private static Map<PollDay, SessionPlan> plans(DatePoll poll, Map<Integer, UUID> chosen, LocalDate today) {
		Map<PollDay, SessionPlan> plans = new HashMap<>();
		for (PollDay day : poll.getDays()) {
			UUID wanted = chosen.get(day.getRank());
			if (wanted == null) {
				continue;
			}
			if (!day.getSession().getState().isOpen()) {
				throw new Refusal("polls.option.gone", day.getRank());
			}
			PollOption option = day.getOptions()
				.stream()
				.filter((one) -> one.getId().equals(wanted))
				.findFirst()
				.orElseThrow(() -> new Refusal("polls.option.gone", day.getRank()));
			if (!option.getHeldOn().isAfter(today)) {
				throw new Refusal("polls.option.past", option.getHeldOn());
			}
			plans.put(day, AskedDay.plan(day.getHours(), day.getPlace(), option.getHeldOn()));
		}
		return plans;
	}

	/** Two reserved days may change places: where one goes is left before. */
	private void giveWay(UUID parcoursId, Map<PollDay, SessionPlan> plans) {
		for (PollDay day : plans.keySet()) {
			CollectiveSession session = this.sessions.ranked(parcoursId, day.getRank()).orElseThrow(NotFound::new);
			TimeSlot slot = session.getSlot();
			if (session.getState() == SessionState.RESERVED && slot != null
					&& plans.entrySet()
						.stream()
						.anyMatch((other) -> other.getKey().getRank() != day.getRank()
								&& other.getValue().whole().overlaps(slot))) {
				this.scheduling.postpone(parcoursId, day.getRank(), session.getVersion());
			}
		}
	}

	private DatePoll alive(UUID parcoursId) {
		DatePoll poll = this.polls.aliveIn(parcoursId).orElseThrow(NotFound::new);
		this.polls.keepStill(poll.getId());
		return poll;
	}

}
