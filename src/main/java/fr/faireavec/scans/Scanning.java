package fr.faireavec.scans;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.attendance.RegisterReading;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.files.PagePhoto;
import fr.faireavec.files.StoredFiles;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.scans.PageReading.ReadPage;
import fr.faireavec.scans.ScannedPage.Place;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sheets.PageCode;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the paper of a day: each page goes where its code says, or waits for somebody to
 * say whose page it is. What stands beside a closed register goes only with a reason.
 */
@Component
@Transactional
public class Scanning {

	private static final int MOST_PAGES = 99;

	private static final int LONGEST_REASON = 500;

	/** In a quarter. */
	private static final int DEGREES = 90;

	private final ScannedPages pages;

	private final AllParcours allParcours;

	private final CollectiveSessions sessions;

	private final RegisterReading registers;

	private final StoredFiles files;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Scanning(ScannedPages pages, AllParcours allParcours, CollectiveSessions sessions, RegisterReading registers,
			StoredFiles files, CurrentActor actor, ApplicationEventPublisher events, Clock clock) {
		this.pages = pages;
		this.allParcours = allParcours;
		this.sessions = sessions;
		this.registers = registers;
		this.files = files;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps one page, given at a day.
	 * @return where it went; the same page given again stays where it is
	 * @throws Refusal when it is of another parcours or of a day without a date, or there
	 * is no room for it
	 */
	public Kept keep(UUID parcoursId, int rank, ReadPage page) {
		CollectiveSession here = still(parcoursId, rank);
		Optional<ScannedPage> before = this.pages.given(parcoursId, page.source());
		if (before.isPresent()) {
			return new Kept(before.get().getSession().getRank(), before.get().getPlace() != null, true);
		}
		PageCode code = page.code().orElse(null);
		CollectiveSession day = here;
		if (code != null) {
			if (!code.slug().equals(here.getParcours().getSlug())) {
				throw elsewhere(code.slug());
			}
			day = (code.rank() == rank) ? here : day(parcoursId, code.rank())
				.orElseThrow(() -> Refusal.of("file", "scans.noSuchDay", Integer.toString(code.rank())));
		}
		Room room = new Room(this.pages.pieces(parcoursId), this.pages.bytes(parcoursId));
		if (!room.takes(page.picture().length)) {
			throw Refusal.of("file", "scans.full", Integer.toString(room.piecesLeft()), Long.toString(room.megaLeft()));
		}
		ScannedPage kept = new ScannedPage(Ids.next(), day, page.source(), this.files.keep(page.picture()),
				page.picture().length, this.clock.instant());
		if (code != null) {
			kept.isOf(day, new Place(null, code.page(), code.of()));
		}
		this.pages.saveAndFlush(kept);
		note(isClosed(kept) ? "scan.addedLate" : "scan.added", kept, said(Changes.none(), null, kept.getPlace(), null));
		return new Kept(day.getRank(), code != null, false);
	}

	/**
	 * Says by hand whose page it is.
	 * @param half 1 or 2 where it is of one half-day alone
	 * @param reason needed where it leaves a register that is closed
	 * @throws Refusal when there is no such day, half-day or page
	 */
	public void attach(UUID parcoursId, int rank, UUID id, int toRank, @Nullable Integer half, int page,
			@Nullable String reason) {
		still(parcoursId, rank);
		ScannedPage kept = this.pages.of(parcoursId, rank, id).orElseThrow(NotFound::new);
		CollectiveSession day = day(parcoursId, toRank)
			.orElseThrow(() -> Refusal.of("rank", "scans.noSuchDay", Integer.toString(toRank)));
		if (half != null && day.getHalfDays().stream().noneMatch((one) -> one.getOrdinal() == half)) {
			throw Refusal.of("half", "scans.noSuchHalf");
		}
		if (page < 1 || page > MOST_PAGES) {
			throw Refusal.of("page", "scans.noSuchPage", Integer.toString(MOST_PAGES));
		}
		Place before = kept.getPlace();
		boolean same = before != null && before.pages() != null && page <= before.pages()
				&& kept.getSession().equals(day);
		Place after = new Place(half, page, same ? Objects.requireNonNull(before).pages() : null);
		String why = reason(kept, reason);
		if (after.equals(before) && kept.getSession().equals(day)) {
			return;
		}
		int from = kept.getSession().getRank();
		kept.isOf(day, after);
		this.pages.saveAndFlush(kept);
		note("scan.attached", kept, said(Changes.none().note("day", from, toRank), before, after, why));
	}

	/** Turns it by so many quarters more, as a clock goes. */
	public void turn(UUID parcoursId, int rank, UUID id, int quarters) {
		if (quarters < 1 || quarters > 3) {
			throw new Refusal("scans.noSuchTurn");
		}
		still(parcoursId, rank);
		ScannedPage kept = this.pages.of(parcoursId, rank, id).orElseThrow(NotFound::new);
		byte[] turned = PagePhoto.turned(this.files.find(kept.getFile()).orElseThrow(), quarters);
		kept.show(this.files.keep(turned), turned.length);
		this.pages.saveAndFlush(kept);
		note("scan.turned", kept, Changes.none().note("picture", null, quarters * DEGREES + "\u00a0°"));
	}

	/**
	 * Takes it away, picture and all.
	 * @param reason needed where it stands beside a register that is closed
	 */
	public void remove(UUID parcoursId, int rank, UUID id, @Nullable String reason) {
		still(parcoursId, rank);
		ScannedPage kept = this.pages.of(parcoursId, rank, id).orElseThrow(NotFound::new);
		String why = reason(kept, reason);
		this.pages.delete(kept);
		this.pages.flush();
		note("scan.removed", kept, said(Changes.none(), kept.getPlace(), null, why));
	}

	/**
	 * All the days are held still: a parcours has room for so many pages, whoever gives
	 * them.
	 */
	private CollectiveSession still(UUID parcoursId, int rank) {
		this.sessions.keepAllStill(parcoursId);
		CollectiveSession session = this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new);
		session.getParcours().requireOpenToWork();
		if (!session.getState().isFirm()) {
			throw new Refusal("attendance.notScheduled");
		}
		return session;
	}

