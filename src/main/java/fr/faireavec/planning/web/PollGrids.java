package fr.faireavec.planning.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.polls.Askee;
import fr.faireavec.polls.PollSheet;
import fr.faireavec.sequences.Candidate;
import fr.faireavec.sequences.Say;
import fr.faireavec.sequences.Scored;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lays out what was answered: structures × dates, and person by person. */
@Component
class PollGrids {

	private final MessageSource messages;

	PollGrids(MessageSource messages) {
		this.messages = messages;
	}

	PollGrid grid(PollSheet poll, @Nullable Scored shown, Map<UUID, String> structures) {
		Set<UUID> chosen = (shown == null) ? Set.of()
				: shown.chosen().stream().map(Candidate::id).collect(Collectors.toSet());
		List<PollGrid.Day> days = poll.days()
			.stream()
			.map((day) -> new PollGrid.Day(day.rank(), day.title(),
					day.options().stream().map((option) -> column(poll, day, option, chosen, structures)).toList()))
			.toList();
		List<PollGrid.Row> rows = new ArrayList<>();
		structures.forEach((enrolment, name) -> {
			List<PollGrid.Cell> cells = new ArrayList<>();
			for (PollSheet.AskedOn day : poll.days()) {
				day.options()
					.forEach((option) -> cells.add(cell(poll, option, enrolment, chosen.contains(option.id()))));
			}
			rows.add(new PollGrid.Row(name, cells));
		});
		return new PollGrid(days, rows);
	}

	List<PersonLine> people(PollSheet poll, String href) {
		return poll.askees().stream().map((askee) -> {
			PollSheet.Said said = poll.said().get(askee.id());
			boolean answered = poll.hasAnswered(askee);
			String state = !answered ? "silent" : poll.isAwaited(askee) ? "partial" : "answered";
			return new PersonLine(askee, "planning.person." + state,
					!answered ? "tag coral" : poll.isAwaited(askee) ? "tag sun" : "tag brand",
					(said != null) ? said.by() : null, (said != null) ? said.comment() : "",
					(said != null) ? said.askedOn() : null, href + "/reponses/" + askee.id());
		}).toList();
	}

	private PollGrid.Column column(PollSheet poll, PollSheet.AskedOn day, PollSheet.Dated option, Set<UUID> chosen,
			Map<UUID, String> structures) {
		Set<UUID> represented = new HashSet<>();
		List<String> ifNeeded = new ArrayList<>();
		List<String> obstacles = new ArrayList<>();
		for (Askee askee : poll.askees()) {
			Say say = poll.say(askee, option);
			if (askee.kind() == Askee.Kind.PARTICIPANT && say != null && say != Say.NO) {
				askee.stands().forEach((stand) -> represented.add(stand.enrolmentId()));
			}
			if (say == Say.IF_NEEDED) {
				ifNeeded.add(askee.name());
			}
			if (askee.kind() != Askee.Kind.PARTICIPANT && say == Say.NO && askee.isAskedAbout(day.rank())) {
				obstacles.add(askee.name());
			}
		}
		String missing = structures.entrySet()
			.stream()
			.filter((one) -> !represented.contains(one.getKey()))
			.map(Map.Entry::getValue)
			.collect(Collectors.joining(", "));
		return new PollGrid.Column(option.id(), option.day(), chosen.contains(option.id()), represented.size(),
				structures.size(), missing, String.join(", ", ifNeeded), String.join(", ", obstacles));
	}

	/** The best of what its people say: one is enough. */
	private PollGrid.Cell cell(PollSheet poll, PollSheet.Dated option, UUID enrolment, boolean chosen) {
		List<String> words = new ArrayList<>();
		Say best = null;
		boolean silent = false;
		for (Askee askee : poll.participants()) {
			if (askee.stands().stream().noneMatch((stand) -> stand.enrolmentId().equals(enrolment))) {
				continue;
			}
			Say say = poll.say(askee, option);
			words.add(askee.name() + " : " + say(say));
			silent |= say == null;
			if (say != null && (best == null || say.compareTo(best) < 0)) {
				best = say;
			}
		}
		boolean unsure = best == null || (best == Say.NO && silent);
		String style = unsure ? "todo" : switch (best) {
			case YES -> "present";
			case IF_NEEDED -> "excused";
			case NO -> "absent";
		};
		return new PollGrid.Cell(style,
				unsure ? "?" : this.messages.getMessage("polls.mark." + best, null, Locale.FRENCH),
				String.join(", ", words), chosen);
	}

	private String say(@Nullable Say say) {
		return this.messages.getMessage((say != null) ? "polls.say." + say : "polls.unsaid", null, Locale.FRENCH);
	}

}
