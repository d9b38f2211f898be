package fr.faireavec.home.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import fr.faireavec.home.Overview;
import fr.faireavec.parcours.MeetingPlan;
import fr.faireavec.polls.PollProgress;
import fr.faireavec.sessions.MeetingRow;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.SessionRow;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.Stone;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Draws an overview as the chemin: its days, and between them its rounds of meetings. */
@Component
class PathView {

	private final Words words;

	PathView(Words words) {
		this.words = words;
	}

	/**
	 * For the animation: how many structures came, how many meetings were held, how many
	 * answered the poll that is open.
	 */
	List<Stone> forFacilitators(String slug, Overview overview, @Nullable PollProgress poll) {
		return stones(slug, overview, true, poll);
	}

	/** For a pilot: the same path, without counts of others. */
	List<Stone> forPilots(String slug, Overview overview) {
		return stones(slug, overview, false, null);
	}

	private List<Stone> stones(String slug, Overview overview, boolean counts, @Nullable PollProgress poll) {
		Optional<SessionRow> next = overview.next();
		List<Placed> placed = new ArrayList<>();
		overview.sessions()
			.forEach((session) -> placed.add(new Placed(session.rank(), 0, day(slug, session, overview,
					next.orElse(null), note(session, overview, next.orElse(null), counts, poll)))));
		for (MeetingPlan plan : overview.rounds()) {
			List<MeetingRow> meetings = overview.meetings()
				.stream()
				.filter((meeting) -> !meeting.extra() && meeting.rank() == plan.rank())
				.toList();
			placed.add(new Placed(plan.afterSessionRank(), plan.rank(), round(slug, plan, meetings, counts)));
		}
		placed.sort(Comparator.comparingInt(Placed::day).thenComparingInt(Placed::round));
		return placed.stream().map(Placed::stone).toList();
	}

	private Stone day(String slug, SessionRow session, Overview overview, @Nullable SessionRow next,
			@Nullable String note) {
		Stone.State state = state(session, next);
		return new Stone(Stone.Kind.DAY, String.valueOf(session.rank()), session.title(),
				when(session.slot(), overview.now()), note, state, "/parcours/" + slug + "/seances/" + session.rank(),
				this.words.say("home.stone." + state));
	}

	private static Stone.State state(SessionRow session, @Nullable SessionRow next) {
		return switch (session.state()) {
			case HELD -> Stone.State.HELD;
			case CANCELLED -> Stone.State.CANCELLED;
			case POLLING -> Stone.State.POLLING;
			case RESERVED -> Stone.State.RESERVED;
			case TO_PLAN -> Stone.State.TO_PLAN;
			case SCHEDULED -> session.equals(next) ? Stone.State.NEXT : Stone.State.SCHEDULED;
		};
	}

	private @Nullable String when(@Nullable TimeSlot slot, LocalDateTime now) {
		if (slot == null) {
			return this.words.say("home.stone.noDate");
		}
		String day = this.words.french().shortDay(slot.start());
		return (slot.start().getYear() == now.getYear()) ? day : day + " " + slot.start().getYear();
	}

	private @Nullable String note(SessionRow session, Overview overview, @Nullable SessionRow next, boolean counts,
			@Nullable PollProgress poll) {
		Stone.State state = state(session, next);
		if (poll != null && poll.ranks().contains(session.rank())) {
			return this.words.say("home.stone.answers", poll.answered(), poll.expected());
		}
		if (state == Stone.State.HELD && counts) {
			Overview.Presence presence = overview.presence(session);
			return this.words.say("home.stone.presence", presence.there(), presence.active());
		}
		boolean coming = state == Stone.State.NEXT || state == Stone.State.SCHEDULED;
		return (coming && !session.venue().isEmpty()) ? session.venue() : null;
	}

	private Stone round(String slug, MeetingPlan plan, List<MeetingRow> meetings, boolean counts) {
		long held = meetings.stream().filter((meeting) -> meeting.state() == MeetingState.HELD).count();
		long expected = meetings.stream().filter((meeting) -> meeting.state() != MeetingState.CANCELLED).count();
		boolean all = held > 0 && held == expected;
		boolean some = meetings.stream().anyMatch((meeting) -> meeting.state() == MeetingState.SCHEDULED) || held > 0;
		boolean givenUp = expected == 0 && !meetings.isEmpty();
		Stone.State state = givenUp ? Stone.State.CANCELLED
				: all ? Stone.State.HELD : some ? Stone.State.SCHEDULED : Stone.State.TO_PLAN;
		String note = (counts && expected > 0) ? this.words.say("home.stone.meetings", held, expected)
				: this.words.say("home.stone." + state);
		return new Stone(Stone.Kind.MEETING, this.words.say("home.stone.meeting.letter"), plan.purpose(), null, note,
				state, "/parcours/" + slug + "/rendez-vous", this.words.say("home.stone." + state));
	}

	private record Placed(int day, int round, Stone stone) {
	}

}
