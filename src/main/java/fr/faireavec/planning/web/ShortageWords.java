package fr.faireavec.planning.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import fr.faireavec.sequences.Proposal;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says why fewer dates are proposed for a day than there could be. */
@Component
class ShortageWords {

	private final FrenchFormat french;

	private final MessageSource messages;

	ShortageWords(FrenchFormat french, MessageSource messages) {
		this.french = french;
		this.messages = messages;
	}

	/** A sentence for each such day. */
	List<String> said(List<Proposal> proposals) {
		return proposals.stream()
			.flatMap((proposal) -> proposal.shortage().stream().map((shortage) -> said(proposal.rank(), shortage)))
			.toList();
	}

	private String said(int rank, Proposal.Shortage shortage) {
		String kept = shortage.keptClear()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((one) -> this.french.count(one.getValue(), "planning.kept." + one.getKey()))
			.collect(Collectors.joining(", "));
		String why = say("planning.short." + shortage.why(), rank, this.french.date(shortage.from()),
				this.french.date(shortage.until()));
		return kept.isEmpty() ? why : say("planning.short.kept", why, kept);
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage(key, words, Locale.FRENCH);
	}

}
