package fr.faireavec.bilans.web;

import fr.faireavec.bilans.BilanWords;
import fr.faireavec.bilans.BilanVersion;

/** A published version in a list. */
record VersionView(int number, String kind, String period, String published) {

	static VersionView of(BilanWords words, BilanVersion version) {
		return new VersionView(version.number(), words.say("kind." + version.kind()),
				words.say("period", words.french().date(version.from()), words.french().date(version.to())),
				words.say("version.published", words.number(version.number()),
						words.french().moment(version.publishedAt())));
	}

}
