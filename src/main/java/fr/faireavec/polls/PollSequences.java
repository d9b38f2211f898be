package fr.faireavec.polls;

import java.text.Collator;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.polls.PollSheet.AskedOn;
import fr.faireavec.sequences.BestSequence;
import fr.faireavec.sequences.Busy;
import fr.faireavec.sequences.Candidate;
import fr.faireavec.sequences.Day;
import fr.faireavec.sequences.Order;
import fr.faireavec.sequences.Outcome;
import fr.faireavec.sequences.Scored;
import fr.faireavec.sequences.SequenceProblem;
import fr.faireavec.sequences.Spacing;
import fr.faireavec.sequences.Voter;
import fr.faireavec.sessions.SessionRow;
import fr.faireavec.sessions.SessionRows;
import fr.faireavec.sessions.TimeSlot;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a poll to those who know sequences: its days among the others of the parcours,
 * those who stand for structures, and what else its facilitators do.
 */
@Component
@Transactional(readOnly = true)
public class PollSequences {

	private static final String BUSY = """
			SELECT f.person_id, s.starts_at, s.ends_at FROM parcours_facilitator f
			  JOIN parcours_facilitator o ON o.person_id = f.person_id AND o.parcours_id <> f.parcours_id
			  JOIN collective_session s ON s.parcours_id = o.parcours_id
			WHERE f.parcours_id = :parcours AND s.state IN ('RESERVED', 'SCHEDULED', 'HELD')
			  AND s.starts_at < :until AND s.ends_at > :from
			UNION ALL
			SELECT f.person_id, m.starts_at, m.ends_at FROM parcours_facilitator f
			  JOIN individual_meeting m ON m.facilitator_id = f.person_id
			WHERE f.parcours_id = :parcours AND m.state IN ('SCHEDULED', 'HELD') AND m.starts_at < :until AND m.ends_at > :from
			""";

	private static final String SPEAKING = """
			SELECT s.rank, b.starts_at, b.ends_at FROM guest_speaker g JOIN collective_session s ON s.id = g.session_id
			  JOIN guest_speaker o ON o.email = g.email AND o.session_id <> g.session_id
			  JOIN collective_session b ON b.id = o.session_id
			WHERE s.parcours_id = :parcours AND b.state IN ('RESERVED', 'SCHEDULED', 'HELD')
			  AND b.starts_at < :until AND b.ends_at > :from
			""";

	private final SessionRows sessions;

	private final JdbcClient jdbc;

	PollSequences(SessionRows sessions, JdbcClient jdbc) {
		this.sessions = sessions;
		this.jdbc = jdbc;
	}

	/** What is to be chosen from; nothing while no day is asked about. */
	public SequenceProblem problem(PollSheet poll) {
		Map<Integer, AskedOn> asked = poll.days().stream().collect(Collectors.toMap(AskedOn::rank, (day) -> day));
		List<Day> days = new ArrayList<>();
		for (SessionRow session : this.sessions.of(poll.parcoursId())) {
			AskedOn day = asked.get(session.rank());
			if (day != null && !session.state().isFirm()) {
				days.add(new Day(day.rank(), candidates(day), speakers(poll, day.rank()), false));
			}
			else {
				pinned(session).ifPresent(days::add);
			}
		}
		Set<UUID> facilitators = poll.askees()
			.stream()
			.filter((askee) -> askee.kind() == Askee.Kind.FACILITATOR)
			.map(Askee::id)
			.collect(Collectors.toSet());
		return new SequenceProblem(days, Spacing.ofWeeks(poll.terms().fewestWeeks(), poll.terms().mostWeeks()),
				List.copyOf(structures(poll).keySet()), voters(poll), facilitators, poll.answers(), busy(poll, days));
	}

	/**
	 * The structures to be represented, by enrolment, in the order of their names: one
	 * that leaves before the last day asked about is heard, and not waited for.
	 */
	public Map<UUID, String> structures(PollSheet poll) {
		Map<UUID, String> names = new LinkedHashMap<>();
		Collator alphabet = Collator.getInstance(Locale.FRENCH);
		poll.participants()
			.stream()
			.flatMap((askee) -> askee.stands().stream())
			.filter((stand) -> poll.days()
				.stream()
				.allMatch((day) -> day.options().stream().anyMatch((option) -> stand.holdsOn(option.day()))))
			.sorted(Comparator.comparing(Askee.Stand::structure, alphabet))
			.forEach((stand) -> names.put(stand.enrolmentId(), stand.structure()));
		return names;
	}

