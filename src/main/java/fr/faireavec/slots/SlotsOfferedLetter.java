package fr.faireavec.slots;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.MeetingRow;
import fr.faireavec.sessions.MeetingRows;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the people of a structure that slots await them for a meeting. */
@Component
@Transactional(readOnly = true)
class SlotsOfferedLetter implements LetterKind {

	/** The subject is the enrolment. */
	static final String NAME = "slots.offered";

	private static final int DAYS = 5;

	private final Enrolments enrolments;

	private final Mandates mandates;

	private final MeetingRows meetings;

	private final SlotRows slots;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final BaseUrl base;

	private final Clock clock;

	SlotsOfferedLetter(Enrolments enrolments, Mandates mandates, MeetingRows meetings, SlotRows slots,
			FrenchFormat french, MessageSource messages, BaseUrl base, Clock clock) {
		this.enrolments = enrolments;
		this.mandates = mandates;
		this.meetings = meetings;
		this.slots = slots;
		this.french = french;
		this.messages = messages;
		this.base = base;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	/** Whoever it is for still stands for the structure, and has something to choose. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return this.enrolments.findById(envelope.subjectId()).filter((enrolment) -> {
			Parcours parcours = enrolment.getParcours();
			LocalDate today = parcours.today(this.clock);
			return parcours.getStatus().isOpenToWork() && !enrolment.isAwayOn(today)
					&& this.mandates.ofEnrolment(enrolment.getId())
						.stream()
						.anyMatch((mandate) -> mandate.getPerson().getId().equals(envelope.recipientId())
								&& mandate.isActiveOn(today))
					&& toFix(enrolment).isPresent() && !this.slots.free(parcours.getId()).isEmpty();
		}).isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		Enrolment enrolment = this.enrolments.findById(envelope.subjectId()).orElseThrow(NotFound::new);
		Parcours parcours = enrolment.getParcours();
		String structure = enrolment.getStructure().getName();
		Letter letter = Letter.about(say("subject", structure)).text(say("text", structure, parcours.getName()));
		Optional<MeetingRow> meeting = toFix(enrolment);
		if (meeting.isPresent() && !meeting.get().purpose().isEmpty()) {
			letter = letter.fact(say("purpose"), meeting.get().purpose());
		}
		Map<LocalDate, List<SlotRow>> days = this.slots.free(parcours.getId())
			.stream()
			.collect(Collectors.groupingBy((slot) -> slot.slot().day(), LinkedHashMap::new, Collectors.toList()));
		for (Map.Entry<LocalDate, List<SlotRow>> day : days.entrySet().stream().limit(DAYS).toList()) {
			letter = letter.fact(this.french.day(day.getKey()),
					day.getValue()
						.stream()
						.map((slot) -> this.french.hours(slot.slot().start(), slot.slot().end()))
						.distinct()
						.collect(Collectors.joining(", ")));
		}
		return letter.button(say("choose"), this.base.of("/parcours/" + parcours.getSlug() + "/rendez-vous"))
			.small(say("first"));
	}

	private Optional<MeetingRow> toFix(Enrolment enrolment) {
		UUID parcoursId = enrolment.getParcours().getId();
		return this.meetings.ofEnrolment(parcoursId, enrolment.getId())
			.stream()
			.filter((meeting) -> meeting.state() == MeetingState.TO_PLAN)
			.findFirst();
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("slots.letter.offered." + key, words, Locale.FRENCH);
	}

}
