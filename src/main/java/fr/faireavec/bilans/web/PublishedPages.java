package fr.faireavec.bilans.web;

import java.util.List;

import fr.faireavec.bilans.BesideBilan;
import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.BilanFiles;
import fr.faireavec.bilans.BilanViews;
import fr.faireavec.bilans.BilanWords;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.bilans.Differences;
import fr.faireavec.bilans.Extent;
import fr.faireavec.bilans.Figures;
import fr.faireavec.bilans.SharedLinks;
import fr.faireavec.bilans.Told;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Seat;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A published version, as far as whoever opens it may read it. */
@Component
class PublishedPages {

	private final Bilans bilans;

	private final BilanFiles files;

	private final Differences differences;

	private final SharedLinks links;

	private final List<BesideBilan> beside;

	private final BilanViews views;

	private final BilanWords words;

	PublishedPages(Bilans bilans, BilanFiles files, Differences differences, SharedLinks links,
			List<BesideBilan> beside, BilanViews views, BilanWords words) {
		this.bilans = bilans;
		this.files = files;
		this.differences = differences;
		this.links = links;
		this.beside = beside;
		this.views = views;
		this.words = words;
	}

	/** For somebody who has a seat. */
	String show(Seat seat, @Nullable Integer version, Model model) {
		Bilan bilan = OpenBilan.by(seat, version, this.bilans);
		Extent extent = Extent.of(seat, bilan.document().figures());
		List<VersionView> versions = this.bilans.versions(List.of(bilan.parcoursId()))
			.stream()
			.map((known) -> VersionView.of(this.words, known))
			.toList();
		say(bilan, extent, model);
		model.addAttribute("slug", seat.parcours().getSlug());
		model.addAttribute("charts", "/parcours/" + seat.parcours().getSlug() + "/bilan");
		model.addAttribute("which", "?version=" + bilan.number());
		model.addAttribute("former", former(seat, bilan, extent));
		model.addAttribute("versions", versions);
		model.addAttribute("latest", versions.getFirst().number() == bilan.number());
		model.addAttribute("running", seat instanceof Seat.Running);
		model.addAttribute("piloting", seat instanceof Seat.Piloting);
		model.addAttribute("doors", BesideBilan.doors(this.beside, seat));
		if (seat instanceof Seat.Running) {
			model.addAttribute("haste", this.bilans.haste(bilan.id()).orElse(null));
			model.addAttribute("shares", this.links.of(bilan.id()).stream().map(this::shown).toList());
			model.addAttribute("sharing",
					this.links.funders(bilan)
						.stream()
						.map((funder) -> new Offer(funder.id().toString(), funder.name(), Ids.next().toString()))
						.toList());
		}
		return "bilans/bilan";
	}

	/** For whoever has a link. */
	String shared(SharedLinks.Opened opened, Model model) {
		say(opened.bilan(), opened.extent(), model);
		model.addAttribute("piloting", false);
		model.addAttribute("until", opened.until());
		return "bilans/shared";
	}

	private void say(Bilan bilan, Extent extent, Model model) {
		Figures figures = bilan.document().figures();
		model.addAttribute("bilan", bilan);
		model.addAttribute("document", bilan.document());
		model.addAttribute("told", Told.of(this.words, bilan.document()));
		model.addAttribute("kind", this.words.say("kind." + bilan.document().kind()));
		model.addAttribute("view", this.views.of(figures, extent.actions(bilan.document().actions()),
				extent.targets(figures), bilan.document().synthesis()));
		model.addAttribute("files", this.files.kept(bilan.id(), extent));
	}

	/** What differs from the version before; null of the first one. */
	private @Nullable List<Differences.Difference> former(Seat seat, Bilan bilan, Extent extent) {
		return this.bilans.numbered(bilan.parcoursId(), bilan.number() - 1)
			.map((former) -> this.differences.between(former.document(), bilan.document(),
					Extent.of(seat, former.document().figures()), extent))
			.orElse(null);
	}

	private ShareView shown(SharedLinks.Shared shared) {
		SharedLinks.Share share = shared.share();
		return new ShareView(share.id().toString(), share.funder(), this.words.french().moment(share.sharedAt()),
				shared.address().orElse(null), this.words.french().moment(share.expiresAt()),
				share.endedAt().map((at) -> this.words.french().moment(at)).orElse(null),
				share.opened().stream().map((day) -> this.words.french().date(day)).toList());
	}

	/** A funder with whom a version may be shared, and the key of that form. */
	record Offer(String funder, String name, String key) {
	}

	/**
	 * A link that was given.
	 *
	 * @param address while it opens
	 * @param ended when it was taken back, if it was
	 * @param opened the days it was opened
	 */
	record ShareView(String id, String funder, String given, @Nullable String address, String until,
			@Nullable String ended, List<String> opened) {
	}

}
