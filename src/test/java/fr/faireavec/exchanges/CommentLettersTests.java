package fr.faireavec.exchanges;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.kernel.Expiry;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.NotificationChoices;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Inès shares an action of the Recyclerie with the cohort, in which Hugo and Samira are;
 * Claire runs the parcours.
 */
@IntegrationTest
class CommentLettersTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private CommentDigests digests;

	@Autowired
	private DigestLetter digest;

	@Autowired
	private AddressedLetter addressed;

	@Autowired
	private MarkExpiry expiry;

	@Autowired
	private NotificationChoices choices;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person ines;

	private Person hugo;

	private Person samira;

	private String exchanges;

	@BeforeEach
	void anActionThatIsShared() {
		this.pages = new Pages(this.mvc, this.cast);
		at(0, 9);
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.samira = this.cast.person("Samira", "Benali");
		Parcours parcours = this.cast.parcours("Sources", START, this.claire);
		Enrolment recyclerie = this.cast.enrol(parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(recyclerie, this.ines, START);
		this.cast.pilot(this.cast.enrol(parcours, this.cast.structure("Cantine Coop")), this.hugo, START);
		this.cast.pilot(this.cast.enrol(parcours, this.cast.structure("Fablab")), this.samira, START);
		this.cast.flush();
		UUID action = Impersonation.giving(this.ines,
				() -> this.logging
					.log(Ids.next(), parcours.getId(), recyclerie.getId(), ActionDraft.titled("Un atelier"))
					.getId());
		this.cast.flush();
		shareWithCohort(true);
		this.exchanges = "/parcours/" + parcours.getSlug() + "/journal/" + action + "/echanges";
	}

	/** Its structure and the animation; never the author, nor peers who said nothing. */
	@Test
	void oneLetterADayToThoseItConcerns() {
		at(0, 10);
		say(this.hugo, "Bravo");
		told(0, 11, this.claire, this.ines);
		at(0, 12);
		say(this.hugo, "Et merci");
		told(0, 13);
		told(1, 7);
		told(1, 8, this.claire, this.ines);
		told(2, 8);
	}

	@Test
	void nothingAtNightAndNothingOfWhatWasRead() {
		at(0, 21);
		say(this.hugo, "Bravo");
		told(0, 22);
		at(0, 23);
		this.pages.read(this.exchanges.replace("/echanges", ""), this.ines);
		told(1, 8, this.claire);
	}

	/** Whoever talked about it is told what follows, as long as they may read it. */
	@Test
	void peersWhoTalkedAreToldWhileItIsShared() {
		at(0, 10);
		say(this.hugo, "Bravo");
		at(0, 11);
		say(this.ines, "Merci");
		told(0, 12, this.claire, this.hugo, this.ines);
		at(1, 10);
		say(this.ines, "Encore merci");
		shareWithCohort(false);
		told(1, 11, this.claire);
	}

	/** The names of those who spoke, and no word of what they said. */
	@Test
	void theLetterSaysWhoAndWhereAndFallsOnceItWasRead() {
		at(0, 10);
		say(this.hugo, "Un mot que la lettre ne dit pas");
		this.pages.post(this.exchanges + "/note", this.claire, "version", "-1", "words", "Une note pour nous");
		told(0, 11, this.claire, this.ines);
		Envelope envelope = new Envelope(Ids.next(), this.ines.getId(), "Inès", "ines@demo.example", this.ines.getId(),
				moment(0, 9).toString(), moment(0, 11));
		assertThat(this.digest.stillDue(envelope)).isTrue();
		assertThat(this.digest.render(envelope).toString()).contains("Un atelier", "Hugo Lemaire", this.exchanges)
			.doesNotContain("Un mot que", "Une note");
		this.pages.read(this.exchanges, this.ines);
		assertThat(this.digest.stillDue(envelope)).isFalse();
		assertThat(this.choices.optionalKinds()).contains("exchanges.addressed", "exchanges.digest");
	}

	@Test
	void whoIsNamedIsToldAtOnceAndNotAgain() {
		at(0, 10);
		MvcTestResult stranger = this.pages.post(this.exchanges, this.claire, "words", "Bravo", "told",
				this.cast.person("Nulle", "Part").getId().toString());
		assertThat(stranger).hasStatus(422);
		assertThat(Pages.document(stranger).select("#told-error").text()).isNotEmpty();
		assertThat(this.pages.post(this.exchanges, this.claire, "words", "Et vous, Samira", "told",
				this.samira.getId().toString(), "told", this.ines.getId().toString()))
			.hasStatus3xxRedirection();
		assertThat(letters("exchanges.addressed")).containsExactlyInAnyOrder(this.samira.getId(), this.ines.getId());
		told(0, 11);
		UUID said = this.jdbc.sql("SELECT id FROM action_comment").query(UUID.class).single();
		Envelope envelope = new Envelope(Ids.next(), this.samira.getId(), "Samira", "samira@demo.example", said, null,
				moment(0, 10));
		assertThat(this.addressed.stillDue(envelope)).isTrue();
		assertThat(this.addressed.render(envelope).toString()).contains("Claire Vasseur", this.exchanges)
			.doesNotContain("Et vous");
		shareWithCohort(false);
		assertThat(this.addressed.stillDue(envelope)).isFalse();
	}

	@Test
	void marksAreForgottenAfterAMonth() {
		at(0, 10);
		say(this.hugo, "Bravo");
		told(0, 11, this.claire, this.ines);
		this.pages.read(this.exchanges, this.ines);
		assertThat(this.expiry.forget(terms(29), 100)).isZero();
		assertThat(this.expiry.forget(terms(31), 100)).isEqualTo(3);
	}

	private static Expiry.Terms terms(int days) {
		return new Expiry.Terms(moment(days, 12), Period.ZERO, Period.ZERO, Period.ZERO);
	}

	private static Instant moment(int day, int hour) {
		return when(day, hour).atZone(Zones.PARIS).toInstant();
	}

	private static LocalDateTime when(int day, int hour) {
		return START.plusDays(day).atTime(hour, 0);
	}

	private void at(int day, int hour) {
		this.cast.itIs(when(day, hour));
	}

	private void shareWithCohort(boolean shared) {
		this.jdbc.sql("UPDATE logged_action SET shared_cohort = :shared").param("shared", shared).update();
		this.cast.forget();
	}

	private void say(Person who, String words) {
		assertThat(this.pages.post(this.exchanges, who, "words", words)).hasStatus3xxRedirection();
	}

	/** Who is written to at that hour. */
	private void told(int day, int hour, Person... people) {
		at(day, hour);
		this.jdbc.sql("DELETE FROM letter WHERE kind = 'exchanges.digest'").update();
		this.digests.postDue();
		assertThat(letters("exchanges.digest")).as("day %s, %s h", day, hour)
			.containsExactlyInAnyOrderElementsOf(List.of(people).stream().map(Person::getId).toList());
	}

	private List<UUID> letters(String kind) {
		return this.jdbc.sql("SELECT recipient_id FROM letter WHERE kind = :kind")
			.param("kind", kind)
			.query((row, n) -> row.getObject("recipient_id", UUID.class))
			.list();
	}

}
