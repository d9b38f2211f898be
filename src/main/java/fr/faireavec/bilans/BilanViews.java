package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.web.BarChart;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts figures into words, cards and charts. */
@Component
public class BilanViews {

	/** Those of the first page, and those that stand in where one is without object. */
	private static final List<String> SIX = List.of("engaged", "presence", "meetings", "done", "beyond", "involved",
			"people", "steady");

	/** The names of what F19 is told by. */
	private static final Map<String, String> FILES = Map.of("departement", "departements", "legalForm", "formes",
			"sector", "secteurs");

	private final BilanWords words;

	BilanViews(BilanWords words) {
		this.words = words;
	}

	/**
	 * @param targets those its reader may read
	 */
	public BilanView of(Figures figures, List<ActionLine> actions, List<Figures.Target> targets, Synthesis synthesis) {
		List<Line> lines = FigureLines.of(this.words, figures, targets, synthesis);
		Figures.Involvement involvement = figures.involvement();
		return new BilanView(period(figures), cards(figures, lines),
				(involvement != null) ? involvement(involvement) : null,
				(involvement != null) ? aims(involvement) : List.of(), presence(figures), cancelledDays(figures),
				hours(figures.hours()), profile(figures.structures()), actions.stream().map(this::action).toList(),
				lines.stream().filter((line) -> !line.charted()).toList(),
				lines.stream().filter((line) -> line.charted() && line.isCompared()).toList(),
				BilanAbout.territories(this.words, figures, targets),
				(figures.former() != null) ? BilanAbout.before(this.words, figures.former()) : "",
				targets.stream().map(Figures.Target::mention).filter((text) -> !text.isBlank()).distinct().toList(),
				synthesis(figures, lines, actions, synthesis.action()), Rules.of(this.words, lines, figures.formula()));
	}

	String period(Figures figures) {
		return this.words.say("period", this.words.french().date(figures.from()),
				this.words.french().date(figures.to()));
	}

	/** Six figures, the first of those there are. */
	private SynthesisView synthesis(Figures figures, List<Line> lines, List<ActionLine> actions,
			@Nullable Integer action) {
		Map<String, Line> byKey = lines.stream().collect(Collectors.toMap(Line::key, Function.identity()));
		String none = this.words.say("notAsked");
		List<SynthesisView.Row> rows = SIX.stream()
			.map((key) -> line(byKey, key))
			.filter((line) -> !line.shown().equals(none))
			.limit(6)
			.map((line) -> new SynthesisView.Row(line, sentence(figures, byKey, line)))
			.toList();
		List<SynthesisView.Stone> stones = figures.sessions()
			.days()
			.stream()
			.map((day) -> new SynthesisView.Stone(day.rank(), day.counted(), said(day)))
			.toList();
		return new SynthesisView(lead(figures), rows, stones,
				(action != null && action < actions.size()) ? action(actions.get(action)) : null);
	}

	private String lead(Figures figures) {
		Figures.Structures structures = figures.structures();
		Rate kept = structures.kept();
		String first = (kept != null)
				? this.words.say("lead.kept", this.words.number(structures.engaged()),
						this.words.number(kept.numerator()))
				: this.words.say("lead.engaged", this.words.number(structures.engaged()));
		Figures.Involvement involvement = figures.involvement();
		String done = this.words.number(figures.actions().done());
		return (involvement != null && involvement.beyond().numerator() > 0)
				? this.words.say("lead.beyond", first, done, this.words.number(involvement.beyond().numerator()))
				: this.words.say("lead.done", first, done);
	}

	private String sentence(Figures figures, Map<String, Line> lines, Line line) {
		return switch (line.key()) {
			case "engaged" -> line.note();
			case "presence" ->
				this.words.say("sentence.presence", this.words.number(figures.structures().presence().numerator()),
						this.words.number(figures.structures().presence().denominator()),
						this.words.number(figures.sessions().held().numerator()));
			case "meetings" -> this.words.say("card.of", parts(figures.meetings().held()));
			case "done" -> withDone(figures);
			case "beyond" -> this.words.say("sentence.beyond", parts(Objects.requireNonNull(line.rate())));
			case "involved" -> involved(distinct(figures, lines));
			case "people" -> guests(figures);
			default -> (line.rate() != null) ? parts(line.rate()) : line.note();
		};
	}

