package fr.faireavec.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.announcements.Announcing;
import fr.faireavec.bilans.Added;
import fr.faireavec.bilans.BilanFigures;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.bilans.BilanPublishing;
import fr.faireavec.bilans.SharedLinks;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.funders.FunderLogos;
import fr.faireavec.kernel.Ids;
import fr.faireavec.narratives.Drafts;
import fr.faireavec.narratives.Narrative;
import fr.faireavec.narratives.NarrativeWriting;
import fr.faireavec.narratives.Section;
import fr.faireavec.narratives.Typed;
import fr.faireavec.parcours.ConventionKeeping;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursCreation;
import fr.faireavec.parcours.ParcoursLife;
import fr.faireavec.parcours.ParcoursProfile;
import fr.faireavec.settings.NetworkLogo;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * What the animation does of a demo parcours as a whole: make it, fund it, close it,
 * publish it.
 */
@Component
@ConditionalOnBooleanProperty("faireavec.demo")
class DemoOffice {

	private final ParcoursCreation creation;

	private final ParcoursLife life;

	private final FunderKeeping funders;

	private final FunderLogos logos;

	private final NetworkLogo networkLogo;

	private final ConventionKeeping conventions;

	private final BilanPublishing publishing;

	private final BilanFigures figures;

	private final Announcing announcing;

	private final SharedLinks links;

	private final Drafts drafts;

	private final NarrativeWriting writing;

	private final DemoSynthesis synthesis;

	private final EntityManager entities;

	@Nullable private Funder region;

	@Nullable private Funder departement;

	DemoOffice(ParcoursCreation creation, ParcoursLife life, FunderKeeping funders, FunderLogos logos,
			NetworkLogo networkLogo, ConventionKeeping conventions, BilanPublishing publishing, BilanFigures figures,
			Announcing announcing, SharedLinks links, Drafts drafts, NarrativeWriting writing, DemoSynthesis synthesis,
			EntityManager entities) {
		this.creation = creation;
		this.life = life;
		this.funders = funders;
		this.logos = logos;
		this.networkLogo = networkLogo;
		this.conventions = conventions;
		this.publishing = publishing;
		this.figures = figures;
		this.announcing = announcing;
		this.links = links;
		this.drafts = drafts;
		this.writing = writing;
		this.synthesis = synthesis;
		this.entities = entities;
	}

	void funders(Person helene, Person remi) {
		Funder first = this.funders.register(Ids.next(), "Région Fictive", FunderKind.REGION,
				"Avec le soutien de la Région Fictive", "", "02, 59, 60, 62, 80");
		Funder second = this.funders.register(Ids.next(), "Département de la Brune (fictif)", FunderKind.DEPARTEMENT,
				"Avec le soutien du Département de la Brune", "Vallée de la Brune", "59");
		this.logos.give(first.getId(), DemoLogo.drawn(), "region-fictive.png");
		this.networkLogo.give(DemoLogo.ofNetwork(), "faire-avec.png");
		this.funders.nameReader(first.getId(), helene);
		this.funders.nameReader(second.getId(), remi);
		this.region = first;
		this.departement = second;
	}

	Parcours parcours(String slug, String name, String template, LocalDate from, LocalDate to, String departements,
			String territory, Person facilitator) {
		return this.creation.create(Ids.next(), slug, template,
				new ParcoursProfile(name, from, to, departements, territory, 8, 10, List.of(facilitator)));
	}

	void conventions(Parcours parcours, boolean withTheRegion, boolean withTheDepartement) {
		if (withTheRegion && this.region != null) {
			agree(parcours, this.region, "RF-" + parcours.getStartsOn().getYear() + "-017", "24000");
		}
		if (withTheDepartement && this.departement != null) {
			agree(parcours, this.departement, "DB-" + parcours.getStartsOn().getYear() + "-004", "9000");
		}
	}

	/** Anybody may read its figures, and the action that has a photo. */
	void openToAll(Parcours parcours, int version, LocalDate day, String pictured) {
		this.synthesis.open(parcours, version, day, pictured);
	}

	private void agree(Parcours parcours, Funder funder, String number, String amount) {
		this.conventions.agree(Ids.next(), parcours.getId(), funder.getId(),
				new ConventionTerms(number, new BigDecimal(amount), parcours.getStartsOn().minusMonths(1),
						parcours.getEndsOn().plusMonths(6), 8, 7, 16, 12, 12, parcours.getEndsOn().plusMonths(2),
						parcours.getEndsOn().plusYears(5)));
	}

	void start(Parcours parcours) {
		this.life.start(parcours.getId(), version(parcours));
	}

	void close(Parcours parcours) {
		this.life.close(parcours.getId(), version(parcours), null);
	}

	void reopen(Parcours parcours, String reason) {
		this.life.reopen(parcours.getId(), version(parcours), reason);
	}

	/** To those who pilot, whose structures read what it will say of them. */
	void announce(Parcours parcours) {
		this.entities.flush();
		this.announcing.announce(parcours.getId(), parcours.getStartsOn(), parcours.getEndsOn());
	}

	void publish(Parcours parcours, BilanKind kind, String narrative, String haste) {
		publish(parcours, kind, parcours.getEndsOn(), narrative, haste);
	}

	/** Of its first months, until that day. */
	void publish(Parcours parcours, BilanKind kind, LocalDate to, String narrative, String haste) {
		this.entities.flush();
		this.publishing.publish(parcours.getId(), kind, parcours.getStartsOn(), to, narrative, haste);
	}

	/** What the animation tells so far. */
	void tell(Parcours parcours, Map<Section, String> words) {
		Map<Section, String> unread = this.drafts.of(parcours.getId()).marks();
		this.writing.write(parcours.getId(), new Typed(Ids.next(), words, unread, null));
	}

	/** With why what was done is far from what was planned, and one action told first. */
	void publish(Parcours parcours, BilanKind kind, Narrative narrative, Map<String, String> reasons, String action) {
		this.entities.flush();
		UUID told = this.figures.live(parcours.getId(), parcours.getStartsOn(), parcours.getEndsOn())
			.published()
			.stream()
			.filter((known) -> known.line().title().equals(action))
			.findFirst()
			.orElseThrow()
			.id();
		this.publishing.publish(Ids.next(), parcours.getId(), kind, parcours.getStartsOn(), parcours.getEndsOn(),
				new Added(narrative, reasons, "", told));
	}

	/** With whoever reads for the Région, by a link. */
	void share(Parcours parcours, int version) {
		this.links.share(Ids.next(), parcours.getId(), version, Objects.requireNonNull(this.region).getId());
	}

	private int version(Parcours parcours) {
		this.entities.flush();
		return this.entities.find(Parcours.class, parcours.getId()).getVersion();
	}

	/** So many working days later. */
	static LocalDate workingDay(LocalDate from, int later) {
		LocalDate day = workingDay(from);
		for (int i = 0; i < later; i++) {
			day = workingDay(day.plusDays(1));
		}
		return day;
	}

	/** That day, or the Monday after a weekend. */
	static LocalDate workingDay(LocalDate day) {
		return switch (day.getDayOfWeek()) {
			case SATURDAY, SUNDAY -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
			default -> day;
		};
	}

}
