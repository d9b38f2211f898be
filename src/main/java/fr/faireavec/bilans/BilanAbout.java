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
		if (published == null || edition.isMadeLater()) {
			facts.add(new Fact(words.say("csv.about.made"), words.french().moment(edition.madeAt())));
		}
		return facts;
	}

	/** One thing to know, and what it is called. */
	record Fact(String label, String value) {
	}

}
