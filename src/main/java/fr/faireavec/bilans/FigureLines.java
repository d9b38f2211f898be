package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Writes figures out line by line: the one source of the page and of the file. */
final class FigureLines {

	/** Of what conventions promise something. */
	static final List<String> PROMISED = List.of("engaged", "sessions", "meetings", "people", "done");

	private static final String AND = "\u00a0· ";

	private final BilanWords words;

	private final Figures figures;

	private final List<Figures.Target> targets;

	private final Synthesis synthesis;

	private final List<Line> lines = new ArrayList<>();

	private FigureLines(BilanWords words, Figures figures, List<Figures.Target> targets, Synthesis synthesis) {
		this.words = words;
		this.figures = figures;
		this.targets = targets;
		this.synthesis = synthesis;
	}

	/**
	 * @param targets those its reader may read
	 */
	static List<Line> of(BilanWords words, Figures figures, List<Figures.Target> targets, Synthesis synthesis) {
		FigureLines writer = new FigureLines(words, figures, targets, synthesis);
		writer.structures();
		writer.meetings();
		writer.actions();
		writer.serviceUsers();
		writer.involvement();
		writer.hours();
		writer.profile();
		return Beside.before(words, Beside.territories(words, List.copyOf(writer.lines), figures, targets), figures);
	}

	private void structures() {
		Figures.Structures structures = this.figures.structures();
		count("F1", "enrolled", structures.enrolled());
		count("F1", "engaged", structures.engaged(), Figures.Target::structures, note("engaged"));
		Rate kept = structures.kept();
		if (kept != null) {
			rate("F2", "kept", kept);
		}
		else {
			absent("F2", "kept", "nd", note("kept.open"));
		}
		Figures.Sessions sessions = this.figures.sessions();
		String cancelled = (sessions.cancelled() > 0) ? this.words.count(sessions.cancelled(), "note.cancelled") : "";
		parts("F3", "sessions", sessions.held(), Figures.Target::sessions, cancelled);
	}

	private void meetings() {
		Figures.Meetings meetings = this.figures.meetings();
		String noShows = (meetings.noShows() > 0) ? this.words.count(meetings.noShows(), "note.noShows") : "";
		parts("F4", "meetings", meetings.held(), Figures.Target::meetings, noShows);
		if (meetings.extra() > 0) {
			count("F4", "extraMeetings", meetings.extra());
		}
		Figures.People people = this.figures.people();
		Figures.Remote remote = people.remote();
		count("F5", "people", people.present(), Figures.Target::people,
				(remote != null && remote.people() > 0) ? this.words.count(remote.people(), "note.remotePeople") : "");
		count("F5", "guests", people.guests());
		rate("F7", "presence", this.figures.structures().presence());
		rate("F8", "steady", this.figures.structures().steady());
		hours("F9", "personHours", hours(people.minutes()), (remote != null && remote.minutes() > 0)
				? this.words.say("note.remoteHours", this.words.french().duration(hours(remote.minutes()))) : "");
	}

	private static BigDecimal hours(long minutes) {
		return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
	}

	private void actions() {
		Figures.Actions actions = this.figures.actions();
		count("F10", "logged", actions.logged());
		count("F10", "ongoing", actions.ongoing());
		String awaiting = (actions.awaiting() > 0) ? this.words.count(actions.awaiting(), "note.awaiting") : "";
		count("F10", "done", actions.done(), Figures.Target::actions, awaiting);
		count("F10", "abandoned", actions.abandoned());
		rate("F10", "withDone", actions.engagedWithDone());
	}

	private void serviceUsers() {
		Figures.ServiceUsers users = this.figures.serviceUsers();
		if (users == null) {
			absent("F11", "reached", "notAsked", "");
			absent("F12", "involved", "notAsked", "");
			return;
		}
		told("F11", "reached", users.reached(), users.reachedTold());
		told("F12", "involved", users.involved(), users.involvedTold());
		rate("F12", "involvedRate", users.involvedAmongReached(), toldByAll(this.figures) ? "" : note("partial"));
		String who = this.words.count(users.distinctTold(), "note.distinct");
		if (users.distinctTold() == 0) {
			absent("F12", "distinct", "nd", who);
		}
		else {
			count("F12", "distinct", users.distinct(), (target) -> null, who);
		}
	}

	/** A sum that says in how many actions it was told; unknown when in none of them. */
	private void told(String code, String key, long sum, int told) {
		int done = this.figures.actions().done();
		String note = this.words.say("note.told", this.words.number(told), this.words.number(done));
		if (told == 0 && done > 0) {
			absent(code, key, "nd", note);
		}
		else {
			count(code, key, sum, (target) -> null, note);
		}
	}

	private void involvement() {
		Figures.Involvement involvement = this.figures.involvement();
		if (involvement == null) {
			absent("F13", "beyond", "notAsked", note("noScale"));
			return;
		}
		rate("F13", "beyond", involvement.beyond());
		int at = 0;
		for (Figures.Level level : involvement.levels()) {
			at++;
			String note = level.beyond() ? note("beyondLevel") : "";
			named("F13", "level-" + at, this.words.say("line.level", level.label()), level.done(), note);
			named("F13", "aim-" + at, this.words.say("line.aim", level.label()), level.aimed(), "");
		}
		if (involvement.withoutLevel() > 0) {
			count("F13", "withoutLevel", involvement.withoutLevel());
		}
	}