	public Outcome best(PollSheet poll) {
		return best(problem(poll));
	}

	/** The same of a problem at hand. */
	public Outcome best(SequenceProblem problem) {
		return BestSequence.solve(problem, Order.WORST_SERVED_FIRST);
	}

	/** The price of a choice, one option for each day asked about that is still open. */
	public Scored price(PollSheet poll, Map<Integer, UUID> chosen) {
		return price(problem(poll), chosen);
	}

	/** The same of a problem at hand. */
	public Scored price(SequenceProblem problem, Map<Integer, UUID> chosen) {
		List<Candidate> candidates = new ArrayList<>();
		for (Day day : problem.days()) {
			UUID wanted = chosen.get(day.rank());
			candidates.add(day.candidates()
				.stream()
				.filter((candidate) -> day.pinned() || candidate.id().equals(wanted))
				.findFirst()
				.orElseGet(() -> day.candidates().getFirst()));
		}
		return BestSequence.score(problem, candidates);
	}

	private static List<Candidate> candidates(AskedOn day) {
		return day.options().stream().map((option) -> {
			TimeSlot slot = day.slot(option);
			return new Candidate(option.id(), slot.start(), slot.end());
		}).toList();
	}

	private static Optional<Day> pinned(SessionRow session) {
		TimeSlot slot = session.state().keepsItsDate() ? session.slot() : null;
		return (slot == null) ? Optional.empty() : Optional.of(new Day(session.rank(),
				List.of(new Candidate(session.id(), slot.start(), slot.end())), Set.of(), true));
	}

	private static Set<UUID> speakers(PollSheet poll, int rank) {
		return poll.askees()
			.stream()
			.filter((askee) -> askee.speaksAt().contains(rank))
			.map(Askee::id)
			.collect(Collectors.toSet());
	}

	private static List<Voter> voters(PollSheet poll) {
		Set<Voter> voters = new HashSet<>();
		poll.participants()
			.forEach((askee) -> askee.stands()
				.forEach((stand) -> voters.add(new Voter(askee.id(), stand.enrolmentId()))));
		return List.copyOf(voters);
	}

	/**
	 * What the facilitators of a parcours do elsewhere, or with one structure, in that
	 * time.
	 */
	public List<Busy> busy(UUID parcoursId, LocalDateTime from, LocalDateTime until) {
		return this.jdbc.sql(BUSY)
			.param("parcours", parcoursId)
			.param("from", from)
			.param("until", until)
			.query((row, n) -> new Busy(row.getObject("person_id", UUID.class),
					row.getObject("starts_at", LocalDateTime.class), row.getObject("ends_at", LocalDateTime.class)))
			.list();
	}

	/**
	 * When those who speak at a day speak elsewhere in that time, by the rank of that
	 * day.
	 */
	public Map<Integer, List<TimeSlot>> speaking(UUID parcoursId, LocalDateTime from, LocalDateTime until) {
		Map<Integer, List<TimeSlot>> speaking = new HashMap<>();
		this.jdbc.sql(SPEAKING).param("parcours", parcoursId).param("from", from).param("until", until).query((row) -> {
			speaking.computeIfAbsent(row.getInt("rank"), (rank) -> new ArrayList<>())
				.add(new TimeSlot(row.getObject("starts_at", LocalDateTime.class),
						row.getObject("ends_at", LocalDateTime.class)));
		});
		return speaking;
	}

	private List<Busy> busy(PollSheet poll, List<Day> days) {
		List<Candidate> all = days.stream().flatMap((day) -> day.candidates().stream()).toList();
		LocalDateTime from = all.stream().map(Candidate::start).min(Comparator.naturalOrder()).orElseThrow();
		LocalDateTime until = all.stream().map(Candidate::end).max(Comparator.naturalOrder()).orElseThrow();
		return busy(poll.parcoursId(), from, until);
	}

}
