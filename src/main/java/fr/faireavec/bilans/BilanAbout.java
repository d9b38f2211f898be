package fr.faireavec.bilans;

import java.util.ArrayList;
import java.util.List;

/** What a file says of itself before any figure: one source for all of them. */
final class BilanAbout {

	private BilanAbout() {
	}

	/** « Bilan final — Vallée de la Brune », or that it is not published. */
	static String title(BilanWords words, Edition edition) {
		Edition.Published published = edition.published();
		return (published != null)
				? words.say("published.title", words.say("kind." + published.kind()), edition.parcours())
				: words.say("live.title", edition.parcours());
	}

	static List<Fact> of(BilanWords words, Edition edition) {
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact(words.say("csv.about.parcours"), edition.parcours()));
		Edition.Published published = edition.published();
		if (published == null) {
			facts.add(new Fact(words.say("csv.about.version"), words.say("csv.live")));
		}
		else {
			facts.add(new Fact(words.say("csv.about.version"),
					words.say("csv.version", Integer.toString(published.number()),
							words.say("kind." + published.kind()), words.french().moment(published.at()))));
			facts.add(new Fact(words.say("csv.about.sha256"), published.sha256()));
			published.redactions()
				.forEach((redaction) -> facts.add(new Fact(words.say("csv.about.redacted"),
						words.say("csv.redacted", words.french().moment(redaction.at()), redaction.formerSha256()))));
		}
		facts.add(new Fact(words.say("csv.about.period"),
				words.say("csv.period", BilanCsv.day(edition.figures().from()), BilanCsv.day(edition.figures().to()))));
		territories(words, edition.figures(), edition.targets())
			.forEach((text) -> facts.add(new Fact(words.say("territory"), text)));
		Figures.Former former = edition.figures().former();
		if (former != null) {
			facts.add(new Fact(words.say("before"), before(words, former)));
		}
		if (published == null || edition.isMadeLater()) {
			facts.add(new Fact(words.say("csv.about.made"), words.french().moment(edition.madeAt())));
		}
		return facts;
	}

	/** Which départements each territory is, and how many structures are of them. */
	static List<String> territories(BilanWords words, Figures figures, List<Figures.Target> targets) {
		List<Figures.Territory> read = Beside.read(figures, targets);
		return read.stream().map((one) -> {
			String where = words.say("territory.of", Beside.departements(words, one),
					words.number(one.figures().structures().enrolled()), words.number(figures.structures().enrolled()));
			return (read.size() == 1) ? where : words.say("territory.named", Beside.funders(one, targets), where);
		}).toList();
	}

	/** Of which days, and in which version they were published. */
	static String before(BilanWords words, Figures.Former former) {
		return words.say("before.of", words.say("period", words.french().date(former.figures().from()),
				words.french().date(former.figures().to())), words.number(former.version()));
	}

	/** One thing to know, and what it is called. */
	record Fact(String label, String value) {
	}

}