	private String said(Figures.Day day) {
		String when = this.words.french().date(day.date());
		String state = this.words.known("sessions.state", day.state());
		return when.isEmpty() ? this.words.say("stone", this.words.number(day.rank()), state)
				: this.words.say("stone.dated", this.words.number(day.rank()), when, state);
	}

	private String withDone(Figures figures) {
		return this.words.say("card.withDone", this.words.number(figures.actions().engagedWithDone().numerator()),
				this.words.number(figures.actions().engagedWithDone().denominator()));
	}

	private String distinct(Figures figures, Map<String, Line> lines) {
		Figures.ServiceUsers users = figures.serviceUsers();
		return (users != null && users.distinctTold() > 0)
				? this.words.say("card.distinct", line(lines, "distinct").shown(), line(lines, "distinct").note()) : "";
	}

	private String involved(String distinct) {
		String cumul = this.words.say("card.cumul");
		return distinct.isEmpty() ? cumul : this.words.say("sentence.and", cumul, distinct);
	}

	private String guests(Figures figures) {
		return (figures.people().guests() > 0) ? this.words.count(figures.people().guests(), "card.guests") : "";
	}

	private List<BilanView.Card> cards(Figures figures, List<Line> lines) {
		Map<String, Line> line = lines.stream().collect(Collectors.toMap(Line::key, Function.identity()));
		Figures.Structures structures = figures.structures();
		Rate kept = structures.kept();
		List<BilanView.Card> cards = new ArrayList<>();
		cards.add(card(line, "engaged", "",
				(kept != null) ? this.words.say("card.kept", this.words.number(kept.numerator()))
						: this.words.count(structures.enrolled(), "card.enrolled")));
		cards.add(card(line, "presence", parts(structures.presence()),
				this.words.say("card.held", this.words.number(figures.sessions().held().numerator()),
						this.words.number(figures.sessions().held().denominator()))));
		cards.add(card(line, "done", withDone(figures), ""));
		Figures.ServiceUsers users = figures.serviceUsers();
		if (users != null) {
			cards.add(card(line, "involved",
					FigureLines.toldByAll(figures)
							? this.words.say("card.reached", line(line, "reached").shown(),
									line(line, "involvedRate").shown())
							: this.words.say("card.reached.partly", line(line, "reached").shown()),
					this.words.say("card.cumul"), distinct(figures, line)));
		}
		cards.add(card(line, "sessions", this.words.say("card.of", parts(figures.sessions().held())),
				line(line, "sessions").note()));
		cards.add(card(line, "meetings",
				this.words.say("card.rate", parts(figures.meetings().held()), percent(figures.meetings().held())),
				line(line, "meetings").note()));
		cards.add(card(line, "people", guests(figures),
				this.words.say("card.personHours", line(line, "personHours").shown())));
		cards.add(card(line, "steady", parts(structures.steady()), ""));
		return cards;
	}

	private BilanView.Card card(Map<String, Line> lines, String key, String... details) {
		Line line = line(lines, key);
		String planned = line.planned().isEmpty() ? "" : this.words.say("planned", line.planned());
		return new BilanView.Card(key, line.shown(), this.words.say("card." + key),
				Stream.concat(Stream.of(planned), Stream.of(details)).filter((text) -> !text.isEmpty()).toList());
	}

	private static Line line(Map<String, Line> lines, String key) {
		Line line = lines.get(key);
		if (line == null) {
			throw new IllegalStateException("no line " + key);
		}
		return line;
	}

	private BarChart involvement(Figures.Involvement involvement) {
		Rate beyond = involvement.beyond();
		String title = (beyond.denominator() == 0) ? this.words.say("chart.involvement.none")
				: (beyond.numerator() == 0)
						? this.words.say("chart.involvement.zero", this.words.number(beyond.denominator()))
						: this.words.say((beyond.numerator() == 1) ? "chart.involvement.one" : "chart.involvement.many",
								this.words.number(beyond.numerator()), this.words.number(beyond.denominator()));
		return new BarChart(title,
				involvement.levels().stream().map((level) -> bar(level.label(), level.done(), level.beyond())).toList(),
				this.words.say("chart.level"), this.words.say("chart.actions"), this.words.say("chart.beyond"))
			.named("niveaux");
	}

	private List<BilanView.Aim> aims(Figures.Involvement involvement) {
		return involvement.aims()
			.stream()
			.map((aim) -> new BilanView.Aim(aim.structure(), String.join(", ", aim.levels())))
			.toList();
	}

