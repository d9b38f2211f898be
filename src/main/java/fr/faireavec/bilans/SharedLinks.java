package fr.faireavec.bilans;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import fr.faireavec.passes.Pass;
import fr.faireavec.passes.Passes;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shares one version of a bilan by a link, with whoever reads for a funder without an
 * account: each link is new, shows what that funder reads and no more, and ends by itself
 * or when it is taken back.
 */
@Component
@Transactional
public class SharedLinks {

	/** How long one opens. */
	public static final Duration LIFE = Duration.ofDays(90);

	private static final String PURPOSE = "bilans.share";

	private final ShareRows rows;

	private final Bilans bilans;

	private final Passes passes;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final BaseUrl base;

	private final Clock clock;

	SharedLinks(ShareRows rows, Bilans bilans, Passes passes, OnceOnly onceOnly, ApplicationEventPublisher events,
			BaseUrl base, Clock clock) {
		this.rows = rows;
		this.bilans = bilans;
		this.passes = passes;
		this.onceOnly = onceOnly;
		this.events = events;
		this.base = base;
		this.clock = clock;
	}

	/**
	 * Makes a link; the same form sent twice makes one.
	 * @throws NotFound when that version is not published
	 * @throws Refusal when that funder pays for nothing there
	 */
	public void share(UUID key, UUID parcoursId, int version, UUID funderId) {
		Bilan bilan = this.bilans.numbered(parcoursId, version).orElseThrow(NotFound::new);
		Audience.Choice funder = funders(bilan).stream()
			.filter((known) -> known.id().equals(funderId))
			.findFirst()
			.orElseThrow(() -> Refusal.of("funder", "bilans.share.stranger"));
		UUID id = this.onceOnly.idOf(key, "bilan.share", parcoursId, version, funderId);
		Instant now = this.clock.instant();
		if (this.rows.add(id, bilan.id(), funderId, now, now.plus(LIFE))) {
			this.passes.giveGuest(PURPOSE, id, bilan.id(), now.plus(LIFE));
			this.events.publishEvent(new Noted("bilan.shared", bilan.id(), parcoursId, Integer.toString(version),
					Changes.none()
						.note("sharedWith", null, funder.name())
						.note("sharedUntil", null, LocalDate.ofInstant(now.plus(LIFE), Zones.PARIS))));
		}
	}

	/**
	 * Takes a link back: it opens nothing from now on.
	 * @throws NotFound when that parcours has none such
	 */
	public void takeBack(UUID parcoursId, UUID id) {
		Share share = this.rows.find(id)
			.filter((known) -> known.parcoursId().equals(parcoursId))
			.orElseThrow(NotFound::new);
		if (this.rows.end(id, this.clock.instant())) {
			this.passes.end(PURPOSE, id, share.bilanId());
			this.events.publishEvent(new Noted("bilan.unshared", share.bilanId(), parcoursId,
					Integer.toString(share.version()), Changes.none().note("sharedWith", share.funder(), null)));
		}
	}

	/** What a link opens; empty when it leads nowhere, or no more. */
	@Transactional(readOnly = true)
	public Optional<Opened> find(String token) {
		return this.passes.find(PURPOSE, token).flatMap(this::opened);
	}

	/** Notes the day it was opened, and nothing of who did. */
	public void noteOpening(Opened opened) {
		this.rows.opened(opened.id(), LocalDate.now(this.clock.withZone(Zones.PARIS)));
	}

	/** The links of one version, the latest first; with their address while they open. */
	@Transactional(readOnly = true)
	public List<Shared> of(UUID bilanId) {
		Map<UUID, String> held = this.passes.heldAbout(PURPOSE, bilanId);
		return this.rows.list(bilanId)
			.stream()
			.map((share) -> new Shared(share,
					Optional.ofNullable(held.get(share.id())).map((token) -> this.base.of("/bilans/partage/" + token))))
			.toList();
	}

	/** The funders something was promised to in this version. */
	@Transactional(readOnly = true)
	public List<Audience.Choice> funders(Bilan bilan) {
		return this.rows
			.funders(bilan.document().figures().targets().stream().map(Figures.Target::conventionId).toList());
	}

	private Optional<Opened> opened(Pass pass) {
		return this.bilans.of(pass.subjectId())
			.flatMap((bilan) -> this.rows.find(pass.holderId())
				.map((share) -> new Opened(share.id(), bilan, Extent
					.funder(this.rows.conventions(bilan.parcoursId(), share.funderId()), bilan.document().figures()),
						share.slug(), share.expiresAt())));
	}

	/**
	 * What whoever has a link reads.
	 *
	 * @param slug of the parcours
	 */
	public record Opened(UUID id, Bilan bilan, Extent extent, String slug, Instant until) {
	}

	/**
	 * A link that was given.
	 *
	 * @param opened the days it was opened
	 * @param endedAt when it was taken back, if it was
	 */
	public record Share(UUID id, UUID bilanId, UUID parcoursId, String slug, int version, UUID funderId, String funder,
			Instant sharedAt, Instant expiresAt, Optional<Instant> endedAt, List<LocalDate> opened) {
	}

	/** The same, and its address while it opens. */
	public record Shared(Share share, Optional<String> address) {
	}

}
