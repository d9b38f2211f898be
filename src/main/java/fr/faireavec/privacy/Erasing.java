package fr.faireavec.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToIntFunction;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalDataHolder.Subject;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Spellings;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.privacy.Mentions.Review;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People ask to be erased; the administration answers, and carries it out. */
@Component
@Transactional
public class Erasing {

	private final List<PersonalDataHolder> holders;

	private final PersonalFile file;

	private final Mentions mentions;

	private final ErasureRequests requests;

	private final People people;

	private final Accounts accounts;

	private final Outbox outbox;

	private final EntityManager entities;

	private final ApplicationEventPublisher events;

	private final CurrentActor actor;

	private final Clock clock;

	Erasing(List<PersonalDataHolder> holders, PersonalFile file, Mentions mentions, ErasureRequests requests,
			People people, Accounts accounts, Outbox outbox, EntityManager entities, ApplicationEventPublisher events,
			CurrentActor actor, Clock clock) {
		this.holders = List.copyOf(holders);
		this.file = file;
		this.mentions = mentions;
		this.requests = requests;
		this.people = people;
		this.accounts = accounts;
		this.outbox = outbox;
		this.entities = entities;
		this.events = events;
		this.actor = actor;
		this.clock = clock;
	}

	/** Asks, once: whoever asks again while it is open asks the same. */
	public void ask(UUID personId) {
		if (this.requests.openOf(personId).isPresent()) {
			return;
		}
		Person person = existing(personId);
		ErasureRequest request = this.requests.saveAndFlush(new ErasureRequest(Ids.next(), person,
				Objects.requireNonNullElse(this.actor.personId(), personId), this.clock.instant()));
		AskedLetter.post(request, this.accounts, this.outbox);
		tell("privacy.asked", personId, person.getName());
	}

	/** Takes it back; without one there is nothing to take back. */
	public void withdraw(UUID personId) {
		this.requests.openOf(personId).ifPresent((request) -> {
			request.withdraw(who(), this.clock.instant());
			tell("privacy.withdrawn", personId, request.getPerson().getName());
		});
	}

	/** Notes that somebody's file was taken out for them. */
	public void handedOver(UUID personId) {
		tell("privacy.handedOver", personId, existing(personId).getName());
	}

	/** Answers no; the person is told why by a letter. */
	public void refuse(UUID personId, String reason) {
		ErasureRequest request = this.requests.openOf(personId)
			.orElseThrow(() -> new Refusal("privacy.request.settled"));
		request.refuse(who(), this.clock.instant(), reason);
		if (request.getPerson().getEmail() != null) {
			this.outbox.post(Posting.of(RefusedLetter.NAME, personId, request.getId()));
		}
		tell("privacy.refused", personId, request.getPerson().getName());
	}

	/**
	 * Erases somebody, asked for here or by post, and takes their name out of the texts
	 * somebody looked at; tells them at the address they had. Twice does no harm.
	 * @throws Refusal while they are needed, saying what to do first, or when the texts
	 * are not those that were shown any more
	 */
	public void carryOut(UUID personId, Review review) {
		forget(personId, ErasedLetter.NAME, (subject) -> this.mentions.rewrite(subject, review),
				review.isWhole() ? null : review);
	}

	/**
	 * Forgets somebody who has not come for years: they were told in time. Nobody looks
	 * at the texts: only what can mean nobody else is changed.
	 */
	void forgetIdle(UUID personId) {
		forget(personId, null, this.mentions::rewriteCertain, null);
	}

	private void forget(UUID personId, @Nullable String letter, ToIntFunction<Subject> rewriting,
			@Nullable Review left) {
		if (this.people.findById(personId).orElseThrow(NotFound::new).isErased()) {
			return;
		}
		Subject subject = this.file.subject(personId);
		this.holders.forEach((holder) -> holder.hold(subject));
		this.file.hindrances(subject).stream().findFirst().ifPresent((hindrance) -> {
			throw new Refusal(hindrance.messageKey(), hindrance.name());
		});
		Instant now = this.clock.instant();
		String address = this.people.findById(personId).map(Person::getEmail).orElse(null);
		this.requests.openOf(personId)
			.ifPresent((request) -> request.done(this.actor.personId() != null ? who() : null, now));
		this.entities.flush();
		int lines = rewriting.applyAsInt(subject);
		this.holders.forEach((holder) -> holder.erase(subject, now));
		// What was loaded still has their name.
		this.entities.clear();
		if (letter != null && address != null) {
			this.outbox.post(Posting.of(letter, personId, personId).to(address));
		}
		Changes changes = Changes.none().note("lines", null, lines);
		if (left != null) {
			// Whoever is meant instead may bear the same name: it is not said again here.
			changes = changes.note("left", null, left.leftOut().size())
				.note("reason", null, new Spellings(subject.allNames(), subject.addresses()).without(left.reason()));
		}
		this.events.publishEvent(new Noted((letter != null) ? "privacy.erased" : "privacy.forgotten", personId, null,
				PersonalRecords.NOBODY, changes));
	}

	private Person existing(UUID personId) {
		return this.people.findById(personId)
			.filter((person) -> !person.isErased() && !person.isReunited())
			.orElseThrow(NotFound::new);
	}

	private Person who() {
		return this.people.findById(Objects.requireNonNull(this.actor.personId())).orElseThrow(NotFound::new);
	}

	private void tell(String what, UUID personId, String label) {
		this.events.publishEvent(new Noted(what, personId, null, label));
	}

}
