package fr.faireavec.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.cohorts.LevelsReached;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says at which levels a structure tries things. */
@Component
@Transactional(readOnly = true)
class ActionLevels implements LevelsReached {

	private final JdbcClient jdbc;

	ActionLevels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<UUID, Tried> of(UUID enrolmentId) {
		Map<UUID, Tried> tried = new HashMap<>();
		this.jdbc
			.sql("""
					SELECT level_id, count(*) FILTER (WHERE state = 'DONE') AS done,
					  count(*) FILTER (WHERE state = 'ONGOING') AS under_way
					FROM logged_action WHERE enrolment_id = :enrolment AND level_id IS NOT NULL AND state IN ('DONE', 'ONGOING')
					GROUP BY level_id""")
			.param("enrolment", enrolmentId)
			.query((row) -> {
				tried.put(row.getObject("level_id", UUID.class),
						new Tried(row.getInt("done"), row.getInt("under_way")));
			});
		return tried;
	}

}
