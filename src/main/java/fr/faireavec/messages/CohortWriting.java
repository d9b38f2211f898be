package fr.faireavec.messages;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Warning;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.messages.Addressees.Addressee;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The animation writes to a cohort: one letter a person, answered to its writer. */
@Component
@Transactional
public class CohortWriting {

	/** Nobody writes more messages in an hour. */
	public static final int MOST_AN_HOUR = 6;

	private final CohortMessages messages;

	private final Addressing addressing;

	private final AllParcours allParcours;

	private final CollectiveSessions sessions;

	private final People people;

	private final Outbox outbox;

	private final OnceOnly onceOnly;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CohortWriting(CohortMessages messages, Addressing addressing, AllParcours allParcours, CollectiveSessions sessions,
			People people, Outbox outbox, OnceOnly onceOnly, JdbcClient jdbc, ApplicationEventPublisher events,
			Clock clock) {
		this.messages = messages;
		this.addressing = addressing;
		this.allParcours = allParcours;
		this.sessions = sessions;
		this.people = people;
		this.outbox = outbox;
		this.onceOnly = onceOnly;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Whom this would reach now.
	 * @throws Refusal when it says to nobody, or not to whom
	 */
	@Transactional(readOnly = true)
	public Addressees addressees(UUID parcoursId, Draft draft) {
		Parcours parcours = open(parcoursId);
		Addressees found = this.addressing.of(parcours, draft, session(parcoursId, draft.rank()));
		if (found.reached().isEmpty()) {
			throw Refusal.of("audience", found.unreached().isEmpty() ? "messages.nobody" : "messages.noAddress");
		}
		return found;
	}

	/**
	 * What is read before a message leaves: its words, and each person it goes to. Said
	 * otherwise, or to others, it is to be read again.
	 */
	public static Warning toRead(Draft draft, Addressees to) {
		return Warning.of("messages.toRead", draft.subject(), draft.words(), draft.audience().name(),
				String.valueOf(draft.rank()), ids(to));
	}

	private static String ids(Addressees to) {
		return Stream.concat(to.reached().stream(), to.unreached().stream())
			.map((one) -> one.personId() + ":" + one.hasAddress() + ":" + one.enrolmentIds())
			.sorted()
			.collect(Collectors.joining(" "));
	}

	/** The message that this very form sent already. */
	@Transactional(readOnly = true)
	public Optional<UUID> sent(UUID key, UUID parcoursId, Draft draft) {
		return this.onceOnly.made(key, "message", parcoursId, draft);
	}

	/**
	 * Sends it. Sent twice with one key, it leaves once.
	 * @throws Refusal when it reaches nobody, or its writer wrote too many of late
	 */
	public UUID send(UUID key, Viewer by, UUID parcoursId, Draft draft) {
		UUID id = this.onceOnly.idOf(key, "message", parcoursId, draft);
		if (this.messages.existsById(id)) {
			return id;
		}
		if (this.messages.countSince(by.personId(), this.clock.instant().minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
			throw new Refusal("messages.tooMany", MOST_AN_HOUR);
		}
		Parcours parcours = open(parcoursId);
		Addressees to = addressees(parcoursId, draft);
		CohortMessage message = this.messages.saveAndFlush(new CohortMessage(id, parcours,
				session(parcoursId, draft.rank()), this.people.findById(by.personId()).orElseThrow(NotFound::new),
				draft, to.unreached().size(), this.clock.instant()));
		for (Addressee addressee : to.reached()) {
			addressee.enrolmentIds().forEach((enrolment) -> remember(id, addressee.personId(), enrolment));
			this.outbox.post(Posting.of(MessageLetter.NAME, addressee.personId(), id).inOrder(parcoursId.toString()));
		}
		this.events.publishEvent(new Noted("message.sent", id, parcoursId, draft.subject(),
				Changes.none()
					.note("subject", null, draft.subject())
					.note("audience", null, draft.audience())
					.note("structures", null,
							(draft.audience() == Audience.STRUCTURES) ? to.reached()
								.stream()
								.flatMap((one) -> one.structures().stream())
								.distinct()
								.sorted()
								.collect(Collectors.joining(", ")) : null)
					.note("day", null, draft.rank())
					.note("people", null, to.reached().size())
					.note("characters", null, message.getWords().length())));
		return id;
	}

	private void remember(UUID messageId, UUID personId, UUID enrolmentId) {
		this.jdbc.sql("""
				INSERT INTO message_recipient (message_id, person_id, enrolment_id)
				VALUES (:message, :person, :enrolment)""")
			.param("message", messageId)
			.param("person", personId)
			.param("enrolment", enrolmentId)
			.update();
	}

	private Parcours open(UUID parcoursId) {
		Parcours parcours = this.allParcours.findById(parcoursId).orElseThrow(NotFound::new);
		parcours.requireItsPeople();
		return parcours;
	}

	private @Nullable CollectiveSession session(UUID parcoursId, @Nullable Integer rank) {
		return (rank == null) ? null
				: this.sessions.ranked(parcoursId, rank).orElseThrow(() -> Refusal.of("rank", "messages.dayUnknown"));
	}

}
