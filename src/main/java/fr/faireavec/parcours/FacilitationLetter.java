package fr.faireavec.parcours;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Introductions;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells those who run a parcours that somebody joins or leaves them, and that somebody
 * too.
 */
@Component
class FacilitationLetter implements LetterKind {

	static final String ADDED = "added";

	static final String REMOVED = "removed";

	/** One of the administration now reads the internal notes. */
	static final String ADMINISTRATION = "administration";

	private final Outbox outbox;

	private final AllParcours allParcours;

	private final People people;

	private final Introductions introductions;

	private final MessageSource messages;

	private final BaseUrl base;

	private final Clock clock;

	FacilitationLetter(Outbox outbox, AllParcours allParcours, People people, Introductions introductions,
			MessageSource messages, BaseUrl base, Clock clock) {
		this.outbox = outbox;
		this.allParcours = allParcours;
		this.people = people;
		this.introductions = introductions;
		this.messages = messages;
		this.base = base;
		this.clock = clock;
	}

	/** To everybody it concerns but the one who did it. */
	void post(Parcours parcours, Person about, String what, @Nullable UUID by) {
		Set<Person> told = new LinkedHashSet<>(parcours.getFacilitators());
		told.add(about);
		told.stream()
			.filter((person) -> !person.getId().equals(by) && person.getEmail() != null)
			.forEach((person) -> this.outbox.post(Posting.of(name(), person.getId(), parcours.getId())
				.apart(what + ":" + about.getId() + ":" + this.clock.instant().toEpochMilli())
				.with(what + ":" + about.getId())));
	}

	@Override
	public String name() {
		return "parcours.facilitation";
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return about(envelope).isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		Parcours parcours = this.allParcours.findById(envelope.subjectId()).orElseThrow(NotFound::new);
		Person about = about(envelope).orElseThrow(NotFound::new);
		String what = String.valueOf(envelope.secret()).split(":", 2)[0];
		boolean own = about.getId().equals(envelope.recipientId());
		String key = what + (own ? ".you" : ".other");
		Letter letter = Letter.about(say(key + ".subject", parcours.getName(), about.getName()))
			.text(say(key + ".text", parcours.getName(), this.introductions.of(about)));
		return (own && REMOVED.equals(what)) ? letter.small(say("removed.ask"))
				: letter.button(say("open"), this.base.of("/parcours/" + parcours.getSlug()));
	}

	private Optional<Person> about(Envelope envelope) {
		String carried = envelope.secret();
		return (carried == null) ? Optional.empty()
				: this.people.findById(UUID.fromString(carried.substring(carried.indexOf(':') + 1)))
					.filter((person) -> !person.isErased());
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("parcours.letter.facilitation." + key, words, Locale.FRENCH);
	}

}
