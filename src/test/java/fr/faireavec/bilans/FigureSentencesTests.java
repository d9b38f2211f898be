package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fr.faireavec.narratives.Section;
import fr.faireavec.narratives.Sentence;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What figures say in a sentence: of many, of one, and nothing of what is not there. */
@IntegrationTest
class FigureSentencesTests {

	@Autowired
	private FigureSentences sentences;

	@Test
	void manyAgree() {
		assertThat(said(figures(8, 2, 12)))
			.containsEntry("engaged", "8 structures sur 8 sont venues à une séance au moins.")
			.containsEntry("sessions", "2 séances sur 7 ont été tenues.")
			.containsEntry("presence", "16 présences de structures sur 16 attendues, soit 100 %.")
			.containsEntry("people",
					"2 personnes ont pris part aux séances : 12 heures passées ensemble, toutes personnes additionnées.")
			.containsEntry("done", "12 actions ont été réalisées, dans 8 structures sur 8.")
			.containsEntry("beyond", "2 actions sur 12 donnent aux usagers une part de la décision.")
			.containsEntry("volunteer",
					"Les usagers et leurs structures ont donné 12 heures à ces actions, dont 1,5 par des bénévoles.")
			.containsEntry("abandoned", "2 essais ont été abandonnés, et ont appris quelque chose aux structures.")
			.containsEntry("kept", "2 structures sur 8 sont allées au bout du parcours.")
			.containsEntry("ongoing", "2 actions sont encore en cours.");
	}

	@Test
	void oneAgrees() {
		assertThat(said(figures(1, 1, 1)))
			.containsEntry("engaged", "1 structure sur 1 est venue à une séance au moins.")
			.containsEntry("sessions", "1 séance sur 7 a été tenue.")
			.containsEntry("people",
					"1 personne a pris part aux séances : 1 heure passée ensemble, toutes personnes additionnées.")
			.containsEntry("done", "1 action a été réalisée, dans 1 structure sur 1.")
			.containsEntry("beyond", "1 action sur 1 donne aux usagers une part de la décision.")
			.containsEntry("abandoned", "1 essai a été abandonné, et a appris quelque chose aux structures.")
			.containsEntry("kept", "1 structure sur 1 est allée au bout du parcours.")
			.containsEntry("ongoing", "1 action est encore en cours.");
	}

	@Test
	void nothingIsSaidOfNothing() {
		assertThat(said(figures(0, 0, 0))).isEmpty();
		Figures enrolled = figures(0, 0, 0, 8);
		assertThat(said(enrolled))
			.containsExactly(Map.entry("engaged", "0 structure sur 8 est venue à une séance au moins."));
	}

	@Test
	void eachHasItsSection() {
		assertThat(this.sentences.of(figures(8, 2, 12)).stream().collect(Collectors.groupingBy(Sentence::section)))
			.containsOnlyKeys(Section.values());
	}

	private Map<String, String> said(Figures figures) {
		return this.sentences.of(figures)
			.stream()
			.collect(Collectors.toMap(Sentence::key,
					(sentence) -> sentence.words().replaceAll("[\\u00a0\\u202f]", " ")));
	}

	private static Figures figures(int structures, int some, int done) {
		return figures(structures, some, done, structures);
	}

	private static Figures figures(int structures, int some, int done, int enrolled) {
		BigDecimal hours = BigDecimal.valueOf(done);
		return new Figures(BilanFigures.FORMAT, BilanFigures.FORMULA, LocalDate.of(2025, 1, 6),
				LocalDate.of(2025, 12, 31),
				new Figures.Structures(enrolled, structures, new Rate(some, structures),
						new Rate((long) structures * some, (long) structures * some), new Rate(some, structures),
						new Figures.Profile(List.of(), List.of(), List.of())),
				new Figures.Sessions(new Rate(some, 7), 0, List.of()),
				new Figures.Meetings(new Rate(some, structures * 2L), 0, 0),
				new Figures.People(some, 0, done * 60L, null),
				new Figures.Actions(done, some, done, some, structures, new Rate(structures, structures), 0),
				new Figures.ServiceUsers(done, done, done, done, 0, 0),
				new Figures.Involvement(new Rate(some, done), 0, List.of(), List.of()),
				new Figures.Hours(hours, (done > 0) ? new BigDecimal("1.50") : BigDecimal.ZERO, BigDecimal.ZERO,
						BigDecimal.ZERO, List.of()),
				List.of());
	}

}
