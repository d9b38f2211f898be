package fr.faireavec.home.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import fr.faireavec.home.CohortRows.CohortRow;
import fr.faireavec.home.Overview;
import fr.faireavec.home.Unfinished;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursStatus;
import fr.faireavec.polls.PollReading;
import fr.faireavec.sessions.MeetingRow;
import fr.faireavec.sessions.SessionRow;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What awaits the animation in a parcours, the most pressing first. */
@Component
class Todos {

	private static final int NAMES_SHOWN = 3;

	private final PollReading polls;

	private final Words words;

	Todos(PollReading polls, Words words) {
		this.polls = polls;
		this.words = words;
	}

	List<Todo> of(Parcours parcours, Overview overview) {
		String base = "/parcours/" + parcours.getSlug();
		List<Todo> todos = new ArrayList<>();
		if (parcours.getStatus() == ParcoursStatus.DRAFT) {
			todos.add(new Todo(null, this.words.say("home.todo.start"), null, base + "/demarrage",
					this.words.say("home.todo.start.button"), true,
					new Todo.Act(this.words.say("parcours.start.text"), parcours.getVersion())));
		}
		for (SessionRow session : overview.toMarkHeld()) {
			todos.add(Todo.leading(null, this.words.say("home.todo.markHeld", session.rank()), session.title(),
					register(base, session.rank(), overview.firstOpenHalf(session.rank())),
					this.words.say("home.todo.markHeld.button"), todos.isEmpty()));
		}
		overview.halvesToClose()
			.stream()
			.findFirst()
			.ifPresent((day) -> add(todos, overview.halvesToClose().stream().mapToInt(Unfinished.Day::openHalves).sum(),
					"halfOpen", ranks(overview.halvesToClose()),
					register(base, day.rank(), overview.firstOpenHalf(day.rank()))));
		add(todos, overview.meetingsToMarkHeld(), "meetingsToMarkHeld", base + "/rendez-vous");
		List<CohortRow> active = overview.cohort().stream().filter((row) -> !row.withdrawn()).toList();
		if (active.size() < parcours.getCapacityMin() && parcours.getStatus().isOpenToWork()) {
			add(todos, active.size(), active.isEmpty() ? "noStructure" : "fewStructures",
					this.words.say("home.todo.fewStructures.detail", parcours.getCapacityMin()), base + "/structures");
		}
		addStructures(todos, active.stream().filter((row) -> row.pilot() == null).toList(), "noPilot",
				base + "/structures");
		int uninvited = active.stream().mapToInt(CohortRow::uninvited).sum();
		if (uninvited > 0) {
			add(todos, uninvited, "uninvited", null, base + "/structures");
		}
		if (this.polls.isToDecide(parcours.getId())) {
			add(todos, 1, "poll", null, base + "/planification");
		}
		Optional<SessionRow> toPlan = parcours.getStatus().isOpenToWork() ? overview.toPlan().stream().findFirst()
				: Optional.empty();
		toPlan.ifPresent((session) -> add(todos, overview.toPlan().size(), "toPlan", session.title(),
				base + ((overview.toPlan().size() > 1) ? "/planification" : "/seances/" + session.rank())));
		overview.toMakeFirm()
			.stream()
			.findFirst()
			.ifPresent((session) -> add(todos, overview.toMakeFirm().size(), "toMakeFirm", session.title(),
					base + "/seances/" + session.rank()));
		add(todos, overview.meetingsToFix(), "meetingsToFix", base + "/rendez-vous");
		addStructures(todos, active.stream().filter((row) -> row.awaiting() > 0).toList(), "awaiting",
				base + "/journal");
		boolean under = overview.sessions()
			.stream()
			.anyMatch((session) -> session.rank() >= 2 && session.slot() != null
					&& session.slot().end().isBefore(overview.now()));
		if (under) {
			addStructures(todos, active.stream().filter((row) -> row.actions() == 0).toList(), "noAction",
					base + "/journal");
		}
		List<CohortRow> unsigned = active.stream().filter((row) -> row.unsigned() > 0).toList();
		if (!unsigned.isEmpty()) {
			add(todos, unsigned.size(), "unsigned", names(unsigned.stream().map(CohortRow::structure).toList()),
					base + "/structures/signatures");
		}
		overview.mute()
			.stream()
			.findFirst()
			.ifPresent((day) -> add(todos, overview.mute().size(), "mute", ranks(overview.mute()),
					base + "/seances/" + day.rank() + "/compte-rendu"));
		return todos;
	}

	/** The sheet of a day, on the half-day that is still open. */
	private static String register(String base, int rank, Optional<Integer> half) {
		String sheet = base + "/seances/" + rank + "/emargement";
		return half.map((ordinal) -> sheet + "?demi-journee=" + ordinal).orElse(sheet);
	}

	private String ranks(List<Unfinished.Day> days) {
		return names(days.stream().map((day) -> this.words.say("home.todo.day", day.rank())).toList());
	}

	private void addStructures(List<Todo> todos, List<CohortRow> rows, String kind, String href) {
		if (!rows.isEmpty()) {
			String target = (rows.size() == 1 && href.endsWith("/structures"))
					? href + "/" + rows.getFirst().enrolmentId() : href;
			add(todos, rows.size(), kind, names(rows.stream().map(CohortRow::structure).toList()), target);
		}
	}

	private void add(List<Todo> todos, List<MeetingRow> meetings, String kind, String href) {
		if (!meetings.isEmpty()) {
			String target = (meetings.size() == 1) ? href + "/" + meetings.getFirst().id() : href;
			add(todos, meetings.size(), kind, names(meetings.stream().map(MeetingRow::structure).distinct().toList()),
					target);
		}
	}

	private void add(List<Todo> todos, long count, String kind, @Nullable String detail, String href) {
		todos.add(Todo.leading(Long.valueOf(count), this.words.count(count, "home.todo." + kind), detail, href,
				this.words.say("home.todo." + kind + ".button"), todos.isEmpty()));
	}

	private String names(List<String> names) {
		String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
		int more = names.size() - NAMES_SHOWN;
		return (more > 0) ? this.words.say("home.todo.more", shown, more) : shown;
	}

}
