package fr.faireavec.convening;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.kernel.Expiry;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.sessions.GuestSpeaker;
import fr.faireavec.sessions.GuestSpeakers;
import fr.faireavec.sessions.SpeakerKeeping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Who speaks at a day is told of it at the address they gave, without an account. */
class SpeakerLettersTests extends DateTests {

	private static final String SOLENE = "solene@demo.example";

	@Autowired
	private SpeakerKeeping keeping;

	@Autowired
	private GuestSpeakers speakers;

	@Autowired
	private GuestExpiry expiry;

	@BeforeEach
	void soleneSpeaks() {
		near();
		told();
		add("Solène Arnoult", SOLENE);
	}

	@Test
	void theyAreConvenedToldOfChangesRemindedAndCancelledUnderOneName() {
		this.telling.tellDue();
		assertThat(letters()).as("those who knew already are not written to").containsExactly("convening.date");
		Letter convened = last(SOLENE);
		assertThat(convened.subject()).startsWith("Le dimanche 11 octobre, Nos sources, jour 1");
		assertThat(said(convened)).contains("Maison du parc").doesNotContain("/parcours/", "Button");
		Letter.Calendar request = convened.calendars().getFirst();
		assertThat(request.method()).isEqualTo("REQUEST");
		assertThat(request.file().replace("\r\n ", "")).contains("mailto:" + SOLENE, "RSVP=FALSE")
			.doesNotContain("/parcours/", "\r\nURL");
		told();
		schedule(DAY.plusDays(1));
		later(Telling.SETTLED);
		this.telling.tellDue();
		Letter moved = last(SOLENE);
		assertThat(said(moved)).contains("L’animation a changé la date", "dimanche 11 octobre 2026",
				"lundi 12 octobre 2026");
		assertThat(event(moved).getUid().getValue()).isEqualTo(event(convened).getUid().getValue());
		told();
		this.cast.itIs(DAY.minusDays(6).atTime(8, 1));
		this.telling.tellDue();
		assertThat(said(render("convening.reminder", SOLENE))).contains("Un simple rappel").doesNotContain("Button");
		told();
		Impersonation.as(this.claire, () -> this.scheduling.cancel(this.ours.getId(), 1, version(), "Neige"));
		this.cast.forget();
		later(Telling.SETTLED);
		this.telling.tellDue();
		Letter cancelled = last(SOLENE);
		assertThat(said(cancelled)).contains("Neige");
		assertThat(cancelled.calendars().getFirst().method()).isEqualTo("CANCEL");
		assertThat(event(cancelled).getUid().getValue()).isEqualTo(event(convened).getUid().getValue());
	}

	/** A corrected address: the date leaves the one and comes to the other. */
	@Test
	void anotherAddressAndWhoSpeaksNoMore() {
		told();
		GuestSpeaker speaker = this.speakers.findAll().getFirst();
		this.keeping.correct(this.ours.getId(), 1, speaker.getId(), speaker.getVersion(),
				new GuestSpeaker.Words("Solène Arnoult", "", "autre@demo.example"));
		this.cast.flush();
		this.telling.tellDue();
		assertThat(last(SOLENE).calendars().getFirst().method()).isEqualTo("CANCEL");
		assertThat(last("autre@demo.example").calendars().getFirst().method()).isEqualTo("REQUEST");
		told();
		this.keeping.remove(this.ours.getId(), 1, speaker.getId(), speaker.getVersion());
		this.cast.flush();
		this.telling.tellDue();
		assertThat(last("autre@demo.example").subject()).startsWith("Plus dans votre agenda");
		told();
		assertThat(guests()).isEqualTo(2);
		forget(20);
		assertThat(guests()).isEqualTo(2);
		forget(32);
		assertThat(guests()).as("their address is of no more use").isZero();
	}

	/** Somebody expected or who runs it has the letter already. */
	@Test
	void nobodyIsWrittenToTwice() {
		add("Inès Carpentier", "ines.carpentier@demo.example");
		add("La même Solène", SOLENE);
		this.telling.tellDue();
		assertThat(letters()).hasSize(1);
		assertThat(
				this.jdbc.sql("SELECT address FROM calendar_told WHERE address IS NOT NULL").query(String.class).list())
			.containsExactly(SOLENE);
	}

	private void add(String name, String email) {
		Impersonation.as(this.claire,
				() -> this.keeping.add(Ids.next(), this.ours.getId(), 1, new GuestSpeaker.Words(name, "", email)));
		this.cast.flush();
	}

	private List<String> letters() {
		return this.jdbc.sql("SELECT kind FROM letter WHERE state = 'WAITING' ORDER BY position")
			.query((row, n) -> String.valueOf(row.getString("kind")))
			.list();
	}

	private Letter last(String address) {
		return render("convening.date", address);
	}

	private Letter render(String kind, String address) {
		Envelope envelope = this.jdbc
			.sql("SELECT * FROM letter WHERE kind = :kind AND address = :address AND guest_id IS NOT NULL "
					+ "AND state = 'WAITING' ORDER BY position DESC LIMIT 1")
			.param("kind", kind)
			.param("address", address)
			.query((row, n) -> {
				String secret = row.getString("secret");
				return new Envelope(row.getObject("id", UUID.class), row.getObject("guest_id", UUID.class), "", address,
						row.getObject("subject_id", UUID.class), (secret != null) ? this.sealing.open(secret) : null,
						row.getTimestamp("posted_at").toInstant());
			})
			.single();
		assertThat(kind(kind).stillDue(envelope)).isTrue();
		return kind(kind).render(envelope);
	}

	private long guests() {
		return this.jdbc.sql("SELECT count(*) FROM calendar_told WHERE address IS NOT NULL").query(Long.class).single();
	}

	private void forget(int days) {
		this.cast.flush();
		Instant now = DAY.minusDays(20).plusDays(days).atTime(3, 0).atZone(Zones.PARIS).toInstant();
		this.expiry.forget(new Expiry.Terms(now, Period.ofYears(1), Period.ofYears(1), Period.ofYears(1)), 100);
	}

}
