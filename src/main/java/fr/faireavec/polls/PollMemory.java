package fr.faireavec.polls;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was said of a date stays said when it is asked about again. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PollMemory {

	/** The last word of each, of the same date of the same session. */
	private static final String KNOWN = """
			SELECT DISTINCT ON (n.id, coalesce(r.person_id, r.speaker_id))
			       n.id AS option_id, r.person_id, r.speaker_id, r.said_by, r.said_at, a.said
			FROM poll_option n JOIN poll_day nd ON nd.id = n.day_id
			  JOIN poll_day d ON d.session_id = nd.session_id AND d.poll_id <> nd.poll_id
			  JOIN poll_option o ON o.day_id = d.id AND o.held_on = n.held_on AND o.withdrawn_at IS NULL
			  JOIN poll_answer a ON a.option_id = o.id JOIN poll_reply r ON r.id = a.reply_id
			WHERE nd.poll_id = :poll AND r.said_at IS NOT NULL
			ORDER BY n.id, coalesce(r.person_id, r.speaker_id), r.said_at DESC
			""";

	private final JdbcClient jdbc;

	PollMemory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void carryOver(UUID pollId) {
		this.jdbc
			.sql("""
					WITH known AS (%s), replied AS (
					  INSERT INTO poll_reply (id, version, poll_id, person_id, speaker_id, comment, said_by, said_at)
					  SELECT DISTINCT ON (person_id, speaker_id) gen_random_uuid(), 0, CAST(:poll AS uuid), person_id, speaker_id,
					         '', said_by, said_at
					  FROM known ORDER BY person_id, speaker_id, said_at DESC
					  RETURNING id, person_id, speaker_id)
					INSERT INTO poll_answer (reply_id, option_id, said)
					SELECT r.id, k.option_id, k.said FROM known k
					  JOIN replied r ON (r.person_id, r.speaker_id) IS NOT DISTINCT FROM (k.person_id, k.speaker_id)
					"""
				.formatted(KNOWN))
			.param("poll", pollId)
			.update();
	}

}
