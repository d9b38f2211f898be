package fr.faireavec.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.Guest;
import fr.faireavec.attendance.SelfSigning;
import fr.faireavec.attendance.SignaturesVoid;
import fr.faireavec.attendance.Stay;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.HalfDay;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People sign, each once a half-day, on their phone or on the shared tablet. What
 * somebody signed stays until the animation notes something else; nobody signs over it.
 */
@Component
@Transactional
public class Signing {

	/** Characters of a name written in place of a drawing. */
	static final int LONGEST_NAME = 170;

	private final SelfSigning register;

	private final Signatures signatures;

	private final SigningRulesOfAll rules;

	private final Phones phones;

	private final TurningCode moment;

	private final CurrentActor actor;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Signing(SelfSigning register, Signatures signatures, SigningRulesOfAll rules, Phones phones, TurningCode moment,
			CurrentActor actor, Clock clock, ApplicationEventPublisher events) {
		this.register = register;
		this.signatures = signatures;
		this.rules = rules;
		this.phones = phones;
		this.moment = moment;
		this.actor = actor;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Somebody expected that day signs.
	 * @throws Refusal when nothing was signed, the code of the moment is another, the
	 * sheet is not open or closed, or the phone is somebody else's
	 */
	public Signed sign(CollectiveSession session, int half, UUID personId, Claim claim) {
		HalfDay halfDay = halfDay(session, half);
		Signature.Mark mark = mark(session, claim);
		Optional<RoomPhone> phone = this.phones.known(session.getId(), claim.phone());
		UUID line = this.register.sign(session.getParcours().getId(), halfDay.getId(), personId, how(phone),
				claim.stay());
		return keep(new Signer(personId, line, null), halfDay, mark, claim, phone, this.signatures.ofLine(line));
	}

	/** Somebody nobody expected signs. */
	public Signed sign(CollectiveSession session, int half, Guest guest, Claim claim) {
		HalfDay halfDay = halfDay(session, half);
		Signature.Mark mark = mark(session, claim);
		Optional<RoomPhone> phone = this.phones.known(session.getId(), claim.phone());
		UUID id = this.register.sign(session.getParcours().getId(), halfDay.getId(), guest,
				(there) -> this.signatures.halfDaysOf(there));
		return keep(new Signer(id, null, id), halfDay, mark, claim, phone,
				this.signatures.ofGuest(id, halfDay.getId()));
	}

	/**
	 * This device goes from hand to hand: whoever holds it signs for herself.
	 * @return what it is to keep
	 */
	public String handRound(CollectiveSession session) {
		this.events.publishEvent(new Noted("signing.handedRound", session.getId(), session.getParcours().getId(),
				session.getRank() + ". " + session.getTitle()));
		return this.phones.draw(session.getId(), true).token();
	}

	@EventListener
	void forget(SignaturesVoid gone) {
		if (!gone.lines().isEmpty() || !gone.guests().isEmpty()) {
			this.signatures.forget(gone.lines(), gone.guests());
		}
	}

	private Signed keep(Signer signer, HalfDay halfDay, Signature.Mark mark, Claim claim, Optional<RoomPhone> phone,
			Optional<Signature> already) {
		if (already.isPresent()) {
			return again(already.get(), phone);
		}
		boolean shared = phone.filter((one) -> !one.isTablet())
			.filter((one) -> this.signatures.isOthers(one.getId(), signer.id()))
			.isPresent();
		if (shared && !rules(halfDay.getSession()).isSharedPhone()) {
			throw new Refusal("signing.onePhone");
		}
		Phones.Fresh fresh = phone.isPresent() ? null : this.phones.draw(halfDay.getSession().getId(), false);
		RoomPhone on = (fresh != null) ? fresh.phone() : phone.orElseThrow();
		Signature.Where where = new Signature.Where(on.getId(), signer.id().equals(this.actor.personId()), shared,
				claim.stay().remote());
		Signature signature = new Signature(Ids.next(), halfDay.getId(), signer.line(), signer.guest(), mark, where,
				this.clock.instant());
		this.signatures.saveAndFlush(signature);
		return new Signed(signature.getSignedAt(), (fresh != null) ? fresh.token() : null);
	}

	/** A second press on the same phone; on another, it is somebody else's hand. */
	private static Signed again(Signature already, Optional<RoomPhone> phone) {
		UUID before = already.getWhere().phoneId();
		if (phone.filter((one) -> !one.isTablet() && one.getId().equals(before)).isEmpty()) {
			throw new Refusal("signing.already");
		}
		return new Signed(already.getSignedAt(), null);
	}

	private static AttendanceMethod how(Optional<RoomPhone> phone) {
		return phone.filter(RoomPhone::isTablet).isPresent() ? AttendanceMethod.SIGNED_ON_TABLET
				: AttendanceMethod.SIGNED_ON_PHONE;
	}

	private Signature.Mark mark(CollectiveSession session, Claim claim) {
		if (rules(session).isTurningCode() && !claim.stay().remote()
				&& !this.moment.isGood(session.getId(), claim.moment())) {
			throw Refusal.of("moment", "signing.moment.wrong");
		}
		return Signature.Mark.of(claim.strokes(), claim.written());
	}

	private SigningRules rules(CollectiveSession session) {
		UUID parcoursId = session.getParcours().getId();
		return this.rules.findById(parcoursId).orElseGet(() -> new SigningRules(parcoursId));
	}

	private static HalfDay halfDay(CollectiveSession session, int half) {
		List<HalfDay> halves = session.getHalfDays();
		return halves.stream()
			.filter((one) -> one.getOrdinal() == half)
			.findFirst()
			.orElseThrow(() -> new Refusal("signing.noHalf"));
	}

	/**
	 * @param id of the person or of the guest
	 * @param line of somebody expected
	 * @param guest of somebody who was not
	 */
	private record Signer(UUID id, @Nullable UUID line, @Nullable UUID guest) {
	}

	/**
	 * What somebody hands in.
	 *
	 * @param strokes as drawn, read by {@link Ink}
	 * @param written a name, in place of a drawing
	 * @param moment the code shown in the room, where one is asked
	 * @param phone what this phone was given the first time, if it was
	 * @param stay how much of the half-day she is there, of somebody expected; away from
	 * the room by somebody's own link
	 */
	public record Claim(String strokes, String written, String moment, @Nullable String phone, Stay stay) {
	}

	/**
	 * It is signed.
	 *
	 * @param phone what this phone is to keep for the day; null when it has it
	 */
	public record Signed(Instant at, @Nullable String phone) {
	}

}
