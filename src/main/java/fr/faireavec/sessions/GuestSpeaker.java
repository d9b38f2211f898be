package fr.faireavec.sessions;

import java.util.UUID;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.EmailAddress;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.PersonName;
import fr.faireavec.kernel.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes to a day to speak or to run a part of it, without an account: name
 * at most 120 characters, organisation 150. The address is for those who run the day.
 */
@Entity
public class GuestSpeaker extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private CollectiveSession session;

	private String name;

	private String organisation;

	private @Nullable String email;

	@SuppressWarnings("NullAway.Init")
	protected GuestSpeaker() {
	}

	GuestSpeaker(UUID id, CollectiveSession session, Words words) {
		super(id);
		this.session = session;
		say(words);
	}

	/** Corrects who it is. */
	final void say(Words words) {
		if (words.name().isBlank()) {
			throw Refusal.of("name", "sessions.speaker.nameNeeded");
		}
		this.name = PersonName.withFunction("name", words.name());
		this.organisation = CleanText.line(words.organisation());
		this.email = EmailAddress.read("email", words.email());
	}

	public CollectiveSession getSession() {
		return this.session;
	}

	public String getName() {
		return this.name;
	}

	public String getOrganisation() {
		return this.organisation;
	}

	public @Nullable String getEmail() {
		return this.email;
	}

	/** Who somebody is; the address may be missing. */
	public record Words(String name, String organisation, @Nullable String email) {
	}

}
