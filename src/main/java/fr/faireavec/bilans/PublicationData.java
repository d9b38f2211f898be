package fr.faireavec.bilans;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Which bilans somebody published: they stay, frozen. Where the words of one name
 * somebody, it is made anew without the name, and marked.
 */
@Component
class PublicationData implements PersonalDataHolder {

	private final PersonalRecords records;

	private final Bilans bilans;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PublicationData(PersonalRecords records, Bilans bilans, ApplicationEventPublisher events, Clock clock) {
		this.records = records;
		this.bilans = bilans;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public List<String> seats() {
		return List.of("SELECT parcours_id FROM bilan WHERE published_by IN (SELECT sheets(:person))");
	}

	/** The words of a bilan that somebody wrote, and why it was published so soon. */
	@Override
	public List<FreeText> texts() {
		return List.of(
				this.records.texts("privacy.text.haste", "bilan_haste", List.of("reason"),
						"bilan_haste t JOIN bilan b ON b.id = t.id JOIN parcours p ON p.id = b.parcours_id",
						"b.parcours_id", "p.name || ', ' || b.number"),
				new FreeText("privacy.text.bilan",
						"""
								SELECT b.id, b.parcours_id, false AS own, p.name || ', ' || b.number AS place, v.part, v.words, v.longest
								FROM bilan b JOIN parcours p ON p.id = b.parcours_id CROSS JOIN LATERAL (
								  SELECT 'narrative' AS part, b.figures ->> 'narrative' AS words, 5000 AS longest
								  UNION ALL
								  SELECT 'story/told/' || s.key, s.value, 5000 FROM jsonb_each_text(b.figures -> 'story' -> 'told') AS s
								  UNION ALL
								  SELECT 'synthesis/reasons/' || r.key, r.value, 300
								  FROM jsonb_each_text(b.figures -> 'synthesis' -> 'reasons') AS r
								  UNION ALL
								  SELECT 'actions/' || (a.place - 1) || '/' || f.field, a.line ->> f.field, NULL
								  FROM jsonb_array_elements(b.figures -> 'actions') WITH ORDINALITY AS a (line, place),
								    (VALUES ('title'), ('learning')) AS f (field)
								  UNION ALL
								  SELECT 'figures/sessions/days/' || (d.place - 1) || '/title', d.line ->> 'title', NULL
								  FROM jsonb_array_elements(b.figures -> 'figures' -> 'sessions' -> 'days')
								    WITH ORDINALITY AS d (line, place)) v
								WHERE v.words IS NOT NULL""",
						this::makeAnew));
	}

	private boolean makeAnew(UUID id, Map<String, Change> parts) {
		String former = this.bilans.of(id).map(Bilan::sha256).orElse("");
		boolean done = this.bilans.reword(id, parts, this.clock.instant());
		this.bilans.of(id)
			.ifPresent((bilan) -> this.events.publishEvent(new Noted("bilan.redacted", id, bilan.parcoursId(),
					Integer.toString(bilan.number()), Changes.none().note("sha256", former, bilan.sha256()))));
		return done;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.bilans", """
				SELECT p.name AS "parcours.name", b.number AS "bilan.number", b.published_at AS "bilan.published_at"
				FROM bilan b JOIN parcours p ON p.id = b.parcours_id
				WHERE b.published_by IN (SELECT sheets(:person)) ORDER BY b.published_at, b.id"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(new Fate("privacy.fate.bilans",
				"SELECT count(*) FROM bilan WHERE published_by IN (SELECT sheets(:person))", "privacy.kept.bilans"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
	}

}
