package fr.faireavec.replies;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says who comes to a day, until it begins; the last one to say wins. */
@Component
@Transactional
public class Replying {

	private final CollectiveSessions sessions;

	private final Replies replies;

	private final ReplyReading reading;

	private final People people;

	private final Outbox outbox;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Replying(CollectiveSessions sessions, Replies replies, ReplyReading reading, People people, Outbox outbox,
			CurrentActor actor, ApplicationEventPublisher events, Clock clock) {
		this.sessions = sessions;
		this.replies = replies;
		this.reading = reading;
		this.people = people;
		this.outbox = outbox;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Somebody expected says whether they come.
	 * @throws NotFound when they are not expected that day
	 * @throws Refusal when the day has no date, was cancelled, or has begun; when nobody
	 * is named who comes in their place
	 */
	public void answer(UUID parcoursId, int rank, UUID personId, Said said, AnswerWay way) {
		CollectiveSession session = still(parcoursId, rank);
		Person person = this.reading.expected(session)
			.keySet()
			.stream()
			.filter((one) -> one.getId().equals(personId))
			.findFirst()
			.orElseThrow(NotFound::new);
		LocalDate day = Answering.day(session, this.clock);
		Reply reply = this.replies.of(session.getId(), personId)
			.orElseGet(() -> new Reply(Ids.next(), session, person, day));
		if (reply.says(said, day)) {
			return;
		}
		Answer before = reply.standsOn(day) ? reply.getAnswer() : null;
		reply.say(said, day, way, sayer(person, way), this.clock.instant());
		this.replies.saveAndFlush(reply);
		this.events.publishEvent(new Noted("reply.given", personId, parcoursId, person.getName(),
				Changes.none()
					.note("session", null, label(reply.getSession()))
					.note("answer", before, said.answer())
					.note("how", null, way)));
	}

	/**
	 * Writes to those who did not answer yet, once a day at the most.
	 * @return how many are written to now
	 */
	public int remind(UUID parcoursId, int rank) {
		CollectiveSession session = still(parcoursId, rank);
		LocalDate day = Answering.day(session, this.clock);
		LocalDate today = session.getParcours().today(this.clock);
		Map<UUID, Reply> said = this.replies.ofSession(session.getId())
			.stream()
			.collect(Collectors.toMap((reply) -> reply.getPerson().getId(), Function.identity()));
		int asked = 0;
		for (Person person : this.reading.expected(session).keySet()) {
			Reply known = said.get(person.getId());
			Reply reply = (known != null) ? known : new Reply(Ids.next(), session, person, day);
			if (person.getEmail() == null || reply.standsOn(day) || reply.wasAskedOn(today)) {
				continue;
			}
			reply.ask(day, today);
			this.replies.save(reply);
			this.outbox.post(Posting.of(ReplyLetter.NAME, person.getId(), session.getId()).apart(today + ":" + day));
			asked++;
		}
		this.replies.flush();
		if (asked > 0) {
			this.events.publishEvent(new Noted("reply.asked", session.getId(), parcoursId, label(session),
					Changes.none().note("people", null, asked)));
		}
		return asked;
	}

	/** Nobody moves it, nor answers for it, meanwhile. */
	private CollectiveSession still(UUID parcoursId, int rank) {
		if (this.sessions.keepStill(parcoursId, rank).isEmpty()) {
			throw new NotFound();
		}
		return this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new);
	}

	private Person sayer(Person person, AnswerWay way) {
		@Nullable UUID actor = this.actor.personId();
		return (way == AnswerWay.BY_FACILITATOR && actor != null) ? this.people.getReferenceById(actor) : person;
	}

	private static String label(CollectiveSession session) {
		return session.getRank() + ". " + session.getTitle();
	}

}
