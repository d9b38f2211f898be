package fr.faireavec.agenda;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.audit.Noted;
import fr.faireavec.calendar.CalendarEvent;
import fr.faireavec.calendar.CalendarFile;
import fr.faireavec.convening.CalendarRow;
import fr.faireavec.convening.CalendarRows;
import fr.faireavec.convening.CalendarWords;
import fr.faireavec.convening.FollowedCalendars;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.Zones;
import fr.faireavec.passes.Pass;
import fr.faireavec.passes.Passes;
import fr.faireavec.polls.OpenOptions;
import fr.faireavec.polls.OpenOptions.OpenOption;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The address somebody gives their own calendar: it follows their days and meetings by
 * itself. Whoever has it reads those dates, and nothing else; it is shown to its owner
 * alone, who may change it.
 */
@Component
@Transactional
public class CalendarFeed {

	private static final String PURPOSE = FollowedCalendars.PURPOSE;

	/** What is long past is of no use in a calendar. */
	private static final int MONTHS_BEFORE = 12;

	private static final int YEARS_AFTER = 5;

	/**
	 * After these, an address somebody may have noted opens what is not theirs to see.
	 */
	private static final Set<WaysInChanged.Reason> ENDS = Set.of(WaysInChanged.Reason.ADDRESS_CORRECTED,
			WaysInChanged.Reason.ROLE_GIVEN, WaysInChanged.Reason.REUNITED, WaysInChanged.Reason.CLOSED,
			WaysInChanged.Reason.SIGNED_OUT);

	private final Passes passes;

	private final Accounts accounts;

	private final CalendarRows rows;

	private final CalendarWords words;

	private final OpenOptions options;

	private final MessageSource messages;

	private final CalendarFile file;

	private final BaseUrl base;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CalendarFeed(Passes passes, Accounts accounts, CalendarRows rows, CalendarWords words, OpenOptions options,
			MessageSource messages, CalendarFile file, BaseUrl base, ApplicationEventPublisher events, Clock clock) {
		this.passes = passes;
		this.accounts = accounts;
		this.rows = rows;
		this.words = words;
		this.options = options;
		this.messages = messages;
		this.file = file;
		this.base = base;
		this.events = events;
		this.clock = clock;
	}

	/** Its address, for its owner; empty while they asked for none. */
	@Transactional(readOnly = true)
	public Optional<String> address(Viewer viewer) {
		return this.passes.held(PURPOSE, viewer.personId(), viewer.personId()).map(this::address);
	}

	/** Makes one, or keeps the one there is. */
	public void open(Viewer viewer) {
		if (address(viewer).isEmpty()) {
			this.passes.give(PURPOSE, viewer.personId(), viewer.personId(), null);
			tell("agenda.opened", viewer);
		}
	}

	/** The calendars that had it are told nothing any more. */
	public void close(Viewer viewer) {
		if (address(viewer).isPresent()) {
			this.passes.end(PURPOSE, viewer.personId(), viewer.personId());
			tell("agenda.closed", viewer);
		}
	}

	/**
	 * What a calendar reads there; empty when it leads nowhere, or no more. From then on
	 * letters about dates bring it no file.
	 */
	public Optional<Told> read(String token) {
		Optional<Pass> pass = this.passes.find(PURPOSE, token);
		Optional<Told> told = pass.map(Pass::holderId)
			.flatMap(this.accounts::ofPerson)
			.filter((account) -> !account.isDisabled())
			.map(this::told);
		told.flatMap((read) -> pass).ifPresent(this.passes::noteUse);
		return told;
	}

	private Told told(Account account) {
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		UUID personId = account.getPerson().getId();
		List<CalendarRow> dates = this.rows.of(personId, today.minusMonths(MONTHS_BEFORE),
				today.plusYears(YEARS_AFTER));
		Instant latest = dates.stream()
			.map(CalendarRow::changedAt)
			.max(Instant::compareTo)
			.orElseGet(account::getCreatedAt)
			.truncatedTo(ChronoUnit.SECONDS);
		Stream<CalendarEvent> asked = this.options.of(personId).stream().map(this::event);
		return new Told(this.file.feed(this.words.feedName(),
				Stream.concat(dates.stream().map(this.words::event), asked).toList()), latest);
	}

	/** A date that is asked about: it leaves when the poll is decided. */
	private CalendarEvent event(OpenOption option) {
		String title = this.messages.getMessage("agenda.option",
				new Object[] { option.parcours(), String.valueOf(option.rank()), option.title() }, Locale.FRENCH);
		return new CalendarEvent(option.id(), 0, CalendarEvent.Status.TENTATIVE, option.slot().start(),
				option.slot().end(),
				new CalendarEvent.Words(title, "", option.place(), "", this.base.of(option.href())), option.askedAt());
	}

	@EventListener
	void end(WaysInChanged changed) {
		if (changed.anew() || ENDS.contains(changed.reason())) {
			this.passes.end(PURPOSE, changed.personId(), changed.personId());
		}
	}

	private String address(String token) {
		return this.base.of("/agenda/" + token + ".ics");
	}

	private void tell(String what, Viewer viewer) {
		this.events.publishEvent(new Noted(what, viewer.personId(), null, viewer.name()));
	}

	/** The file, and when anything in it last changed. */
	public record Told(String file, Instant changedAt) {
	}

}
