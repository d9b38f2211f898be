package fr.faireavec.exchanges;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.parcours.Seat;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People talk about an action, as long as its journal is written; those who run the
 * parcours note what is for them alone. The audit says that words were written, never
 * which.
 */
@Component
@Transactional
public class Commenting {

	private final ActionComments comments;

	private final ActionNotes notes;

	private final Exchanges exchanges;

	private final CommentReaders readers;

	private final Outbox outbox;

	private final Enrolments enrolments;

	private final People people;

	private final CurrentActor actor;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Commenting(ActionComments comments, ActionNotes notes, Exchanges exchanges, CommentReaders readers, Outbox outbox,
			Enrolments enrolments, People people, CurrentActor actor, OnceOnly onceOnly,
			ApplicationEventPublisher events, Clock clock) {
		this.comments = comments;
		this.notes = notes;
		this.exchanges = exchanges;
		this.readers = readers;
		this.outbox = outbox;
		this.enrolments = enrolments;
		this.people = people;
		this.actor = actor;
		this.onceOnly = onceOnly;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Says something; the same form sent twice says it once.
	 * @param told who gets a letter at once
	 * @throws Refusal when its journal is only for reading, nothing is said, or one who
	 * is told may not read it
	 */
	public UUID say(UUID key, Seat seat, UUID actionId, String words, Set<UUID> told) {
		LoggedAction action = still(seat, actionId);
		requireWords(words);
		Person author = author();
		requireReaders(actionId, author, told);
		UUID id = this.onceOnly.idOf(key, "comment", actionId, words, new TreeSet<>(told));
		if (!this.comments.existsById(id)) {
			this.comments.saveAndFlush(
					new ActionComment(id, action, author, standing(seat, action), words, this.clock.instant()));
			told.forEach((reader) -> this.outbox.post(Posting.of(AddressedLetter.KIND, reader, id)));
			note("comment.said", id, action, Changes.none());
		}
		return id;
	}

	private void requireReaders(UUID actionId, Person author, Set<UUID> told) {
		if (!told.isEmpty() && !this.readers.of(actionId, author.getId())
			.stream()
			.map(Reader::id)
			.collect(Collectors.toSet())
			.containsAll(told)) {
			throw Refusal.of("told", "exchanges.told.unknown");
		}
	}

	/** Of several structures one pilots, the action's own, or else the first one. */
	private @Nullable Enrolment standing(Seat seat, LoggedAction action) {
		if (!(seat instanceof Seat.Piloting pilot)) {
			return null;
		}
		UUID own = action.getEnrolment().getId();
		UUID enrolment = pilot.pilots(own) ? own : pilot.enrolmentIds().getFirst();
		return this.enrolments.in(seat.parcours().getId(), enrolment).orElseThrow(NotFound::new);
	}

	/**
	 * Says it otherwise, for whoever said it.
	 * @throws Refusal when its journal is only for reading, or nothing is said
	 */
	public void correct(Seat seat, UUID actionId, UUID id, int version, String words) {
		LoggedAction action = still(seat, actionId);
		ActionComment comment = own(seat, actionId, id);
		requireWords(words);
		comment.requireVersion(version);
		if (comment.correct(words, this.clock.instant())) {
			this.comments.saveAndFlush(comment);
			note("comment.corrected", id, action, Changes.none());
		}
	}

	/** Takes one's own words back, at any time. */
	public void takeBack(Seat seat, UUID actionId, UUID id) {
		this.exchanges.about(seat, actionId);
		remove("comment.takenBack", own(seat, actionId, id), "");
	}

	/**
	 * Takes somebody's words away, for the animation, at any time.
	 * @throws Refusal without a reason
	 */
	public void remove(Seat.Running seat, UUID actionId, UUID id, String reason) {
		if (reason.isBlank()) {
			throw Refusal.of("reason", "exchanges.reason.needed");
		}
		remove("comment.removed", in(seat, actionId, id), reason.strip());
	}

	private void remove(String what, ActionComment comment, String reason) {
		LoggedAction action = comment.getAction();
		this.comments.delete(comment);
		this.comments.flush();
		note(what, comment.getId(), action, Changes.none().note("reason", null, reason.isEmpty() ? null : reason));
	}

	/**
	 * Notes of an action what those who run the parcours alone read.
	 * @throws Refusal when its journal is only for reading
	 */
	public void note(Seat.Facilitating seat, UUID actionId, int version, String words) {
		LoggedAction action = still(seat, actionId);
		Instant now = this.clock.instant();
		Person author = author();
		ActionNote note = this.notes.findById(actionId).orElseGet(() -> new ActionNote(action, author, now));
		note.requireVersion(version);
		if (note.getWords().equals(words.strip())) {
			return;
		}
		note.write(words, author, now);
		this.notes.saveAndFlush(note);
		note("action.noted", actionId, action, Changes.none());
	}

	private LoggedAction still(Seat seat, UUID actionId) {
		LoggedAction action = this.exchanges.about(seat, actionId);
		LocalDate today = seat.parcours().today(this.clock);
		if (!LoggedAction.isWritable(seat.parcours(), action.getEnrolment(), today)) {
			throw new Refusal("journal.noLongerOpen", action.getEnrolment().getStructure().getName());
		}
		return action;
	}

	private static void requireWords(String words) {
		if (words.isBlank()) {
			throw Refusal.of("words", "exchanges.words.needed");
		}
	}

	private ActionComment own(Seat seat, UUID actionId, UUID id) {
		ActionComment comment = in(seat, actionId, id);
		if (!comment.isBy(this.actor.personId())) {
			throw new NotFound();
		}
		return comment;
	}

	private ActionComment in(Seat seat, UUID actionId, UUID id) {
		return this.comments.of(seat.parcours().getId(), actionId, id).orElseThrow(NotFound::new);
	}

	private Person author() {
		UUID personId = this.actor.personId();
		if (personId == null) {
			throw new NotFound();
		}
		return this.people.findById(personId).orElseThrow(NotFound::new);
	}

	private void note(String what, UUID subjectId, LoggedAction action, Changes changes) {
		this.events.publishEvent(
				new Noted(what, subjectId, action.getEnrolment().getParcours().getId(), action.getTitle(), changes));
	}

}
