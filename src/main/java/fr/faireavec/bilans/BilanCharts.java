package fr.faireavec.bilans;

import java.util.List;
import java.util.Optional;

import fr.faireavec.documents.ChartPicture;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.web.BarChart;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The charts of a bilan, one by one, to be put in somebody's report. */
@Component
public class BilanCharts {

	private final BilanViews views;

	private final BilanWords words;

	private final boolean demo;

	BilanCharts(BilanViews views, BilanWords words, @Value("${faireavec.demo:false}") boolean demo) {
		this.views = views;
		this.words = words;
		this.demo = demo;
	}

	/** Of a published version; empty when it has none of that name. */
	public Optional<ChartPicture> of(Bilan bilan, String name) {
		BilanDocument document = bilan.document();
		return draw(document.figures(), name, document.parcours(),
				this.words.say("chart.source.version", this.words.say("kind." + document.kind()), document.number()));
	}

	/** Of what would be published now. */
	public Optional<ChartPicture> live(Parcours parcours, LiveBilan live, String name) {
		return draw(live.figures(), name, parcours.getName(), this.words.say("csv.live"));
	}

	private Optional<ChartPicture> draw(Figures figures, String name, String parcours, String version) {
		String source = this.words.say("chart.source", parcours, version, this.views.period(figures));
		return this.views.of(figures, List.of(), List.of(), Synthesis.NONE)
			.charts()
			.stream()
			.filter((chart) -> chart.name().equals(name))
			.findFirst()
			.map((chart) -> new ChartPicture(chart.title(), strong(chart),
					chart.rows()
						.stream()
						.map((bar) -> new ChartPicture.Bar(bar.label(), bar.value(), bar.valueText(), bar.strong()))
						.toList(),
					this.demo ? this.words.say("chart.source.demo", source) : source));
	}

	private static @Nullable String strong(BarChart chart) {
		return chart.hasStrong() ? chart.strongLabel() : null;
	}

}
