package fr.faireavec.home.web;

import java.util.List;
import java.util.UUID;

import fr.faireavec.attendance.AttendanceGrid;
import fr.faireavec.home.CohortRows.CohortRow;
import fr.faireavec.home.Overview;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.SessionRow;
import fr.faireavec.sessions.SessionState;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Structures × sessions, as the animation reads it at a glance. */
@Component
class GridView {

	private final Words words;

	GridView(Words words) {
		this.words = words;
	}

	List<Row> rows(Overview overview) {
		return overview.cohort().stream().map((row) -> row(row, overview)).toList();
	}

	private Row row(CohortRow row, Overview overview) {
		List<Cell> cells = overview.sessions().stream().map((session) -> cell(row, session, overview)).toList();
		long held = overview.meetings()
			.stream()
			.filter((meeting) -> meeting.enrolmentId().equals(row.enrolmentId()) && !meeting.extra()
					&& meeting.state() == MeetingState.HELD)
			.count();
		long planned = overview.meetings()
			.stream()
			.filter((meeting) -> meeting.enrolmentId().equals(row.enrolmentId()) && !meeting.extra())
			.count();
		return new Row(row.enrolmentId(), row.structure(), row.people(), row.withdrawn(), cells,
				this.words.say("home.grid.meetings", held, planned), row.actions(), row.aims());
	}

	private Cell cell(CohortRow row, SessionRow session, Overview overview) {
		if (session.state() == SessionState.CANCELLED) {
			return new Cell("off", this.words.say("home.grid.off"), this.words.say("home.grid.cancelled"));
		}
		if (session.slot() != null && !row.isActiveOn(session.slot().start().toLocalDate())) {
			return new Cell("off", this.words.say("home.grid.off"), this.words.say("home.grid.notActive"));
		}
		AttendanceGrid.Cell cell = overview.attendance().at(row.enrolmentId(), session.rank()).orElse(null);
		if (cell == null) {
			return new Cell("todo", this.words.say("home.grid.todo"), this.words.say("home.grid.nothing"));
		}
		if (cell.present() > 0) {
			return new Cell("present", String.valueOf(cell.present()),
					this.words.count(cell.present(), "home.grid.present"));
		}
		if (cell.represented()) {
			return new Cell("present", this.words.say("home.grid.represented.short"),
					this.words.say("home.grid.represented"));
		}
		return (cell.excused() > 0)
				? new Cell("excused", this.words.say("home.grid.excused.short"), this.words.say("home.grid.excused"))
				: new Cell("absent", this.words.say("home.grid.absent.short"), this.words.say("home.grid.absent"));
	}

	/** One structure. */
	public record Row(UUID enrolmentId, String structure, String people, boolean withdrawn, List<Cell> cells,
			String meetings, int actions, @Nullable String aims) {
	}

	/** One structure on one day: its style, what is drawn, what is read aloud. */
	public record Cell(String style, String text, String spoken) {
	}

}
