package fr.faireavec.syntheses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Ids;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The public pages that are open, and what structures let them show. */
@Component
public class PublicSyntheses {

	private static final String OPEN = """
			SELECT s.id, s.parcours_id, b.number, s.opened_at FROM public_synthesis s JOIN bilan b ON b.id = s.bilan_id
			WHERE s.closed_at IS NULL AND
			""";

	private final JdbcClient jdbc;

	PublicSyntheses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The one of a parcours, while it is open. */
	public Optional<PublicSynthesis> openOf(UUID parcoursId) {
		return this.jdbc.sql(OPEN + "s.parcours_id = :parcours")
			.param("parcours", parcoursId)
			.query(PublicSyntheses::synthesis)
			.optional();
	}

	Optional<PublicSynthesis> open(UUID id) {
		return this.jdbc.sql(OPEN + "s.id = :id").param("id", id).query(PublicSyntheses::synthesis).optional();
	}

	/** What the structures of a parcours let it show today, the first said first. */
	public List<Allowed> allowed(UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT g.enrolment_id, g.action_id FROM public_agreement g
				WHERE g.parcours_id = :parcours AND g.withdrawn_at IS NULL ORDER BY g.agreed_at, g.id""")
			.param("parcours", parcoursId)
			.query((row, n) -> new Allowed(row.getObject("enrolment_id", UUID.class),
					row.getObject("action_id", UUID.class)))
			.list();
	}

	/** Everybody who opens, closes or allows anything does it in turn. */
	void waitForTurn() {
		this.jdbc.sql("LOCK TABLE public_synthesis IN SHARE ROW EXCLUSIVE MODE").update();
	}

	void add(UUID id, UUID parcoursId, UUID bilanId, Instant at) {
		this.jdbc.sql("""
				INSERT INTO public_synthesis (id, parcours_id, bilan_id, opened_at)
				VALUES (:id, :parcours, :bilan, :at)""")
			.param("id", id)
			.param("parcours", parcoursId)
			.param("bilan", bilanId)
			.param("at", Timestamp.from(at))
			.update();
	}

	void show(UUID id, UUID bilanId) {
		this.jdbc.sql("UPDATE public_synthesis SET bilan_id = :bilan WHERE id = :id")
			.param("bilan", bilanId)
			.param("id", id)
			.update();
	}

	void close(UUID id, Instant at) {
		this.jdbc.sql("UPDATE public_synthesis SET closed_at = :at WHERE id = :id")
			.param("at", Timestamp.from(at))
			.param("id", id)
			.update();
	}

	/** Whether it was not allowed yet. */
	boolean allow(UUID parcoursId, UUID enrolmentId, @Nullable UUID actionId, Instant at) {
		return this.jdbc.sql("""
				INSERT INTO public_agreement (id, parcours_id, enrolment_id, action_id, agreed_at)
				VALUES (:id, :parcours, :enrolment, CAST(:action AS uuid), :at) ON CONFLICT DO NOTHING""")
			.param("id", Ids.next())
			.param("parcours", parcoursId)
			.param("enrolment", enrolmentId)
			.param("action", text(actionId))
			.param("at", Timestamp.from(at))
			.update() == 1;
	}

	/** Whether it was allowed. */
	boolean withdraw(UUID parcoursId, UUID enrolmentId, @Nullable UUID actionId, Instant at) {
		return this.jdbc
			.sql("""
					UPDATE public_agreement SET withdrawn_at = :at WHERE parcours_id = :parcours AND enrolment_id = :enrolment
					  AND action_id IS NOT DISTINCT FROM CAST(:action AS uuid) AND withdrawn_at IS NULL""")
			.param("parcours", parcoursId)
			.param("enrolment", enrolmentId)
			.param("action", text(actionId))
			.param("at", Timestamp.from(at))
			.update() == 1;
	}

	private static @Nullable String text(@Nullable UUID id) {
		return (id != null) ? id.toString() : null;
	}

	private static PublicSynthesis synthesis(ResultSet row, int n) throws SQLException {
		return new PublicSynthesis(row.getObject("id", UUID.class), row.getObject("parcours_id", UUID.class),
				row.getInt("number"), row.getTimestamp("opened_at").toInstant());
	}

}
