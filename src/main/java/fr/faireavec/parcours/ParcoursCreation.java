package fr.faireavec.parcours;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Slug;
import fr.faireavec.kernel.Zones;
import fr.faireavec.templates.ParcoursTemplate;
import fr.faireavec.templates.ParcoursTemplates;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a parcours from a template, and keeps what is said of it. */
@Component
@Transactional
public class ParcoursCreation {

	private final AllParcours allParcours;

	private final ParcoursTemplates templates;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ParcoursCreation(AllParcours allParcours, ParcoursTemplates templates, OnceOnly onceOnly,
			ApplicationEventPublisher events, Clock clock) {
		this.allParcours = allParcours;
		this.templates = templates;
		this.onceOnly = onceOnly;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Copies the template: the same form sent twice gives the same parcours.
	 * @throws Refusal when the template is unknown or the profile contradicts itself
	 */
	public Parcours create(UUID key, String templateCode, ParcoursProfile profile) {
		UUID id = this.onceOnly.idOf(key, "parcours", templateCode, profile);
		return this.allParcours.findById(id).orElseGet(() -> {
			ParcoursTemplate template = this.templates.findByCode(templateCode)
				.orElseThrow(() -> Refusal.of("template", "parcours.template.unknown"));
			refuseUnlikely(profile);
			String slug = Slug.of(profile.name(), this.allParcours::existsBySlug);
			return created(new Parcours(id, slug, template, profile, this.clock.instant()));
		});
	}

	/** The same under a slug chosen beforehand, for the demo and the tests. */
	public Parcours create(UUID id, String slug, String templateCode, ParcoursProfile profile) {
		ParcoursTemplate template = this.templates.findByCode(templateCode).orElseThrow(NotFound::new);
		return created(new Parcours(id, slug, template, profile, this.clock.instant()));
	}

	/** Corrects what is said of a parcours; its slug stays. */
	public void describe(UUID id, int version, ParcoursProfile profile) {
		Parcours parcours = this.allParcours.findById(id).orElseThrow(NotFound::new);
		parcours.requireVersion(version);
		parcours.requireOpenToWork();
		refuseUnlikely(profile);
		ParcoursProfile before = parcours.getProfile();
		parcours.describe(profile);
		Changes changes = Changes.none()
			.note("name", before.name(), profile.name())
			.note("startsOn", before.startsOn(), profile.startsOn())
			.note("endsOn", before.endsOn(), profile.endsOn())
			.note("departements", before.departements(), profile.departements())
			.note("territory", before.territory(), profile.territory())
			.note("capacityMin", before.capacityMin(), profile.capacityMin())
			.note("capacityMax", before.capacityMax(), profile.capacityMax());
		this.events.publishEvent(new Noted("parcours.described", id, id, parcours.getName(), changes));
	}

	private void refuseUnlikely(ParcoursProfile profile) {
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		DayKind.COURSE.require("startsOn", profile.startsOn(), today);
		DayKind.COURSE.require("endsOn", profile.endsOn(), today);
	}

	private Parcours created(Parcours parcours) {
		Parcours saved = this.allParcours.saveAndFlush(parcours);
		this.events.publishEvent(new ParcoursCreated(saved));
		saved.getProfile()
			.facilitators()
			.forEach((person) -> this.events.publishEvent(FacilitationKeeping.added(saved, person)));
		return saved;
	}

}
