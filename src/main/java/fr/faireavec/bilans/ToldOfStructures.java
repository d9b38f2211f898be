package fr.faireavec.bilans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.announcements.ToldOfUs;
import fr.faireavec.announcements.WordsTold;
import fr.faireavec.narratives.Drafts;
import fr.faireavec.narratives.Narrative;
import fr.faireavec.narratives.Section;
import fr.faireavec.web.Prose;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what a bilan to come tells of each structure, as it would be frozen now. */
@Component
class ToldOfStructures implements WordsTold {

	private final BilanFigures figures;

	private final Drafts drafts;

	private final JdbcClient jdbc;

	ToldOfStructures(BilanFigures figures, Drafts drafts, JdbcClient jdbc) {
		this.figures = figures;
		this.drafts = drafts;
		this.jdbc = jdbc;
	}

	@Override
	public List<ToldOfUs> of(UUID parcoursId, LocalDate from, LocalDate to) {
		List<LiveBilan.Logged> actions = this.figures.logged(parcoursId, from, to)
			.stream()
			.filter(LiveBilan.Logged::concerns)
			.toList();
		Narrative narrative = this.drafts.of(parcoursId).narrative();
		List<ToldOfUs> told = new ArrayList<>();
		for (Structure structure : structures(parcoursId)) {
			List<ToldOfUs.Action> own = actions.stream()
				.filter((action) -> action.enrolmentId().equals(structure.enrolmentId()))
				.map((action) -> new ToldOfUs.Action(action.id(), action.line().title(), action.line().learning()))
				.toList();
			List<String> lines = naming(narrative, structure.name());
			if (!own.isEmpty() || !lines.isEmpty()) {
				told.add(new ToldOfUs(structure.enrolmentId(), structure.name(), own, lines));
			}
		}
		return told;
	}

	/** The lines of a narrative that say a name, however it is written large or small. */
	static List<String> naming(Narrative narrative, String name) {
		String sought = name.toLowerCase(Locale.FRENCH);
		return Stream.of(Section.values())
			.flatMap((section) -> Prose.of(narrative.of(section)).text().lines())
			.filter((line) -> line.toLowerCase(Locale.FRENCH).contains(sought))
			.toList();
	}

	/** All that took part. */
	List<Structure> structures(UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT e.id, s.name FROM enrolment e JOIN structure s ON s.id = e.structure_id
				WHERE e.parcours_id = :parcours ORDER BY lower(s.name), e.id""")
			.param("parcours", parcoursId)
			.query((row, n) -> new Structure(row.getObject("id", UUID.class), row.getString("name")))
			.list();
	}

	/** One of them. */
	record Structure(UUID enrolmentId, String name) {
	}

}
