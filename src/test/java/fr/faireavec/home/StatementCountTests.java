package fr.faireavec.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** A page takes as many SQL statements with eighty structures as with eight. */
@IntegrationTest
class StatementCountTests {

	private static final List<String> PAGES = List.of("", "/structures", "/structures/import", "/seances", "/seances/1",
			"/rendez-vous", "/journal", "/bilan", "/historique", "/modifier", "/conventions");

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ActionLogging logging;

	@Test
	void asManyForEightyAsForEight() {
		Person claire = this.cast.facilitator("Claire", "Vasseur");
		Map<String, Integer> eight = statements(world("Huit", 8, claire), claire);
		Map<String, Integer> eighty = statements(world("Quatre-vingts", 80, claire), claire);
		assertThat(eighty).isEqualTo(eight);
		assertThat(eighty.values()).allMatch((count) -> count <= 15);
	}

	private Map<String, Integer> statements(Parcours parcours, Person claire) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		for (String page : PAGES) {
			this.cast.forget();
			counts.put(page,
					new Pages(this.mvc, this.cast).statements("/parcours/" + parcours.getSlug() + page, claire));
		}
		this.cast.forget();
		counts.put("desk", new Pages(this.mvc, this.cast).statements("/", claire));
		this.cast.forget();
		counts.put("directory", new Pages(this.mvc, this.cast).statements("/structures", claire));
		return counts;
	}

	private Parcours world(String name, int structures, Person claire) {
		LocalDate start = LocalDate.of(2026, 9, 1);
		this.cast.itIs(start.plusDays(3).atTime(9, 0));
		Parcours parcours = this.cast.parcours(name, start, claire);
		List<Enrolment> enrolments = new ArrayList<>();
		for (int i = 0; i < structures; i++) {
			Enrolment enrolment = this.cast.enrol(parcours, this.cast.structure(name + " " + i));
			this.cast.pilot(enrolment, this.cast.person("Pilote" + i, name), start);
			this.cast.copilot(enrolment, this.cast.person("Copilote" + i, name), start);
			enrolments.add(enrolment);
		}
		this.cast.flush();
		Impersonation.as(claire, () -> enrolments.forEach((enrolment) -> {
			UUID id = Ids.next();
			this.logging.log(id, parcours.getId(), enrolment.getId(), ActionDraft.titled("Essai"));
		}));
		this.cast.forget();
		return parcours;
	}

}
