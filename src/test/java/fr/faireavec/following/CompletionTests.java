package fr.faireavec.following;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.journal.ActionDetails.Outcome;
import fr.faireavec.journal.ActionDetails.When;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.Ids;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Sources;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** « À compléter »: what a day or a meeting that has passed puts on a pilot's desk. */
@IntegrationTest
class CompletionTests {

	private static final String DESK = "/";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private JdbcClient jdbc;

	private Sources sources;

	private Pages pages;

	private UUID meeting;

	@BeforeEach
	void aDayAndAMeetingHavePassed() {
		this.sources = Sources.of(this.cast);
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(LocalDateTime.of(2026, 11, 2, 9, 0));
		schedule(2, LocalDate.of(2026, 11, 18));
		schedule(3, LocalDate.of(2026, 12, 15));
		this.meeting = this.jdbc
			.sql("""
					UPDATE individual_meeting SET state = 'SCHEDULED', starts_at = '2026-11-19 10:00', ends_at = '2026-11-19 11:00',
					  facilitator_id = :claire, mode = 'PRESENTIEL' WHERE enrolment_id = :canal AND rank = 1 RETURNING id""")
			.param("claire", this.sources.claire().getId())
			.param("canal", this.sources.canal().getId())
			.query(UUID.class)
			.single();
		this.cast.itIs(LocalDateTime.of(2026, 11, 10, 9, 0));
		this.cast.forget();
	}

