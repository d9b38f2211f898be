package fr.faireavec.polls;

import java.time.Clock;
import java.util.UUID;

import fr.faireavec.audit.Noted;
import fr.faireavec.parcours.ParcoursCancelled;
import fr.faireavec.parcours.ParcoursClosed;
import fr.faireavec.sessions.SessionCancelled;
import fr.faireavec.sessions.SessionScheduled;
import fr.faireavec.sessions.SessionState;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A poll ends with its parcours, and when the last day it asks about was dated by hand or
 * given up.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PollEnding {

	private final DatePolls polls;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PollEnding(DatePolls polls, ApplicationEventPublisher events, Clock clock) {
		this.polls = polls;
		this.events = events;
		this.clock = clock;
	}

	@EventListener
	void end(ParcoursClosed closed) {
		this.polls.aliveIn(closed.parcoursId()).ifPresent(this::abandon);
	}

	@EventListener
	void end(ParcoursCancelled cancelled) {
		this.polls.aliveIn(cancelled.parcoursId()).ifPresent(this::abandon);
	}

	@EventListener
	void end(SessionScheduled scheduled) {
		endUnlessAsking(scheduled.session().getParcours().getId());
	}

	@EventListener
	void end(SessionCancelled cancelled) {
		endUnlessAsking(cancelled.session().getParcours().getId());
	}

	private void endUnlessAsking(UUID parcoursId) {
		this.polls.aliveIn(parcoursId)
			.filter((poll) -> poll.getDays().stream().noneMatch(PollEnding::isAsked))
			.ifPresent(this::abandon);
	}

	private static boolean isAsked(PollDay day) {
		SessionState state = day.getSession().getState();
		return state.isOpen() && !state.isFirm();
	}

	private void abandon(DatePoll poll) {
		poll.abandon(this.clock.instant());
		this.polls.saveAndFlush(poll);
		this.events.publishEvent(
				new Noted("poll.abandoned", poll.getId(), poll.getParcours().getId(), poll.getParcours().getName()));
	}

}