	private @Nullable BarChart presence(Figures figures) {
		List<BarChart.Bar> days = figures.sessions()
			.days()
			.stream()
			.filter(Figures.Day::counted)
			.map((day) -> new BarChart.Bar(day(day), day.present(),
					this.words.say("parts", this.words.number(day.present()), this.words.number(day.active())), false))
			.toList();
		return days.isEmpty() ? null
				: new BarChart(
						this.words.say("chart.presence", percent(figures.structures().presence()),
								parts(figures.structures().presence())),
						days, this.words.say("chart.day"), this.words.say("chart.present"))
					.named("presence");
	}

	private String day(Figures.Day day) {
		String number = this.words.number(day.rank());
		return (day.date() == null) ? this.words.say("day", number)
				: this.words.say("day.dated", number, this.words.french().shortDay(day.date()));
	}

	private List<String> cancelledDays(Figures figures) {
		return figures.sessions()
			.days()
			.stream()
			.filter((day) -> "CANCELLED".equals(day.state()))
			.map((day) -> this.words.say("day.cancelled", this.words.number(day.rank()), day.title()))
			.toList();
	}

	private BilanView.HoursView hours(Figures.Hours hours) {
		List<String> rates = hours.rates()
			.stream()
			.map((priced) -> this.words.say("hours.rate", this.words.french().euros(priced.amount()),
					this.words.french().duration(priced.hours()), this.words.french().euros(priced.rate())))
			.toList();
		String amount = (rates.size() == 1) ? rates.getFirst() : this.words.french().euros(hours.amount());
		return new BilanView.HoursView(this.words.french().duration(hours.contributed()),
				this.words.french().duration(hours.volunteer()),
				rates.isEmpty() ? "" : this.words.say("hours.amount", amount), (rates.size() == 1) ? List.of() : rates);
	}

	private List<BarChart> profile(Figures.Structures structures) {
		List<BarChart> charts = new ArrayList<>();
		share(charts, "departement", structures.profile().departements(), structures.enrolled());
		share(charts, "legalForm", structures.profile().legalForms(), structures.enrolled());
		share(charts, "sector", structures.profile().sectors(), structures.enrolled());
		return charts;
	}

	private void share(List<BarChart> charts, String key, List<Figures.Share> shares, int enrolled) {
		if (shares.isEmpty()) {
			return;
		}
		charts.add(new BarChart(shareTitle(key, shares, enrolled),
				shares.stream()
					.map((share) -> bar(FigureLines.trait(this.words, key, share.trait()), share.structures(), false))
					.toList(),
				this.words.say("chart." + key), this.words.say("chart.structures"))
			.named(FILES.getOrDefault(key, "")));
	}

	/** Says the most frequent trait, or that each structure has its own. */
	private String shareTitle(String key, List<Figures.Share> shares, int enrolled) {
		Figures.Share first = shares.getFirst();
		if (first.structures() == 1 && shares.size() > 1) {
			return this.words.say("chart.share.each." + key, this.words.number(shares.size()));
		}
		return this.words.say((first.structures() == 1) ? "chart.share.one" : "chart.share.many",
				FigureLines.trait(this.words, key, first.trait()), this.words.number(first.structures()),
				this.words.number(enrolled));
	}

	private BilanView.ActionView action(ActionLine line) {
		List<String> numbers = new ArrayList<>();
		Integer involved = line.involved();
		if (involved != null) {
			numbers.add(this.words.count(involved, "action.involved"));
		}
		BigDecimal hours = line.contributed();
		if (hours != null && hours.signum() > 0) {
			numbers.add(this.words.french().duration(hours));
		}
		return new BilanView.ActionView(line.title(), line.structure(),
				this.words.french().date((line.endsOn() != null) ? line.endsOn() : line.startsOn()),
				line.state().toLowerCase(Locale.ROOT), this.words.known("bilans.state", line.state()), line.level(),
				line.beyond(), numbers, line.learning());
	}

	private BarChart.Bar bar(String label, int value, boolean strong) {
		return new BarChart.Bar(label, value, this.words.number(value), strong);
	}

	private String parts(Rate rate) {
		return this.words.say("parts", this.words.number(rate.numerator()), this.words.number(rate.denominator()));
	}

	String percent(Rate rate) {
		return this.words.french().percent(rate.numerator(), rate.denominator());
	}

}