	private void hours() {
		Figures.Hours hours = this.figures.hours();
		hours("F15", "contributed", hours.contributed(), "");
		hours("F15", "volunteer", hours.volunteer(), "");
		euros("amount", this.words.say("line.amount"), hours.amount(), note("amount"));
		int at = 0;
		for (Figures.Priced priced : hours.rates()) {
			at++;
			euros("rate-" + at, this.words.say("line.rate", this.words.french().euros(priced.rate())), priced.amount(),
					this.words.say("note.rate", this.words.french().duration(priced.hours())));
		}
		if (hours.unpriced().signum() > 0) {
			hours("F15", "unpriced", hours.unpriced(), "");
		}
	}

	private void profile() {
		Figures.Profile profile = this.figures.structures().profile();
		shares("departement", profile.departements());
		shares("legalForm", profile.legalForms());
		shares("sector", profile.sectors());
	}

	private void shares(String key, List<Figures.Share> shares) {
		int at = 0;
		for (Figures.Share share : shares) {
			at++;
			named("F19", key + "-" + at, this.words.say("line." + key, trait(this.words, key, share.trait())),
					share.structures(), "");
		}
	}

	/** A trait of structures as people call it. */
	static String trait(BilanWords words, String key, String trait) {
		if (trait.isEmpty()) {
			return words.say("untold");
		}
		return switch (key) {
			case "departement" -> words.known("bilans.departement", trait);
			case "legalForm" -> words.known("structures.legalForm", trait);
			default -> trait;
		};
	}

	/** What each convention says of a figure, with how far it is, whose it is told. */
	private void promised(String code, String key, long value, @Nullable Rate rate,
			Function<Figures.Target, @Nullable Integer> promised, String note) {
		Set<String> planned = new LinkedHashSet<>();
		Set<String> gaps = new LinkedHashSet<>();
		Set<String> plain = new LinkedHashSet<>();
		boolean alike = this.targets.stream().map(promised).distinct().count() == 1;
		boolean far = false;
		for (Figures.Target target : this.targets) {
			Integer number = promised.apply(target);
			if (number != null) {
				Gap gap = new Gap(value, number);
				planned.add(whose(target, this.words.number(number), alike));
				gaps.add(whose(target, shown(gap), alike));
				plain.add(whose(target, plain(gap), alike));
				far = far || gap.isLarge();
			}
		}
		this.lines.add(new Line(key, code, this.words.say("line." + key), this.words.number(value), plain(value), "",
				rate, String.join(AND, planned), String.join(AND, gaps), String.join(AND, plain), far,
				far ? this.synthesis.reason(key) : "", note, Beside.NONE, Beside.NONE));
	}

	/** « = », « + 25 % », « − 12 % ». */
	private String shown(Gap gap) {
		Integer percent = gap.percent();
		if (gap.done() == gap.planned()) {
			return this.words.say("gap.none");
		}
		return (percent == null) ? this.words.say("nd")
				: this.words.say((percent < 0) ? "gap.less" : "gap.more", this.words.number(Math.abs(percent)));
	}

	private String plain(Gap gap) {
		Integer percent = (gap.done() == gap.planned()) ? Integer.valueOf(0) : gap.percent();
		return (percent == null) ? this.words.say("nd") : plain(percent);
	}

	/**
	 * Says whose it is where several do not agree; which one where a funder has several.
	 */
	private String whose(Figures.Target target, String number, boolean alike) {
		if (alike) {
			return number;
		}
		boolean again = this.targets.stream()
			.anyMatch((other) -> !other.equals(target) && other.funder().equals(target.funder()));
		return again ? this.words.say("planned.convention", number, target.funder(), target.number())
				: this.words.say("planned.of", number, target.funder());
	}

	private String note(String key) {
		return this.words.say("note." + key);
	}

	private void count(String code, String key, long value) {
		count(code, key, value, (target) -> null, "");
	}

	private void count(String code, String key, long value, Function<Figures.Target, @Nullable Integer> promised,
			String note) {
		promised(code, key, value, null, promised, note);
	}

	private void named(String code, String key, String label, long value, String note) {
		this.lines.add(new Line(key, code, label, this.words.number(value), plain(value), "", null, note));
	}

	/** A count among a whole. */
	private void parts(String code, String key, Rate rate, Function<Figures.Target, @Nullable Integer> promised,
			String note) {
		promised(code, key, rate.numerator(), rate, promised, note);
	}

	/** Whether every DONE action says both how many were reached and involved. */
	static boolean toldByAll(Figures figures) {
		Figures.ServiceUsers users = figures.serviceUsers();
		int done = figures.actions().done();
		return users != null && users.reachedTold() == done && users.involvedTold() == done;
	}

	private void rate(String code, String key, Rate rate) {
		rate(code, key, rate, "");
	}

	private void rate(String code, String key, Rate rate, String note) {
		Integer percent = rate.percent();
		add(code, key, this.words.french().percent(rate.numerator(), rate.denominator()),
				(percent != null) ? plain(percent) : this.words.say("nd"), "%", rate, note);
	}

	private void hours(String code, String key, BigDecimal hours, String note) {
		add(code, key, this.words.french().duration(hours), plain(hours.stripTrailingZeros()), "h", null, note);
	}

	private void euros(String key, String label, BigDecimal amount, String note) {
		this.lines.add(new Line(key, "F15", label, this.words.french().euros(amount), plain(amount), "€", null, note));
	}

	private void absent(String code, String key, String why, String note) {
		add(code, key, this.words.say(why), this.words.say(why), "", null, note);
	}

	private void add(String code, String key, String shown, String plain, String unit, @Nullable Rate rate,
			String note) {
		this.lines.add(new Line(key, code, this.words.say("line." + key), shown, plain, unit, rate, note));
	}

	/** Digits, with a decimal comma if need be: what a French spreadsheet reads. */
	static String plain(Number number) {
		return (number instanceof BigDecimal decimal) ? decimal.toPlainString().replace('.', ',') : number.toString();
	}

}
