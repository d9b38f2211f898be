package fr.faireavec.admin;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.admin.TwoSheets.Prospect;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells those who run a parcours that two people they knew there are one from now on:
 * they know them, and say so if it is a mistake.
 */
@Component
class ReunitedLetter implements LetterKind {

	static final String KIND = "admin.reunited";

	private final Outbox outbox;

	private final AllParcours allParcours;

	private final People people;

	private final MessageSource messages;

	private final BaseUrl base;

	ReunitedLetter(Outbox outbox, AllParcours allParcours, People people, MessageSource messages, BaseUrl base) {
		this.outbox = outbox;
		this.allParcours = allParcours;
		this.people = people;
		this.messages = messages;
		this.base = base;
	}

	/**
	 * For each parcours where something passes to the sheet that stays, or where it is
	 * known: its people alone can tell that it is somebody else.
	 */
	void post(Viewer by, Prospect prospect) {
		String sheets = prospect.given().id() + ":" + prospect.kept().id();
		prospect.parcours()
			.stream()
			.flatMap((id) -> this.allParcours.whole(id).stream())
			.forEach((parcours) -> parcours.getFacilitators()
				.stream()
				.filter((person) -> !person.getId().equals(by.personId()) && person.getEmail() != null)
				.forEach((person) -> this.outbox
					.post(Posting.of(KIND, person.getId(), parcours.getId()).apart(sheets).with(sheets))));
	}

	@Override
	public String name() {
		return KIND;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return sheet(envelope, 0).isPresent() && sheet(envelope, 1).isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		Parcours parcours = this.allParcours.findById(envelope.subjectId()).orElseThrow(NotFound::new);
		String given = sheet(envelope, 0).map(Person::getName).orElseThrow(NotFound::new);
		String kept = sheet(envelope, 1).map(Person::getName).orElseThrow(NotFound::new);
		return Letter.about(say("subject", parcours.getName(), kept))
			.text(say(given.equals(kept) ? "same" : "text", parcours.getName(), given, kept))
			.text(say("mistake"))
			.button(say("open"), this.base.of("/parcours/" + parcours.getSlug()));
	}

	/** The one that went, then the one that goes on; neither once erased. */
	private Optional<Person> sheet(Envelope envelope, int which) {
		String carried = envelope.secret();
		return (carried == null) ? Optional.empty()
				: this.people.findById(UUID.fromString(carried.split(":", 2)[which]))
					.filter((person) -> !person.isErased());
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("admin.letter.reunited." + key, words, Locale.FRENCH);
	}

}
