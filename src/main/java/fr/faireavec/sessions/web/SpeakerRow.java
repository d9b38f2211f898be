package fr.faireavec.sessions.web;

import java.util.UUID;

import fr.faireavec.sessions.GuestSpeaker;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks at a day, as its page shows it.
 *
 * @param email for those who run the parcours alone
 */
record SpeakerRow(UUID id, int version, String name, String organisation, @Nullable String email) {

	static SpeakerRow of(GuestSpeaker speaker, boolean running) {
		return new SpeakerRow(speaker.getId(), speaker.getVersion(), speaker.getName(), speaker.getOrganisation(),
				running ? speaker.getEmail() : null);
	}

}
