package fr.faireavec.home.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.following.ActionToComplete;
import fr.faireavec.following.Completions;
import fr.faireavec.home.PilotedEnrolments.Piloted;
import fr.faireavec.journal.ActionRow;
import fr.faireavec.journal.ActionRows;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.ParcoursStatus;
import fr.faireavec.polls.PollReading;
import fr.faireavec.replies.ReplyCards;
import fr.faireavec.sessions.MeetingRow;
import fr.faireavec.sessions.MeetingRows;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.SessionRow;
import fr.faireavec.sessions.SessionRows;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.slots.SlotRows;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A pilot's phone: the next session, what to do before it, our journal. */
@Component
class PilotDesk {

	private static final int ACTIONS_SHOWN = 5;

	private final SessionRows sessions;

	private final MeetingRows meetings;

	private final SlotRows slots;

	private final ActionRows actions;

	private final Completions completions;

	private final ReplyCards replies;

	private final PollReading polls;

	private final Bilans bilans;

	private final AllParcours allParcours;

	private final Words words;

	private final Clock clock;

	PilotDesk(SessionRows sessions, MeetingRows meetings, SlotRows slots, ActionRows actions, Completions completions,
			ReplyCards replies, PollReading polls, Bilans bilans, AllParcours allParcours, Words words, Clock clock) {
		this.sessions = sessions;
		this.meetings = meetings;
		this.slots = slots;
		this.actions = actions;
		this.completions = completions;
		this.replies = replies;
		this.polls = polls;
		this.bilans = bilans;
		this.allParcours = allParcours;
		this.words = words;
		this.clock = clock;
	}

	void fill(Viewer viewer, Piloted chosen, List<Piloted> mine, Model model) {
		LocalDateTime now = LocalDateTime.now(this.clock.withZone(Zones.PARIS));
		List<SessionRow> days = this.sessions.of(chosen.parcoursId());
		List<MeetingRow> ours = this.meetings.ofEnrolment(chosen.parcoursId(), chosen.enrolmentId());
		ActionRows.Newest newest = this.actions.newest(chosen.enrolmentId(), ACTIONS_SHOWN);
		List<ActionRow> journal = newest.rows();
		Optional<SessionRow> next = days.stream()
			.filter((day) -> isComing(day, now))
			.min(Comparator.comparing(PilotDesk::start));
		model.addAttribute("firstName", viewer.givenName());
		model.addAttribute("mine", mine);
		model.addAttribute("chosen", chosen);
		model.addAttribute("chosenIfSeveral", several(chosen, mine) ? chosen.enrolmentId() : null);
		model.addAttribute("next", next.orElse(null));
		model.addAttribute("over", isOver(chosen));
		model.addAttribute("bilan", isOver(chosen) && !this.bilans.versions(List.of(chosen.parcoursId())).isEmpty());
		model.addAttribute("contacts", this.allParcours.contacts(chosen.parcoursId()));
		model.addAttribute("presence",
				next.flatMap((day) -> this.replies.of(day.id(), viewer.personId())).orElse(null));
		model.addAttribute("sessionCount", days.size());
		model.addAttribute("meeting",
				ours.stream()
					.filter((meeting) -> meeting.state() == MeetingState.SCHEDULED && meeting.slot() != null
							&& !meeting.slot().end().isBefore(now))
					.min(Comparator.comparing(PilotDesk::start))
					.orElse(null));
		model.addAttribute("todos", todos(viewer.personId(), chosen, journal, ours, next));
		List<ActionToComplete> unfinished = this.completions.of(chosen.enrolmentId());
		model.addAttribute("unfinished", unfinished.stream().limit(ACTIONS_SHOWN).toList());
		model.addAttribute("unfinishedMore", Math.max(0, unfinished.size() - ACTIONS_SHOWN));
		model.addAttribute("journal", journal);
		model.addAttribute("journalTotal", newest.total());
	}

	private List<Todo> todos(UUID viewerId, Piloted chosen, List<ActionRow> journal, List<MeetingRow> ours,
			Optional<SessionRow> next) {
		String base = "/parcours/" + chosen.slug();
		List<Todo> todos = new ArrayList<>();
		List<ActionRow> pressing = this.actions.pressing(chosen.enrolmentId(), next.map(SessionRow::rank).orElse(0));
		for (ActionRow action : pressing.stream().filter(ActionRow::awaitsPilot).toList()) {
			add(todos, "confirm", action.title(), base + "/journal/" + action.id());
		}
		this.polls.awaits(chosen.parcoursId(), viewerId)
			.ifPresent((closesOn) -> add(todos, "poll",
					this.words.say("home.pilot.poll.until", this.words.french().day(closesOn)), base + "/sondage"));
		Instant bilanDue = chosen.bilanDue();
		if (bilanDue != null) {
			add(todos, "told",
					this.words.say("home.pilot.told.until", this.words.french().day(bilanDue.atZone(Zones.PARIS))),
					base + "/bilan/de-nous");
		}
		if (!this.slots.free(chosen.parcoursId()).isEmpty()) {
			ours.stream()
				.filter((meeting) -> meeting.state() == MeetingState.TO_PLAN)
				.findFirst()
				.ifPresent((meeting) -> add(todos, "slot", meeting.purpose(),
						base + "/rendez-vous/" + meeting.id() + "/creneau"));
		}
		if (chosen.aimMissing() && !isOver(chosen)) {
			add(todos, "aim", null, base + "/structures/" + chosen.enrolmentId());
		}
		if (journal.isEmpty() && !isOver(chosen)) {
			add(todos, "firstAction", null, base + "/journal/nouvelle-action?structure=" + chosen.enrolmentId());
		}
		for (ActionRow action : pressing.stream().filter((one) -> !one.awaitsPilot()).toList()) {
			add(todos, "tryBefore", action.title(), base + "/journal/" + action.id());
		}
		return todos;
	}

	private void add(List<Todo> todos, String kind, @Nullable String detail, String href) {
		todos.add(Todo.leading(null, this.words.say("home.pilot." + kind), detail, href,
				this.words.say("home.pilot." + kind + ".button"), todos.isEmpty()));
	}

	private static boolean isOver(Piloted chosen) {
		return chosen.status() == ParcoursStatus.CLOSED;
	}

	/** Whether she stands for another structure in the same parcours. */
	private static boolean several(Piloted chosen, List<Piloted> mine) {
		return mine.stream().filter((one) -> one.parcoursId().equals(chosen.parcoursId())).count() > 1;
	}

	private static boolean isComing(SessionRow day, LocalDateTime now) {
		return day.state() == SessionState.SCHEDULED && day.slot() != null && !day.slot().end().isBefore(now);
	}

	private static LocalDateTime start(SessionRow day) {
		return (day.slot() != null) ? day.slot().start() : LocalDateTime.MAX;
	}

	private static LocalDateTime start(MeetingRow meeting) {
		return (meeting.slot() != null) ? meeting.slot().start() : LocalDateTime.MAX;
	}

}
