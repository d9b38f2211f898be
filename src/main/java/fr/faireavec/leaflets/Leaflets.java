package fr.faireavec.leaflets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.BilanDocument;
import fr.faireavec.bilans.BilanViews;
import fr.faireavec.bilans.Figures;
import fr.faireavec.bilans.Line;
import fr.faireavec.narratives.Section;
import fr.faireavec.sessions.SessionRow;
import fr.faireavec.sessions.SessionRows;
import fr.faireavec.settings.Settings;
import fr.faireavec.settings.Wording;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Prose;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers the leaflet from one published version: its figures and its narrative, as they
 * were frozen, with the places where its days were held. What is not known here is left
 * blank, and named.
 */
@Component
@Transactional(readOnly = true)
public class Leaflets {

	/** Whom an action is for, and how many of them. */
	private static final List<String> PEOPLE = List.of("engaged", "people", "reached", "involved", "distinct");

	private final BilanViews views;

	private final SessionRows sessions;

	private final Settings settings;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final JdbcClient jdbc;

	Leaflets(BilanViews views, SessionRows sessions, Settings settings, FrenchFormat french, MessageSource messages,
			JdbcClient jdbc) {
		this.views = views;
		this.sessions = sessions;
		this.settings = settings;
		this.french = french;
		this.messages = messages;
		this.jdbc = jdbc;
	}

	/** One a convention the version knows, in its own order. */
	public List<Leaflet> of(Bilan bilan) {
		String network = this.settings.current().say(Wording.NETWORK_NAME);
		Map<Integer, String> places = new HashMap<>();
		for (SessionRow session : this.sessions.of(bilan.parcoursId())) {
			places.put(session.rank(), session.venue());
		}
		List<String> structures = structures(bilan.parcoursId());
		return bilan.document()
			.figures()
			.targets()
			.stream()
			.map((target) -> leaflet(bilan.document(), target, network, places, structures))
			.toList();
	}

	private Leaflet leaflet(BilanDocument document, Figures.Target target, String network, Map<Integer, String> places,
			List<String> structures) {
		Figures figures = document.figures();
		List<Line> lines = this.views.of(figures, List.of(), List.of(target), document.synthesis()).lines();
		return new Leaflet(target.conventionId(), target.funder(), target.number(), facts(document, target, network),
				List.of(box("what", told(document, Section.CONTEXT, Section.DONE), "what.missing"),
						box("people", people(lines), "people.missing"),
						box("where", days(figures, places), "where.missing"),
						box("structures", structures, "structures.missing"),
						box("goals", goals(document, lines), "goals.missing"),
						box("other", told(document, Section.NEXT), "other.missing")));
	}

	private List<Leaflet.Fact> facts(BilanDocument document, Figures.Target target, String network) {
		List<Leaflet.Fact> facts = new ArrayList<>();
		facts.add(fact("association", network));
		facts.add(fact("funder", target.funder()));
		facts.add(fact("number", target.number()));
		facts.add(fact("amount", (target.amount() != null) ? this.french.euros(target.amount()) : ""));
		facts.add(fact("convention", (target.startsOn() != null && target.endsOn() != null)
				? say("days", this.french.date(target.startsOn()), this.french.date(target.endsOn())) : ""));
		facts.add(fact("action", say("action", document.programme(), document.parcours())));
		facts.add(fact("period",
				say("days", this.french.date(document.figures().from()), this.french.date(document.figures().to()))));
		facts.add(fact("territory", document.territory()));
		return facts.stream().filter((fact) -> !fact.value().isBlank()).toList();
	}

	private Leaflet.Fact fact(String key, String value) {
		return new Leaflet.Fact(say("fact." + key), value);
	}

	private Leaflet.Box box(String key, List<String> lines, String missing) {
		return new Leaflet.Box(key, say("box." + key), lines, lines.isEmpty() ? say(missing) : "");
	}

	private static List<String> told(BilanDocument document, Section... sections) {
		return Stream
			.concat(Stream.of(sections)
				.map((section) -> document.story().of(section))
				.filter((said) -> !said.isEmpty())
				.flatMap((said) -> Prose.of(said).text().lines()),
					(List.of(sections).contains(Section.DONE) ? document.narrative() : "").lines())
			.filter((line) -> !line.isBlank())
			.toList();
	}

	private List<String> people(List<Line> lines) {
		Map<String, Line> byKey = lines.stream()
			.collect(Collectors.toMap(Line::key, Function.identity(), (one, other) -> one));
		return PEOPLE.stream().map(byKey::get).filter(Objects::nonNull).map((line) -> said(line, line.note())).toList();
	}

	/** What was promised, what was done, how far that is, and why. */
	private List<String> goals(BilanDocument document, List<Line> lines) {
		List<String> said = new ArrayList<>();
		for (Line line : lines) {
			if (!line.planned().isEmpty()) {
				String goal = say("goal", line.label(), line.shown(), line.planned(), line.gap());
				said.add(line.why().isEmpty() ? goal : say("goal.why", goal, line.why()));
			}
		}
		said.addAll(told(document, Section.CHANGED));
		return said;
	}

	/** Those that took part, as they are known today. */
	private List<String> structures(UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT s.name, coalesce(s.commune, '') AS commune, coalesce(s.siret, '') AS siret
				FROM enrolment e JOIN structure s ON s.id = e.structure_id
				WHERE e.parcours_id = :parcours ORDER BY lower(s.name), e.id""")
			.param("parcours", parcoursId)
			.query((row, n) -> {
				List<String> said = new ArrayList<>(List.of(row.getString("name")));
				String commune = row.getString("commune");
				String siret = row.getString("siret");
				if (!commune.isBlank()) {
					said.add(commune);
				}
				if (!siret.isBlank()) {
					said.add(say("siret", siret));
				}
				return String.join(", ", said);
			})
			.list();
	}

	private List<String> days(Figures figures, Map<Integer, String> places) {
		return figures.sessions().days().stream().filter(Figures.Day::counted).map((day) -> {
			String rank = this.french.number(day.rank());
			String date = this.french.date(day.date());
			String place = places.getOrDefault(day.rank(), "");
			return place.isBlank() ? say("day", rank, date, day.title())
					: say("day.at", rank, date, day.title(), place);
		}).toList();
	}

	private String said(Line line, String note) {
		return note.isEmpty() ? say("figure", line.label(), line.shown())
				: say("figure.note", line.label(), line.shown(), note);
	}

	private String say(String key, Object... with) {
		return Objects.requireNonNull(this.messages.getMessage("leaflets." + key, with, Locale.FRENCH));
	}

}
