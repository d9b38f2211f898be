package fr.faireavec.polls;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.People;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.sessions.GuestSpeakers;
import fr.faireavec.sessions.SpeakersChanged;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes to those a poll asks: when it opens, then again to who said nothing. */
@Component
@Transactional
public class PollInviting {

	private final DatePolls polls;

	private final PollReplies replies;

	private final PollReading reading;

	private final People people;

	private final GuestSpeakers speakers;

	private final Outbox outbox;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PollInviting(DatePolls polls, PollReplies replies, PollReading reading, People people, GuestSpeakers speakers,
			Outbox outbox, CurrentActor actor, ApplicationEventPublisher events, Clock clock) {
		this.polls = polls;
		this.replies = replies;
		this.reading = reading;
		this.people = people;
		this.speakers = speakers;
		this.outbox = outbox;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/** To everybody it asks, but whoever opens it. */
	void ask(DatePoll poll) {
		PollSheet sheet = this.reading.of(poll.getId()).orElseThrow();
		write(poll, sheet.awaited(), poll.getParcours().today(this.clock));
	}

	/**
	 * Writes again to those who have something left to say, once a day at the most.
	 * @return how many are written to now
	 */
	public int remind(UUID parcoursId) {
		DatePoll poll = this.polls.aliveIn(parcoursId).orElseThrow(NotFound::new);
		this.polls.keepStill(poll.getId());
		LocalDate today = poll.getParcours().today(this.clock);
		poll.requireAnswers(today);
		int asked = write(poll, this.reading.of(poll.getId()).orElseThrow().awaited(), today);
		if (asked > 0) {
			this.events.publishEvent(new Noted("poll.reminded", poll.getId(), parcoursId, poll.getParcours().getName(),
					Changes.none().note("people", null, asked)));
		}
		return asked;
	}

	private int write(DatePoll poll, List<Askee> awaited, LocalDate today) {
		UUID me = this.actor.personId();
		int asked = 0;
		for (Askee askee : awaited) {
			if (askee.email() == null || askee.id().equals(me)) {
				continue;
			}
			PollReply reply = this.replies.of(poll.getId(), askee.id()).orElseGet(() -> blank(poll, askee));
			if (reply.wasAskedOn(today)) {
				continue;
			}
			reply.ask(today);
			this.replies.save(reply);
			this.outbox.post(posting(poll, askee, askee.email(), today));
			asked++;
		}
		this.replies.flush();
		return asked;
	}

	private static Posting posting(DatePoll poll, Askee askee, String address, LocalDate today) {
		Posting posting = Posting.of(PollAskedLetter.NAME, askee.id(), poll.getId()).apart(today.toString());
		return askee.isGuest() ? posting.apart(Integer.toHexString(address.hashCode())).toGuest(address) : posting;
	}

	private PollReply blank(DatePoll poll, Askee askee) {
		return askee.isGuest() ? PollReply.of(Ids.next(), poll, this.speakers.getReferenceById(askee.id()))
				: PollReply.of(Ids.next(), poll, this.people.getReferenceById(askee.id()));
	}

	/** Whoever is to be written to elsewhere was not asked there yet. */
	@EventListener
	void askAgain(SpeakersChanged changed) {
		if (changed.email() != null && !changed.email().equals(changed.formerEmail())) {
			this.replies.ofSpeaker(changed.speakerId()).forEach(PollReply::forgetAsked);
		}
	}

}
