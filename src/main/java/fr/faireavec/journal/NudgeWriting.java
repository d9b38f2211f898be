package fr.faireavec.journal;

import java.util.Locale;
import java.util.UUID;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Letter;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a structure is asked for news. */
@Component
class NudgeWriting {

	private final Enrolments enrolments;

	private final MessageSource messages;

	private final BaseUrl base;

	NudgeWriting(Enrolments enrolments, MessageSource messages, BaseUrl base) {
		this.enrolments = enrolments;
		this.messages = messages;
		this.base = base;
	}

	@Transactional(readOnly = true)
	Letter letter(UUID enrolmentId, String note) {
		Enrolment enrolment = this.enrolments.findById(enrolmentId).orElseThrow(NotFound::new);
		String structure = enrolment.getStructure().getName();
		Letter letter = Letter.about(say("subject", structure)).text(say("text")).text(say("enough"));
		if (!note.isEmpty()) {
			letter = letter.text(note);
		}
		String journal = "/parcours/" + enrolment.getParcours().getSlug() + "/journal";
		return letter.button(say("open"), this.base.of(journal));
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage("journal.letter.nudge." + key, args, Locale.FRENCH);
	}

}