	private Optional<CollectiveSession> day(UUID parcoursId, int rank) {
		return this.sessions.ranked(parcoursId, rank).filter((session) -> session.getState().isFirm());
	}

	/** It is named to whoever runs it too. */
	private Refusal elsewhere(String slug) {
		UUID who = this.actor.personId();
		return this.allParcours.findBySlug(slug)
			.filter((other) -> who != null && this.allParcours.isRunBy(other.getId(), who))
			.map((other) -> Refusal.of("file", "scans.otherParcours.named", other.getName()))
			.orElseGet(() -> Refusal.of("file", "scans.otherParcours"));
	}

	private @Nullable String reason(ScannedPage page, @Nullable String reason) {
		if (page.getPlace() == null || !isClosed(page)) {
			return null;
		}
		if (reason == null || reason.isBlank()) {
			throw Refusal.of("reason", "scans.reason.needed");
		}
		if (reason.strip().length() > LONGEST_REASON) {
			throw Refusal.of("reason", "attendance.reason.tooLong", Integer.toString(LONGEST_REASON));
		}
		return reason.strip();
	}

	/** Whether a register it stands beside is countersigned. */
	private boolean isClosed(ScannedPage page) {
		Place place = page.getPlace();
		Integer half = (place != null) ? place.half() : null;
		return this.registers.of(page.getSession().getParcours().getId(), page.getSession().getRank())
			.sheets()
			.stream()
			.anyMatch((sheet) -> sheet.seal() != null && (half == null || sheet.ordinal() == half));
	}

	private static Changes said(Changes changes, @Nullable Place before, @Nullable Place after, @Nullable String why) {
		return changes.note("page", (before != null) ? before.page() : null, (after != null) ? after.page() : null)
			.note("half", (before != null) ? before.half() : null, (after != null) ? after.half() : null)
			.note("reason", null, why);
	}

	private void note(String what, ScannedPage page, Changes changes) {
		CollectiveSession session = page.getSession();
		this.events.publishEvent(new Noted(what, page.getId(), session.getParcours().getId(),
				session.getRank() + ". " + session.getTitle(), changes));
	}

	/**
	 * Where a page went.
	 *
	 * @param attached its code said which it is
	 * @param already it was there
	 */
	public record Kept(int rank, boolean attached, boolean already) {
	}

}
