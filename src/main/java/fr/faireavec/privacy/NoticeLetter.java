package fr.faireavec.privacy;

import java.util.List;
import java.util.Locale;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.privacy.ErasureNotices.Notice;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the administration which evidence goes in a month, and that it may keep it. */
@Component
class NoticeLetter implements LetterKind {

	static final String NAME = "privacy.notice";

	private static final int MOST = 20;

	private final ErasureNotices notices;

	private final MessageSource messages;

	private final BaseUrl addresses;

	private final FrenchFormat french;

	NoticeLetter(ErasureNotices notices, MessageSource messages, BaseUrl addresses, FrenchFormat french) {
		this.notices = notices;
		this.messages = messages;
		this.addresses = addresses;
		this.french = french;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return !this.notices.all().isEmpty();
	}

	@Override
	public Letter render(Envelope envelope) {
		List<Notice> all = this.notices.all();
		Letter letter = Letter.about(say("subject")).text(say("text"));
		for (Notice notice : all.subList(0, Math.min(MOST, all.size()))) {
			letter = letter.fact(notice.parcours(),
					say("line", kind(notice), this.french.number(notice.lines()), this.french.date(notice.goesOn())));
		}
		return letter.button(say("button"), this.addresses.of("/administration/donnees")).small(say("small"));
	}

	private String kind(Notice notice) {
		return this.messages.getMessage("privacy.evidence." + notice.kind(), null, Locale.FRENCH);
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage("privacy.letter.notice." + key, args, Locale.FRENCH);
	}

}
