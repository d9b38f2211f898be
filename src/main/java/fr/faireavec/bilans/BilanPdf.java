package fr.faireavec.bilans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import fr.faireavec.documents.Documents;
import fr.faireavec.documents.Printable;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.settings.NetworkLogo;
import fr.faireavec.web.BarChart;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** A bilan printed. */
@Component
class BilanPdf {

	private final Documents documents;

	private final BilanViews views;

	private final BilanWords words;

	private final BaseUrl base;

	BilanPdf(Documents documents, BilanViews views, BilanWords words, BaseUrl base) {
		this.documents = documents;
		this.views = views;
		this.words = words;
		this.base = base;
	}

	/**
	 * @param pictures the logos of its funders that were kept; the others are named by
	 * their words alone
	 * @param network the network's own, which comes first
	 */
	byte[] print(Edition edition, Map<String, byte[]> pictures, NetworkLogo.@Nullable Shown network) {
		BilanView view = this.views.of(edition.figures(), edition.actions(), edition.targets(), edition.synthesis());
		List<BarChart> charts = view.charts();
		Map<String, Object> model = new HashMap<>();
		model.put("edition", edition);
		model.put("view", view);
		model.put("charts", charts);
		model.put("parts", parts(edition, view, charts));
		model.put("mentions", mentions(edition.targets()));
		model.put("logos", logos(edition.targets(), pictures.keySet(), network));
		model.put("facts", BilanAbout.of(this.words, edition));
		model.put("verification", this.base.of("/verification"));
		Map<String, byte[]> shown = new HashMap<>(pictures);
		if (network != null) {
			shown.put(network.sha256(), network.content());
		}
		String title = BilanAbout.title(this.words, edition);
		return this.documents
			.print(new Printable("bilans/pdf", title, this.words.say("pdf.about", edition.parcours()), model, shown))
			.file();
	}

	/** The parts there are, in their order. */
	private List<Part> parts(Edition edition, BilanView view, List<BarChart> charts) {
		List<Part> parts = new ArrayList<>();
		add(parts, true, "synthese", "synthesis.title");
		add(parts, true, "bilan", "pdf.identity");
		add(parts, !edition.targets().isEmpty(), "financement", "pdf.funding");
		edition.told().forEach((told) -> parts.add(new Part(told.id(), told.title())));
		add(parts, true, "chiffres", "lines.title");
		add(parts, !charts.isEmpty() || !view.cancelledDays().isEmpty(), "images", "pdf.charts");
		add(parts, true, "heures", "hours.title");
		add(parts, !view.aims().isEmpty(), "vises", "aims.title");
		add(parts, !view.actions().isEmpty(), "actions", "actions.title");
		add(parts, true, "lire", "rules.title");
		add(parts, true, "methode", "method.title");
		return parts;
	}

	private void add(List<Part> parts, boolean there, String id, String title) {
		if (there) {
			parts.add(new Part(id, this.words.say(title)));
		}
	}

	/** The words each funder asks for, or that it supports. */
	private List<String> mentions(List<Figures.Target> targets) {
		return targets.stream()
			.map((target) -> target.mention().isBlank() ? this.words.say("pdf.support", target.funder())
					: target.mention())
			.distinct()
			.toList();
	}

	private static List<Logo> logos(List<Figures.Target> targets, Set<String> kept,
			NetworkLogo.@Nullable Shown network) {
		return Stream
			.concat(Stream.ofNullable(network).map((one) -> new Logo(one.sha256(), one.network())),
					targets.stream()
						.filter((target) -> target.logo() != null && kept.contains(target.logo()))
						.map((target) -> new Logo(String.valueOf(target.logo()), target.funder())))
			.distinct()
			.toList();
	}

	/** A part of the document and where it starts. */
	public record Part(String id, String title) {
	}

	/** A picture of the document and whose it is. */
	public record Logo(String picture, String of) {
	}

}
