package fr.faireavec.slots.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingRow;
import fr.faireavec.sessions.MeetingRows;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.slots.BookingNotice;
import fr.faireavec.slots.SlotAnnouncing;
import fr.faireavec.slots.SlotRow;
import fr.faireavec.slots.SlotRows;
import fr.faireavec.web.Option;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Prepares the page of all the meetings of a parcours: where each stands and who must
 * act, and the slots there are.
 */
@Component
class MeetingsPages {

	private final MeetingRows rows;

	private final IndividualMeetings meetings;

	private final SlotRows slots;

	private final SlotAnnouncing announcing;

	private final BookingNotice notice;

	private final NextMoves next;

	private final Enrolments enrolments;

	private final Clock clock;

	MeetingsPages(MeetingRows rows, IndividualMeetings meetings, SlotRows slots, SlotAnnouncing announcing,
			BookingNotice notice, NextMoves next, Enrolments enrolments, Clock clock) {
		this.rows = rows;
		this.meetings = meetings;
		this.slots = slots;
		this.announcing = announcing;
		this.notice = notice;
		this.next = next;
		this.enrolments = enrolments;
		this.clock = clock;
	}

	String list(Seat seat, @Nullable String state, Model model) {
		Parcours parcours = seat.parcours();
		List<MeetingRow> found = switch (seat) {
			case Seat.Running running -> this.rows.of(parcours.getId());
			case Seat.Piloting piloting -> this.rows.ofEnrolments(parcours.getId(), piloting.enrolmentIds());
			case Seat.Funding funding -> throw new NotFound();
		};
		List<SlotRow> offered = this.slots.of(parcours.getId());
		boolean someFree = offered.stream().anyMatch(SlotRow::isFree);
		Function<MeetingRow, NextMove> moves = this.next.in(parcours, someFree);
		boolean open = parcours.getStatus().isOpenToWork();
		boolean running = seat instanceof Seat.Running;
		BookingNotice.Said said = this.notice.of(parcours.getId());
		model.addAttribute("grid", MeetingGrid.of(found, known(state), moves));
		model.addAttribute("total", found.size());
		model.addAttribute("running", running);
		model.addAttribute("open", open);
		model.addAttribute("hours", said.hours());
		model.addAttribute("structures", (running && open) ? structures(seat) : List.of());
		model.addAttribute("offered", running ? byDay(offered) : Map.of());
		model.addAttribute("free", offered.stream().filter(SlotRow::isFree).count());
		model.addAttribute("announced", running ? this.announcing.lastDay(parcours.getId()).orElse(null) : null);
		model.addAttribute("own",
				(open && seat instanceof Seat.Piloting piloting) ? own(piloting, found, offered, said) : List.of());
		return "slots/meetings";
	}

	private List<OwnMeeting> own(Seat.Piloting seat, List<MeetingRow> found, List<SlotRow> offered,
			BookingNotice.Said said) {
		LocalDateTime now = seat.parcours().now(this.clock);
		int free = (int) offered.stream().filter(SlotRow::isFree).count();
		Map<UUID, SlotRow> taken = offered.stream()
			.filter((row) -> row.meetingId() != null)
			.collect(Collectors.toMap((row) -> Objects.requireNonNull(row.meetingId()), Function.identity()));
		List<MeetingRow> coming = found.stream()
			.filter((row) -> row.state() == MeetingState.TO_PLAN
					|| (row.state() == MeetingState.SCHEDULED && row.slot() != null && row.slot().start().isAfter(now)))
			.toList();
		Map<UUID, Integer> versions = this.meetings.findAllById(coming.stream().map(MeetingRow::id).toList())
			.stream()
			.collect(Collectors.toMap(IndividualMeeting::getId, IndividualMeeting::getVersion));
		return coming.stream().map((row) -> {
			SlotRow slot = taken.get(row.id());
			TimeSlot when = row.slot();
			boolean may = slot != null && when != null && this.notice.isOpen(said, seat.parcours(), when);
			return new OwnMeeting(row, seat.standsForSeveral() ? row.structure() : null,
					versions.getOrDefault(row.id(), 0), free,
					(may && when != null) ? said.lastMoment(seat.parcours(), when) : null,
					may ? null : OwnMeeting.emailIn(slot));
		}).toList();
	}

	private List<Option> structures(Seat seat) {
		LocalDate today = seat.parcours().today(this.clock);
		return this.enrolments.ofParcours(seat.parcours().getId())
			.stream()
			.filter((enrolment) -> !enrolment.isAwayOn(today))
			.map((enrolment) -> new Option(enrolment.getId().toString(), enrolment.getStructure().getName()))
			.toList();
	}

	private static Map<LocalDate, List<SlotRow>> byDay(List<SlotRow> offered) {
		return offered.stream()
			.collect(Collectors.groupingBy((row) -> row.slot().day(), LinkedHashMap::new, Collectors.toList()));
	}

	private static @Nullable MeetingState known(@Nullable String state) {
		for (MeetingState known : MeetingState.values()) {
			if (known.name().equals(state)) {
				return known;
			}
		}
		return null;
	}

	static String href(Seat seat) {
		return "/parcours/" + seat.parcours().getSlug() + "/rendez-vous";
	}

}