	@Test
	void whatWasMeantForADayOrDecidedInAMeetingIsAskedAboutOnceItHasPassed() {
		LoggedAction planned = log(new ActionDraft("Une visite", ActionState.PLANNED, "", null, 2));
		log(new ActionDraft("Un jeu", ActionState.IDEA, "", null, 3));
		LoggedAction decided = log(new ActionDraft("Un atelier", null, "", null, null, this.meeting));
		LoggedAction ended = log(new ActionDraft("Une enquête", ActionState.ONGOING, "", null, null));
		say(ended, new When(ActionState.ONGOING, LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 12), null));
		log(new ActionDraft("Une idée", ActionState.IDEA, "", null, null));
		assertThat(asked()).as("before they pass").isEmpty();
		this.cast.itIs(Sources.NOW);
		assertThat(asked()).containsExactly("Un atelier décidée au rendez-vous 1, le jeudi 19 novembre",
				"Une visite prévue d’ici au jour 2, le mercredi 18 novembre",
				"Une enquête sa date est passée : jeudi 12 novembre");
		Document desk = this.pages.read(DESK, this.sources.ines());
		String how = desk.select("#a-completer a:contains(Une visite)").attr("href");
		Document done = this.pages.read(how, this.sources.ines());
		assertThat(done.select("#endsOn").val()).as("already filled in").isEqualTo("2026-11-18");
		assertThat(this.pages.read(DESK, this.sources.hugo()).select("#a-completer")).isEmpty();
		assertThat(this.pages.post(how.substring(0, how.indexOf('?')), this.sources.ines(), "version",
				String.valueOf(planned.getVersion()), "endsOn", "2026-11-18", "learning", "On revient"))
			.hasStatus(302);
		assertThat(asked()).hasSize(2);
		say(decided, new When(ActionState.ABANDONED, null, null, null));
		assertThat(asked()).containsExactly("Une enquête sa date est passée : jeudi 12 novembre");
		assertThat(this.pages.read(page(decided), this.sources.ines()).select("dl.facts").text())
			.contains("Décidée au rendez-vous 1");
	}

	@Test
	void onePutsItOffOrDeclinesIt() {
		LoggedAction visit = log(new ActionDraft("Une visite", ActionState.PLANNED, "", null, 2));
		LoggedAction walk = log(new ActionDraft("Une balade", ActionState.PLANNED, "", null, 2));
		this.cast.itIs(Sources.NOW);
		assertThat(asked()).hasSize(2);
		assertThat(this.pages.post(page(visit) + "/a-completer/plus-tard", this.sources.hugo())).hasStatus(404);
		assertThat(this.pages.post(page(visit) + "/a-completer/plus-tard", this.sources.claire())).hasStatus(404);
		for (int twice = 0; twice < 2; twice++) {
			assertThat(this.pages.post(page(visit) + "/a-completer/plus-tard", this.sources.ines())).hasStatus(302);
			assertThat(this.pages.post(page(walk) + "/a-completer/refus", this.sources.ines())).hasStatus(302);
		}
		assertThat(asked()).isEmpty();
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_row WHERE what LIKE 'completion.%'")
			.query(Long.class)
			.single()).isEqualTo(2);
		this.cast.itIs(Sources.NOW.plusDays(13));
		assertThat(asked()).isEmpty();
		this.cast.itIs(Sources.NOW.plusDays(14));
		assertThat(asked()).as("later").hasSize(1).first().asString().startsWith("Une visite");
		say(walk, new When(ActionState.ONGOING, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 10), 2));
		this.cast.itIs(LocalDateTime.of(2026, 12, 12, 9, 0));
		assertThat(asked()).as("another occasion asks again")
			.contains("Une balade sa date est passée : jeudi 10 décembre");
	}

	@Test
	void aMeetingIsOfTheStructureThatDecides() {
		String note = "/parcours/" + this.sources.parcours().getSlug() + "/journal/nouvelle-action?rendezvous="
				+ this.meeting;
		Document form = this.pages.read(note, this.sources.claire());
		assertThat(form.select("[name=meeting]").val()).isEqualTo(this.meeting.toString());
		assertThat(form.select("#structure option[selected]").val()).isEqualTo(this.sources.canal().getId().toString());
		Document refused = Pages
			.document(this.pages.post("/parcours/" + this.sources.parcours().getSlug() + "/journal/nouvelle-action",
					this.sources.claire(), "structure", this.sources.cantine().getId().toString(), "title", "Un bal",
					"meeting", this.meeting.toString(), "key", Ids.next().toString()));
		assertThat(refused.select(".summary").text()).contains("Ce rendez-vous n’est pas celui de cette structure");
		assertThat(this.pages.post("/parcours/" + this.sources.parcours().getSlug() + "/journal/nouvelle-action",
				this.sources.claire(), "structure", this.sources.canal().getId().toString(), "title", "Un bal",
				"meeting", this.meeting.toString(), "key", Ids.next().toString()))
			.hasStatus(302);
		assertThat(this.jdbc.sql("SELECT tied_meeting_id FROM logged_action WHERE title = 'Un bal'")
			.query(UUID.class)
			.single()).isEqualTo(this.meeting);
		this.cast.itIs(Sources.NOW);
		assertThat(asked()).as("to be confirmed first").isEmpty();
		assertThat(this.pages
			.read("/parcours/" + this.sources.parcours().getSlug() + "/rendez-vous/" + this.meeting,
					this.sources.ines())
			.select("a[href*='rendezvous=" + this.meeting + "']")).hasSize(1);
	}

	private List<String> asked() {
		this.cast.forget();
		return this.pages.read(DESK, this.sources.ines())
			.select("#a-completer li .text")
			.stream()
			.map((text) -> text.select("> p, > small").text())
			.toList();
	}

	private String page(LoggedAction action) {
		return "/parcours/" + this.sources.parcours().getSlug() + "/journal/" + action.getId();
	}

	private LoggedAction log(ActionDraft draft) {
		LoggedAction action = Impersonation.giving(this.sources.ines(), () -> this.logging.log(Ids.next(),
				this.sources.parcours().getId(), this.sources.canal().getId(), draft));
		this.cast.forget();
		return action;
	}

	private void say(LoggedAction action, When when) {
		Impersonation.as(this.sources.ines(), () -> {
			var said = action.getDetails();
			this.logging.revise(this.sources.parcours().getId(), action.getId(), version(action), said.with(when)
				.with(new Outcome(said.outcome().recognitionIds(), said.outcome().effectIds(), "Appris", null)));
		});
		this.cast.forget();
	}

	private int version(LoggedAction action) {
		return this.jdbc.sql("SELECT version FROM logged_action WHERE id = :id")
			.param("id", action.getId())
			.query(Integer.class)
			.single();
	}

	private void schedule(int rank, LocalDate day) {
		UUID parcours = this.sources.parcours().getId();
		this.scheduling.schedule(parcours, rank, this.sessions.ranked(parcours, rank).orElseThrow().getVersion(),
				new SessionPlan(List.of(new TimeSlot(day.atTime(9, 30), day.atTime(12, 30))), Mode.PRESENTIEL, "Salle",
						"", ""));
	}

}
