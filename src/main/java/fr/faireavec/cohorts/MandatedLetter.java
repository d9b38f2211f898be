package fr.faireavec.cohorts;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.signin.Invitations;
import fr.faireavec.web.FrenchFormat;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells somebody that a structure mandated them, and lets them in. */
@Component
@Transactional(readOnly = true)
public class MandatedLetter implements LetterKind {

	/** The subject is the mandate. */
	static final String NAME = "cohorts.mandated";

	private static final int DAYS = 3;

	private final Mandates mandates;

	private final AllParcours allParcours;

	private final ObjectProvider<ComingDays> days;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final BaseUrl base;

	private final Clock clock;

	MandatedLetter(Mandates mandates, AllParcours allParcours, ObjectProvider<ComingDays> days, FrenchFormat french,
			MessageSource messages, BaseUrl base, Clock clock) {
		this.mandates = mandates;
		this.allParcours = allParcours;
		this.days = days;
		this.french = french;
		this.messages = messages;
		this.base = base;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean stillDue(Envelope envelope) {
		return stands(envelope.subjectId()).isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		Mandate mandate = stands(envelope.subjectId()).orElseThrow(NotFound::new);
		Enrolment enrolment = mandate.getEnrolment();
		Parcours parcours = this.allParcours.whole(enrolment.getParcours().getId()).orElseThrow(NotFound::new);
		String structure = enrolment.getStructure().getName();
		Letter letter = Letter.about(say("subject." + mandate.getRole(), structure))
			.text(say("text." + mandate.getRole(), structure, parcours.getName()))
			.text(say("what." + mandate.getRole()));
		// Nobody is named to an address that may be a stranger's.
		if (!envelope.name().isEmpty() && !parcours.getFacilitators().isEmpty()) {
			letter = letter.fact(say("facilitators"),
					parcours.getFacilitators()
						.stream()
						.sorted(Comparator.comparing(Person::getFamilyName))
						.map(Person::getName)
						.collect(Collectors.joining(", ")));
		}
		letter = letter.fact(say("from"), this.french.date(mandate.getStartsOn()));
		for (ComingDays.Day day : coming(parcours)) {
			String when = this.french.fullDay(day.start()) + ", " + this.french.time(day.start());
			letter = letter.fact(say("day", day.rank()), day.place().isBlank() ? when : when + ", " + day.place());
		}
		String secret = envelope.secret();
		if (secret == null) {
			return letter.button(say("open"), this.base.of("/parcours/" + parcours.getSlug())).small(say("known"));
		}
		return letter.button(say("enter"), this.base.of("/invitation/" + secret))
			.small(say("once", this.french.date(Invitations.lastDay(envelope.postedAt()))));
	}

	private List<ComingDays.Day> coming(Parcours parcours) {
		ComingDays planned = this.days.getIfAvailable();
		LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), Zones.PARIS);
		return (planned != null) ? planned.of(parcours.getId(), now, DAYS) : List.of();
	}

	/**
	 * The mandate, unless it is over, its structure gone or its parcours closed to it.
	 */
	private Optional<Mandate> stands(UUID mandateId) {
		return this.mandates.findById(mandateId).filter((mandate) -> {
			Enrolment enrolment = mandate.getEnrolment();
			Parcours parcours = enrolment.getParcours();
			var today = parcours.today(this.clock);
			return !mandate.isOverOn(today) && !enrolment.isAwayOn(today) && parcours.getStatus().keepsItsPeople();
		});
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("cohorts.letter.mandated." + key, words, Locale.FRENCH);
	}

}
