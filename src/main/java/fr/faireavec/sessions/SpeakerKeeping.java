package fr.faireavec.sessions;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says who speaks at a day: added, corrected, taken off. */
@Component
@Transactional
public class SpeakerKeeping {

	private final CollectiveSessions sessions;

	private final GuestSpeakers speakers;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	SpeakerKeeping(CollectiveSessions sessions, GuestSpeakers speakers, OnceOnly onceOnly,
			ApplicationEventPublisher events) {
		this.sessions = sessions;
		this.speakers = speakers;
		this.onceOnly = onceOnly;
		this.events = events;
	}

	/**
	 * Sent twice, it adds one.
	 * @return what they are called
	 */
	public String add(UUID key, UUID parcoursId, int rank, GuestSpeaker.Words words) {
		UUID id = this.onceOnly.idOf(key, "speaker", parcoursId, rank, words);
		CollectiveSession session = open(parcoursId, rank);
		Optional<GuestSpeaker> already = this.speakers.findById(id);
		if (already.isPresent()) {
			return already.get().getName();
		}
		GuestSpeaker speaker = this.speakers.saveAndFlush(new GuestSpeaker(id, session, words));
		this.events.publishEvent(new SpeakersChanged("session.speakerAdded", session, id, null, speaker.getEmail(),
				Changes.none()
					.note("name", null, speaker.getName())
					.note("organisation", null, speaker.getOrganisation())
					.noteText("email", "", written(speaker.getEmail()), SpeakerKeeping::withheld)));
		return speaker.getName();
	}

	public void correct(UUID parcoursId, int rank, UUID id, int version, GuestSpeaker.Words words) {
		CollectiveSession session = open(parcoursId, rank);
		GuestSpeaker speaker = one(session, id, version);
		GuestSpeaker.Words before = new GuestSpeaker.Words(speaker.getName(), speaker.getOrganisation(),
				speaker.getEmail());
		speaker.say(words);
		Changes changes = Changes.none()
			.note("name", before.name(), speaker.getName())
			.note("organisation", before.organisation(), speaker.getOrganisation())
			.noteText("email", written(before.email()), written(speaker.getEmail()), SpeakerKeeping::withheld);
		if (changes.isEmpty()) {
			return;
		}
		this.speakers.saveAndFlush(speaker);
		this.events.publishEvent(new SpeakersChanged("session.speakerCorrected", session, id, before.email(),
				speaker.getEmail(), changes));
	}

	public void remove(UUID parcoursId, int rank, UUID id, int version) {
		CollectiveSession session = open(parcoursId, rank);
		GuestSpeaker speaker = one(session, id, version);
		this.speakers.delete(speaker);
		this.speakers.flush();
		this.events.publishEvent(new SpeakersChanged("session.speakerRemoved", session, id, speaker.getEmail(), null,
				Changes.none().note("name", speaker.getName(), null)));
	}

	private static String written(@Nullable String email) {
		return (email != null) ? email : "";
	}

	/** The history outlives the address: it says that there is one, or another. */
	private static String withheld(String email) {
		return email.isEmpty() ? "" : "…";
	}

	private GuestSpeaker one(CollectiveSession session, UUID id, int version) {
		GuestSpeaker speaker = this.speakers.of(session.getId(), id).orElseThrow(NotFound::new);
		speaker.requireVersion(version);
		return speaker;
	}

	private CollectiveSession open(UUID parcoursId, int rank) {
		if (this.sessions.keepStill(parcoursId, rank).isEmpty()) {
			throw new NotFound();
		}
		CollectiveSession session = this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new);
		session.getParcours().requireOpenToWork();
		return session;
	}

}
