package fr.faireavec.attendance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Warning;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.HalfDay;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes those who came without a mandate: a colleague, a usager or somebody else, all day
 * or half of it. What touches a countersigned half-day needs a reason.
 */
@Component
@Transactional
public class GuestTaking {

	private final OpenRegisters registers;

	private final Book book;

	private final SignatureTraits signatures;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	GuestTaking(OpenRegisters registers, Book book, SignatureTraits signatures, OnceOnly onceOnly,
			ApplicationEventPublisher events) {
		this.registers = registers;
		this.book = book;
		this.signatures = signatures;
		this.onceOnly = onceOnly;
		this.events = events;
	}

	/** Somebody came; may stand for a structure that day. */
	public void add(UUID parcoursId, int rank, Guest guest) {
		add(Ids.next(), parcoursId, rank, guest, null, Set.of());
	}

	/**
	 * The same by a form: sent twice, it adds one guest.
	 * @param reason needed where a half-day she was there is countersigned
	 * @param accepted the codes of the warnings that were read
	 * @return what the guest is called
	 * @throws Unconfirmed when somebody of that name and organisation is there already
	 */
	public String add(UUID key, UUID parcoursId, int rank, Guest guest, @Nullable String reason, Set<String> accepted) {
		UUID id = this.onceOnly.idOf(key, "guest", parcoursId, rank, guest);
		CollectiveSession session = this.registers.dated(parcoursId, rank);
		if (guest.represents() != null) {
			this.registers.requireOpen(session.getHalfDays().getFirst());
		}
		List<SessionGuest> there = this.book.guests(session);
		Optional<SessionGuest> already = there.stream().filter((other) -> other.getId().equals(id)).findFirst();
		if (already.isPresent()) {
			return already.get().getName();
		}
		confirm(there.stream().filter((other) -> other.isCalled(guest.name(), guest.organisation())).toList(),
				accepted);
		SessionGuest added = new SessionGuest(id, session, guest,
				this.registers.represented(session, guest.represents()));
		String why = reason(added.halfDays(), reason);
		this.book.add(added);
		note("attendance.guestAdded", added,
				Changes.none()
					.note("represents", null, structure(added))
					.note("onlyHalf", null, only(added))
					.note("reason", null, why));
		return added.getName();
	}

	/**
	 * Says how much of the day a guest was there.
	 * @param half 1 or 2 for that half only; null for all of it
	 * @param reason needed where what changes is countersigned
	 * @return what the guest is called
	 * @throws Refusal when it leaves out a half-day she signed
	 */
	public String cameFor(UUID parcoursId, int rank, UUID guestId, @Nullable Integer half, @Nullable String reason) {
		CollectiveSession session = this.registers.dated(parcoursId, rank);
		SessionGuest guest = this.book.guest(session, guestId);
		List<HalfDay> before = guest.halfDays();
		List<HalfDay> after = guest.halfDays(half);
		if (after.equals(before)) {
			return guest.getName();
		}
		Set<UUID> signed = this.signatures.ofGuests(parcoursId).getOrDefault(guestId, Set.of());
		if (before.stream().anyMatch((one) -> !after.contains(one) && signed.contains(one.getId()))) {
			throw new Refusal("attendance.guest.signedIt");
		}
		List<HalfDay> changed = new ArrayList<>(session.getHalfDays());
		changed.removeIf((one) -> before.contains(one) == after.contains(one));
		String why = reason(changed, reason);
		TimeSlot onlyBefore = only(guest);
		guest.cameFor(half);
		this.book.add(guest);
		note("attendance.guestCame", guest,
				Changes.none().note("onlyHalf", onlyBefore, only(guest)).note("reason", null, why));
		return guest.getName();
	}

	public void remove(UUID parcoursId, int rank, UUID guestId) {
		remove(parcoursId, rank, guestId, null);
	}

	/**
	 * @param reason needed where a half-day she was there is countersigned
	 */
	public void remove(UUID parcoursId, int rank, UUID guestId, @Nullable String reason) {
		CollectiveSession session = this.registers.dated(parcoursId, rank);
		SessionGuest guest = this.book.guest(session, guestId);
		String why = reason(guest.halfDays(), reason);
		this.events.publishEvent(new SignaturesVoid(List.of(), List.of(guestId)));
		this.book.remove(guest);
		note("attendance.guestRemoved", guest,
				Changes.none().note("represents", structure(guest), null).note("reason", null, why));
	}

	private @Nullable String reason(List<HalfDay> touched, @Nullable String given) {
		return touched.stream().anyMatch(this.book::isSealed) ? Reason.given(given, "attendance.sealed.reason") : null;
	}

	/** Two people may have one name: said again, it is another one. */
	private static void confirm(List<SessionGuest> namesakes, Set<String> accepted) {
		List<Warning> warnings = namesakes.isEmpty() ? List.of() : List.of(Warning.of("attendance.guest.already",
				namesakes.getFirst().getName(), Integer.toString(namesakes.size())));
		List<Warning> unread = Warning.unread(warnings, accepted);
		if (!unread.isEmpty()) {
			throw new Unconfirmed("attendance.guest.unconfirmed", unread);
		}
	}

	private static @Nullable String structure(SessionGuest guest) {
		Enrolment represents = guest.getRepresents();
		return (represents != null) ? represents.getStructure().getName() : null;
	}

	private static @Nullable TimeSlot only(SessionGuest guest) {
		return (guest.getOnlyHalf() != null) ? guest.halfDays().getFirst().getSlot() : null;
	}

	private void note(String what, SessionGuest guest, Changes changes) {
		CollectiveSession session = guest.getSession();
		this.events.publishEvent(new Noted(what, guest.getId(), session.getParcours().getId(),
				session.getRank() + ". " + session.getTitle(), changes));
	}

}
