package fr.faireavec.structures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Slug;
import fr.faireavec.kernel.Warning;
import fr.faireavec.kernel.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the directory: one sheet a structure, one structure a SIRET. */
@Component
@Transactional
public class StructureKeeping {

	private static final String FORM = "structure";

	private final Structures structures;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StructureKeeping(Structures structures, OnceOnly onceOnly, ApplicationEventPublisher events, Clock clock) {
		this.structures = structures;
		this.onceOnly = onceOnly;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Opens a sheet: the same form sent twice gives the same one.
	 * @throws Refusal when its SIRET or RNA number stands on another sheet
	 */
	public Structure register(UUID key, StructureProfile profile) {
		UUID id = this.onceOnly.idOf(key, FORM, profile);
		return this.structures.findById(id).orElseGet(() -> {
			refuseUnlikely(profile);
			refuseTaken(id, profile);
			String slug = Slug.of(profile.name(), this.structures::existsBySlug);
			Structure structure = this.structures.saveAndFlush(new Structure(id, slug, profile));
			this.events.publishEvent(new Noted("structure.registered", id, null, structure.getName()));
			return structure;
		});
	}

	/**
	 * Corrects a sheet; its slug stays.
	 * @throws Refusal when its SIRET or RNA number stands on another sheet
	 */
	public void describe(UUID id, int version, StructureProfile profile) {
		Structure structure = this.structures.findById(id).orElseThrow(NotFound::new);
		structure.requireVersion(version);
		refuseUnlikely(profile);
		refuseTaken(id, profile);
		Changes changes = changes(structure.getProfile(), profile);
		structure.describe(profile);
		this.structures.flush();
		this.events.publishEvent(new Noted("structure.described", id, null, structure.getName(), changes));
	}

	/** What makes one look twice before a new sheet; nothing once it is there. */
	@Transactional(readOnly = true)
	public List<Warning> warningsOfNew(UUID key, StructureProfile profile) {
		return this.onceOnly.made(key, FORM, profile).isPresent() ? List.of() : warnings(key, profile);
	}

	/**
	 * What makes one look twice: another structure already has this name, first of all in
	 * the same commune.
	 */
	@Transactional(readOnly = true)
	public List<Warning> warnings(UUID id, StructureProfile profile) {
		return this.structures.called(profile.name())
			.stream()
			.filter((other) -> !other.getId().equals(id))
			.sorted(Comparator.comparing((other) -> !isIn(profile.commune(), other)))
			.limit(1)
			.map((other) -> namesake(other, profile.commune()))
			.toList();
	}

	private void refuseUnlikely(StructureProfile profile) {
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		DayKind.PAST.require("memberSince", profile.memberSince(), today);
		DayKind.PAST.require("charterSignedOn", profile.charterSignedOn(), today);
	}

	private static Warning namesake(Structure other, @Nullable String commune) {
		if (other.getCommune() == null) {
			return Warning.of("structures.sameName", other.getName());
		}
		return Warning.of(isIn(commune, other) ? "structures.sameName.here" : "structures.sameName.in", other.getName(),
				other.getCommune());
	}

	private static boolean isIn(@Nullable String commune, Structure structure) {
		String key = Commune.key(commune);
		return !key.isEmpty() && key.equals(Commune.key(structure.getCommune()));
	}

	private void refuseTaken(UUID id, StructureProfile profile) {
		if (profile.siret() != null) {
			other(this.structures.findBySiret(profile.siret().value()), id).ifPresent((other) -> {
				throw Refusal.of("siret", "structures.siret.taken", other.getName());
			});
		}
		if (profile.rna() != null) {
			other(this.structures.findByRna(profile.rna().value()), id).ifPresent((other) -> {
				throw Refusal.of("rna", "structures.rna.taken", other.getName());
			});
		}
	}

	private static Optional<Structure> other(Optional<Structure> found, UUID id) {
		return found.filter((structure) -> !structure.getId().equals(id));
	}

	private static Changes changes(StructureProfile before, StructureProfile after) {
		return Changes.none()
			.note("name", before.name(), after.name())
			.note("legalForm", before.legalForm(), after.legalForm())
			.note("siret", value(before.siret()), value(after.siret()))
			.note("rna", value(before.rna()), value(after.rna()))
			.note("sector", before.sector(), after.sector())
			.note("commune", before.commune(), after.commune())
			.note("departement", before.departement(), after.departement())
			.note("memberSince", before.memberSince(), after.memberSince())
			.note("charterSignedOn", before.charterSignedOn(), after.charterSignedOn())
			.note("serviceUsersPerYear", before.serviceUsersPerYear(), after.serviceUsersPerYear());
	}

	private static @Nullable String value(@Nullable Siret siret) {
		return (siret != null) ? siret.value() : null;
	}

	private static @Nullable String value(@Nullable Rna rna) {
		return (rna != null) ? rna.value() : null;
	}

}
