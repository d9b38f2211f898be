package fr.faireavec.exchanges;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.journal.ActionTelling;
import fr.faireavec.journal.StoryLine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In the story of an action: the days on which it was talked about. */
@Component
@Transactional(readOnly = true)
class CommentStory implements ActionTelling {

	private final JdbcClient jdbc;

	CommentStory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<StoryLine> of(UUID actionId) {
		return this.jdbc.sql("""
				SELECT CAST(written_at AT TIME ZONE 'Europe/Paris' AS date) AS day, count(*) AS said
				FROM action_comment WHERE action_id = :action GROUP BY day ORDER BY day""")
			.param("action", actionId)
			.query((row, n) -> line(row.getObject("day", LocalDate.class), row.getInt("said")))
			.list();
	}

	private static StoryLine line(LocalDate day, int said) {
		return new StoryLine(day, (said == 1) ? "COMMENTED" : "TALKED_ABOUT", null, false);
	}

}
