package fr.faireavec.polls;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Warning;
import fr.faireavec.mail.Outbox;
import fr.faireavec.sequences.Say;
import fr.faireavec.sessions.GuestSpeaker;
import fr.faireavec.sessions.GuestSpeakers;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody says which dates they can, or somebody else writes it down for them. */
@Component
@Transactional
public class PollAnswering {

	private static final String NEVER = "polls.never";

	private final DatePolls polls;

	private final PollReplies replies;

	private final PollReading reading;

	private final People people;

	private final GuestSpeakers speakers;

	private final Outbox outbox;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PollAnswering(DatePolls polls, PollReplies replies, PollReading reading, People people, GuestSpeakers speakers,
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

	/**
	 * Keeps what somebody says of the dates they are asked about. A date that was
	 * withdrawn meanwhile is left out; one that was added is still to be answered.
	 * @param accepted the codes of the warnings that were read
	 * @return how many of the dates answered are no longer proposed
	 * @throws Refusal when the poll takes no answer any more
	 * @throws Unconfirmed when all is refused, and it was not read that it is
	 * @throws NotFound when they are not asked, or no more
	 */
	public int answer(UUID pollId, UUID askeeId, Map<UUID, Say> said, String comment, Set<String> accepted) {
		DatePoll poll = still(pollId);
		poll.requireAnswers(poll.getParcours().today(this.clock));
		PollSheet sheet = this.reading.of(pollId).orElseThrow(NotFound::new);
		Askee askee = sheet.askee(askeeId).orElseThrow(NotFound::new);
		Map<UUID, Say> kept = new LinkedHashMap<>();
		sheet.days()
			.stream()
			.filter((day) -> askee.isAskedAbout(day.rank()))
			.flatMap((day) -> day.options().stream())
			.filter((option) -> said.containsKey(option.id()))
			.forEach((option) -> kept.put(option.id(), said.get(option.id())));
		if (kept.isEmpty()) {
			throw new Refusal("polls.nothing");
		}
		if (kept.values().stream().allMatch((say) -> say == Say.NO)) {
			List<Warning> unread = Warning.unread(List.of(Warning.of(NEVER)), accepted);
			if (!unread.isEmpty()) {
				throw new Unconfirmed("web.warnings", unread);
			}
		}
		PollReply reply = this.replies.of(pollId, askee.id()).orElseGet(() -> first(poll, askee));
		if (!reply.says(kept, comment)) {
			Map<Say, Integer> before = reply.counts();
			reply.say(kept, comment, sayer(askee), this.clock.instant());
			this.replies.saveAndFlush(reply);
			this.events.publishEvent(new Noted("poll.answered", askee.id(), poll.getParcours().getId(),
					(askee.kind() == Askee.Kind.SPEAKER) ? poll.getParcours().getName() : askee.name(),
					changes(before, reply.counts())));
			tellIfAllAnswered(poll);
		}
		return said.size() - kept.size();
	}

	/** A history counts what was said; which dates somebody could is of no use later. */
	private static Changes changes(Map<Say, Integer> before, Map<Say, Integer> after) {
		Changes changes = Changes.none();
		for (Say say : Say.values()) {
			changes.note("poll." + say, before.get(say), after.get(say));
		}
		return changes;
	}

	/** Once, whoever was the last. */
	private void tellIfAllAnswered(DatePoll poll) {
		PollSheet sheet = this.reading.of(poll.getId()).orElseThrow(NotFound::new);
		List<Askee> expected = sheet.expected();
		if (expected.isEmpty() || expected.stream().anyMatch(sheet::isAwaited)
				|| !poll.allAnswered(this.clock.instant())) {
			return;
		}
		this.polls.saveAndFlush(poll);
		sheet.askees()
			.stream()
			.filter((askee) -> askee.kind() == Askee.Kind.FACILITATOR && askee.email() != null)
			.forEach((askee) -> this.outbox.post(PollNewsLetter.posting(askee.id(), poll.getId(),
					PollNewsLetter.News.ALL_ANSWERED, this.clock.instant())));
	}

	/** Nobody closes it, nor answers it, meanwhile. */
	private DatePoll still(UUID pollId) {
		if (this.polls.keepStill(pollId).isEmpty()) {
			throw new NotFound();
		}
		return this.polls.whole(pollId).orElseThrow(NotFound::new);
	}

	private PollReply first(DatePoll poll, Askee askee) {
		if (askee.kind() != Askee.Kind.SPEAKER) {
			return PollReply.of(Ids.next(), poll, this.people.getReferenceById(askee.id()));
		}
		GuestSpeaker speaker = this.speakers.findById(askee.id()).orElseThrow(NotFound::new);
		return PollReply.of(Ids.next(), poll, speaker);
	}

	/** Themselves, by a link, a sign-in or the desk; or whoever is signed in. */
	private @Nullable Person sayer(Askee askee) {
		UUID me = this.actor.personId();
		if (me == null) {
			return (askee.kind() == Askee.Kind.SPEAKER) ? null : this.people.getReferenceById(askee.id());
		}
		return this.people.getReferenceById(me);
	}

}
