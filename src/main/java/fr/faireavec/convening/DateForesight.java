package fr.faireavec.convening;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.convening.DueLetters.DueLetter;
import fr.faireavec.convening.ToldDates.ToldDate;
import fr.faireavec.correspondence.ForeseenLetter;
import fr.faireavec.correspondence.Foresight;
import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Letter;

import org.springframework.stereotype.Component;

/** The letters about dates, before they are posted: one line for all those it is for. */
@Component
class DateForesight implements Foresight {

	private final DueLetters due;

	private final Telling telling;

	private final MinutesTelling minutes;

	private final DateWriting writing;

	private final LetterPlanning planning;

	private final Clock clock;

	DateForesight(DueLetters due, Telling telling, MinutesTelling minutes, DateWriting writing, LetterPlanning planning,
			Clock clock) {
		this.due = due;
		this.telling = telling;
		this.minutes = minutes;
		this.writing = writing;
		this.planning = planning;
		this.clock = clock;
	}

	@Override
	public boolean knows(Occurrence occurrence) {
		return occurrence != Occurrence.NUDGE;
	}

	@Override
	public List<ForeseenLetter> foresee(Collection<UUID> parcoursIds) {
		Map<Line, List<DueLetter>> lines = this.due.of(parcoursIds)
			.stream()
			.collect(Collectors.groupingBy(Line::of, LinkedHashMap::new, Collectors.toList()));
		Map<UUID, CalendarRow> rows = lines.isEmpty() ? Map.of()
				: this.writing.rows(lines.keySet().stream().map(Line::entryId).distinct().toList());
		List<ForeseenLetter> foreseen = new ArrayList<>(this.minutes.foresee(parcoursIds));
		lines.forEach((line, letters) -> {
			DueLetter first = letters.getFirst();
			CalendarRow row = rows.get(line.entryId());
			if (row != null) {
				foreseen.add(new ForeseenLetter(first.parcoursId(), line.occurrence(), line.entryId(),
						this.writing.shortTitle(row),
						letters.stream().map(DueLetter::dueAt).min(LocalDateTime::compareTo).orElseThrow(),
						letters.stream().map(DueLetter::person).toList(), first.paused()));
			}
		});
		return foreseen;
	}

	@Override
	public Letter preview(ForeseenLetter letter) {
		if (letter.occurrence() == Occurrence.MINUTES) {
			return this.writing.minutes(letter.subjectId(), note(letter));
		}
		DueLetter one = this.due.of(List.of(letter.parcoursId()))
			.stream()
			.filter((due) -> due.entryId().equals(letter.subjectId()) && due.occurrence() == letter.occurrence())
			.findFirst()
			.orElseThrow(NotFound::new);
		if (one.isReminder()) {
			return this.writing.reminder(letter.subjectId(), letter.dueAt().toLocalDate(), note(letter), false,
					this.writing::onItsPage);
		}
		return this.writing.news(List.of(new ToldDate(one.entryId(), one.occurrence(), one.untold() ? null : one.told(),
				true, this.clock.instant(), false)), true, this.writing::onItsPage);
	}

	@Override
	public void postDue() {
		this.telling.tellDue();
		this.minutes.tellDue();
	}

	private String note(ForeseenLetter letter) {
		return this.planning.note(letter.subjectId(), letter.occurrence(), this.clock.instant());
	}

	/** Letters that say the same to several people. */
	private record Line(UUID entryId, Occurrence occurrence) {

		static Line of(DueLetter letter) {
			return new Line(letter.entryId(), letter.occurrence());
		}

	}

}
