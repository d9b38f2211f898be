package fr.faireavec.privacy;

import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.KnownNames;
import fr.faireavec.accounts.KnownNames.KnownName;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.PersonalDataHolder.Subject;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Spellings.Name;
import fr.faireavec.privacy.Mentions.Look;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what erasing somebody would change, and which of their names count for it. */
@Component
@Transactional
public class Reviewing {

	private final PersonSearch people;

	private final PersonalFile file;

	private final Subjects subjects;

	private final Mentions mentions;

	private final KnownNames known;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	Reviewing(PersonSearch people, PersonalFile file, Subjects subjects, Mentions mentions, KnownNames known,
			CurrentActor actor, ApplicationEventPublisher events) {
		this.people = people;
		this.file = file;
		this.subjects = subjects;
		this.mentions = mentions;
		this.known = known;
		this.actor = actor;
		this.events = events;
	}

	@Transactional(readOnly = true)
	public Page of(UUID personId) {
		PersonSearch.Known person = this.people.get(personId);
		Subject subject = this.subjects.of(personId);
		Look look = this.mentions.of(subject);
		return new Page(person,
				this.known.of(personId)
					.stream()
					.map((name) -> new Called(name, subject.names().contains(name.name())))
					.toList(),
				this.file.prospect(subject, look), look);
	}

	/**
	 * Somebody else who looked says that a name is theirs: it counts from now on.
	 * @throws Refusal when they never had it, or of one's own name
	 */
	public void confirm(UUID personId, Name name) {
		if (personId.equals(this.actor.personId())) {
			throw new Refusal("privacy.review.own", name.whole());
		}
		if (this.known.of(personId).stream().map(KnownName::name).noneMatch(name::equals)) {
			throw new Refusal("privacy.review.notTheirs", name.whole());
		}
		this.known.vouch(personId, name);
		this.events.publishEvent(new Noted("privacy.nameConfirmed", personId, null, this.people.get(personId).name(),
				Changes.none().note("name", null, name.whole())));
	}

	/** A name, and whether it counts. */
	public record Called(KnownName name, boolean counts) {
	}

	/** Whom it is about, their names, what would go and stay, and the lines of others. */
	public record Page(PersonSearch.Known person, List<Called> known, PersonalFile.Prospect prospect, Look look) {
	}

}
