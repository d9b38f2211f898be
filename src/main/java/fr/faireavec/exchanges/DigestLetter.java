package fr.faireavec.exchanges;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells somebody who talked about which actions since they last looked; what was said is
 * on the page, where it can be corrected and taken back. The secret is since when.
 */
@Component
class DigestLetter implements LetterKind {

	static final String KIND = "exchanges.digest";

	private static final int MOST = 10;

	private final CommentReaders readers;

	private final MessageSource messages;

	private final BaseUrl base;

	DigestLetter(CommentReaders readers, MessageSource messages, BaseUrl base) {
		this.readers = readers;
		this.messages = messages;
		this.base = base;
	}

	@Override
	public String name() {
		return KIND;
	}

	@Override
	public boolean isOptional() {
		return true;
	}

	/** Some of it may be read, and was not. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return !news(envelope).isEmpty();
	}

	@Override
	public Letter render(Envelope envelope) {
		SequencedMap<UUID, List<News>> actions = news(envelope).stream()
			.collect(Collectors.groupingBy(News::actionId, LinkedHashMap::new, Collectors.toList()));
		News first = actions.firstEntry().getValue().getFirst();
		boolean alone = actions.size() == 1;
		Letter letter = Letter.about(alone ? say("subject.one", first.title()) : say("subject.many", actions.size()))
			.text(say("text"));
		for (List<News> said : actions.values().stream().limit(MOST).toList()) {
			letter = letter.fact(say("action", said.getFirst().title(), said.getFirst().structure()), authors(said));
		}
		if (actions.size() > MOST) {
			letter = letter.text(say("more"));
		}
		return letter.button(alone ? say("open.one") : say("open.many"),
				this.base.of(alone ? first.page() : page(actions)));
	}

	/** The journal, where all of it is of one parcours. */
	private static String page(Map<UUID, List<News>> actions) {
		Set<String> slugs = actions.values().stream().map((said) -> said.getFirst().slug()).collect(Collectors.toSet());
		return (slugs.size() == 1) ? "/parcours/" + slugs.iterator().next() + "/journal" : "/";
	}

	private static String authors(List<News> said) {
		return String.join(", ", said.stream().map(News::author).collect(Collectors.toCollection(LinkedHashSet::new)));
	}

	private List<News> news(Envelope envelope) {
		return this.readers.since(envelope.recipientId(), Instant.parse(Objects.requireNonNull(envelope.secret())),
				envelope.postedAt());
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("exchanges.letter.digest." + key, words, Locale.FRENCH);
	}

}
