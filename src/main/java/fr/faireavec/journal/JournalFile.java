package fr.faireavec.journal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.SpreadsheetFile;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journal as a table: what the animation reads of a parcours, what a pilot reads of
 * her structures. Sent back as it is, it changes nothing.
 */
@Component
@Transactional(readOnly = true)
public class JournalFile {

	private final LoggedActions actions;

	private final Enrolments enrolments;

	private final JournalWords words;

	JournalFile(LoggedActions actions, Enrolments enrolments, JournalWords words) {
		this.actions = actions;
		this.enrolments = enrolments;
		this.words = words;
	}

	/** Every action this seat reads whole. */
	public SpreadsheetFile of(Seat seat) {
		// No banner in the demo: it would come back as an action.
		SpreadsheetFile file = new SpreadsheetFile("", this.words.headings().toArray(String[]::new));
		for (LoggedAction action : this.actions.whole(seat.parcours().getId(), open(seat))) {
			Map<JournalColumn, String> row = this.words.row(action);
			file.row(row.values().toArray(String[]::new));
		}
		return file;
	}

	/** The participations whose journal this seat reads whole. */
	List<UUID> open(Seat seat) {
		return switch (seat) {
			case Seat.Running running -> this.enrolments.ofParcours(running.parcours().getId())
				.stream()
				.map((enrolment) -> enrolment.getId())
				.toList();
			case Seat.Piloting own -> own.enrolmentIds();
			case Seat.Funding funding -> List.of();
		};
	}

}
