package fr.faireavec.journal.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.journal.ActionDetails.Outcome;
import fr.faireavec.journal.ActionDetails.When;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.LoggedActions;
import fr.faireavec.kernel.Ids;
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

/** The story of an action, day by day. */
@IntegrationTest
class ActionStoryTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private LoggedActions actions;

	@Autowired
	private JdbcClient jdbc;

	private Sources sources;

	@BeforeEach
	void twoStructures() {
		this.sources = Sources.of(this.cast);
	}

	@Test
	void fromTheMeetingThatDecidedItToWhoTakesItUp() {
		UUID meeting = this.jdbc
			.sql("""
					UPDATE individual_meeting SET state = 'SCHEDULED', starts_at = '2026-10-01 10:00', ends_at = '2026-10-01 11:00',
					  facilitator_id = :claire, mode = 'PRESENTIEL' WHERE enrolment_id = :canal AND rank = 1 RETURNING id""")
			.param("claire", this.sources.claire().getId())
			.param("canal", this.sources.canal().getId())
			.query(UUID.class)
			.single();
		this.jdbc.sql("""
				UPDATE collective_session SET starts_at = '2026-12-15 09:30', ends_at = '2026-12-15 12:30'
				WHERE parcours_id = :parcours AND rank = 3""")
			.param("parcours", this.sources.parcours().getId())
			.update();
		this.cast.itIs(LocalDateTime.of(2026, 10, 2, 9, 0));
		UUID action = log(this.sources.claire(), new ActionDraft("Un café", ActionState.IDEA, "", null, 3, meeting));
		this.cast.itIs(LocalDateTime.of(2026, 10, 4, 9, 0));
		Impersonation.as(this.sources.ines(), () -> this.logging.confirm(this.sources.parcours().getId(), action));
		this.cast.itIs(LocalDateTime.of(2026, 10, 9, 23, 30));
		become(action, new When(ActionState.PLANNED, LocalDate.of(2026, 10, 20), LocalDate.of(2026, 11, 2), 3), "");
		this.cast.itIs(LocalDateTime.of(2026, 11, 5, 9, 0));
		become(action, new When(ActionState.DONE, LocalDate.of(2026, 10, 20), LocalDate.of(2026, 11, 2), 3), "Oser");
		this.cast.itIs(Sources.NOW);
		UUID other = Impersonation.giving(this.sources.hugo(),
				() -> this.logging
					.takeUp(Ids.next(), this.sources.parcours().getId(), this.sources.cantine().getId(), action)
					.action()
					.getId());
		this.cast.forget();
		Document page = read(action, this.sources.ines());
		assertThat(page.select("section[aria-labelledby=histoire] dt").eachText()).containsExactly("1er octobre 2026",
				"2 octobre 2026", "4 octobre 2026", "9 octobre 2026", "20 octobre 2026", "2 novembre 2026",
				"5 novembre 2026", "20 novembre 2026", "15 décembre 2026");
		assertThat(page.select("section[aria-labelledby=histoire] dd").eachText()).containsExactly(
				"Le rendez-vous 1, où elle a été décidée", "Notée au journal", "Confirmée par la structure",
				"Dite prévue", "Son premier jour", "Son dernier jour", "Dite réalisée",
				"Une autre structure l’essaie à son tour",
				"Le jour 3 du parcours, d’ici auquel la structure voulait l’essayer à venir");
		assertThat(page.select("section[aria-labelledby=histoire]").text()).as("nobody is named")
			.doesNotContain("Cantine", "Hugo", "Claire");
		assertThat(read(other, this.sources.hugo()).select("section[aria-labelledby=histoire] dd").eachText())
			.containsExactly("Notée au journal");
	}

	private Document read(UUID action, Person person) {
		return new Pages(this.mvc, this.cast)
			.read("/parcours/" + this.sources.parcours().getSlug() + "/journal/" + action, person);
	}

	private UUID log(Person person, ActionDraft draft) {
		AtomicReference<UUID> made = new AtomicReference<>();
		Impersonation.as(person,
				() -> made.set(this.logging
					.log(Ids.next(), this.sources.parcours().getId(), this.sources.canal().getId(), draft)
					.getId()));
		this.cast.forget();
		return made.get();
	}

	private void become(UUID id, When when, String learning) {
		Impersonation.as(this.sources.ines(), () -> {
			LoggedAction action = this.actions.in(this.sources.parcours().getId(), id).orElseThrow();
			this.logging.revise(this.sources.parcours().getId(), id, action.getVersion(),
					action.getDetails().with(when).with(Outcome.learnt(learning)));
		});
		this.cast.forget();
	}

}
