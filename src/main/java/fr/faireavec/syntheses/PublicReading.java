package fr.faireavec.syntheses;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.bilans.Figures;
import fr.faireavec.bilans.LiveBilan;
import fr.faireavec.evidence.Evidence;
import fr.faireavec.evidence.EvidenceFile;
import fr.faireavec.evidence.PublicPhoto;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What anybody reads of a parcours whose public page is open. Figures are those of the
 * version; actions, names and photos are what is agreed to at this moment, so that
 * whatever is taken back is gone at the next reading.
 */
@Component
@Transactional(readOnly = true)
public class PublicReading {

	private final AllParcours allParcours;

	private final PublicSyntheses syntheses;

	private final Bilans bilans;

	private final Offers offers;

	private final Evidence evidence;

	private final JdbcClient jdbc;

	private final Clock clock;

	PublicReading(AllParcours allParcours, PublicSyntheses syntheses, Bilans bilans, Offers offers, Evidence evidence,
			JdbcClient jdbc, Clock clock) {
		this.allParcours = allParcours;
		this.syntheses = syntheses;
		this.bilans = bilans;
		this.offers = offers;
		this.evidence = evidence;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Empty unless it is open. */
	public Optional<PublicStory> open(String slug) {
		return this.allParcours.findBySlug(slug)
			.flatMap((parcours) -> this.syntheses.openOf(parcours.getId()).map((open) -> story(parcours, open)));
	}

	/** A photo of an action that is told there today. */
	public Optional<EvidenceFile> photo(String slug, UUID pieceId) {
		return open(slug).flatMap((story) -> story.photo(pieceId))
			.flatMap((photo) -> this.evidence.file(photo.actionId(), photo.id()));
	}

	private PublicStory story(Parcours parcours, PublicSynthesis open) {
		Bilan bilan = this.bilans.numbered(parcours.getId(), open.version()).orElseThrow();
		Figures figures = bilan.document().figures();
		List<Allowed> allowed = this.syntheses.allowed(parcours.getId());
		Set<UUID> actions = allowed.stream()
			.map(Allowed::actionId)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(HashSet::new));
		List<LiveBilan.Logged> told = this.offers.told(parcours.getId(), figures.from(), figures.to())
			.stream()
			.filter((action) -> actions.contains(action.id()))
			.toList();
		List<PublicPhoto> photos = this.evidence.publicPhotos(told.stream().map(LiveBilan.Logged::id).toList(),
				parcours.today(this.clock));
		return new PublicStory(parcours, bilan, told, photos, named(allowed));
	}

	private List<String> named(List<Allowed> allowed) {
		return this.jdbc.sql("""
				SELECT s.name FROM enrolment e JOIN structure s ON s.id = e.structure_id
				WHERE e.id = ANY (:enrolments) ORDER BY lower(s.name), e.id""")
			.param("enrolments",
					allowed.stream()
						.filter((one) -> one.actionId() == null)
						.map(Allowed::enrolmentId)
						.toArray(UUID[]::new))
			.query((row, n) -> String.valueOf(row.getString("name")))
			.list();
	}

}
