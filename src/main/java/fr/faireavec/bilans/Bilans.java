package fr.faireavec.bilans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.announcements.Announcement;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.PersonalDataHolder.Change;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every published bilan. Added to, never changed, but for names taken out. */
@Component
public class Bilans {

	private static final String BILAN = """
			SELECT id, parcours_id, sha256, figures::text AS document,
			  ARRAY(SELECT r.redacted_at FROM bilan_redaction r WHERE r.bilan_id = bilan.id ORDER BY r.redacted_at, r.id)
			    AS redacted,
			  ARRAY(SELECT r.former_sha256 FROM bilan_redaction r WHERE r.bilan_id = bilan.id ORDER BY r.redacted_at, r.id)
			    AS former
			FROM bilan
			""";

	private final JdbcClient jdbc;

	Bilans(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last version published. */
	public Optional<Bilan> latest(UUID parcoursId) {
		return this.jdbc.sql(BILAN + "WHERE parcours_id = :parcours ORDER BY number DESC LIMIT 1")
			.param("parcours", parcoursId)
			.query(Bilans::bilan)
			.optional();
	}

	/** One version. */
	public Optional<Bilan> numbered(UUID parcoursId, int number) {
		return this.jdbc.sql(BILAN + "WHERE parcours_id = :parcours AND number = :number")
			.param("parcours", parcoursId)
			.param("number", number)
			.query(Bilans::bilan)
			.optional();
	}

	Optional<Bilan> of(UUID id) {
		return this.jdbc.sql(BILAN + "WHERE id = :id").param("id", id).query(Bilans::bilan).optional();
	}

	/** The versions of some parcours, the latest first. */
	public List<BilanVersion> versions(Collection<UUID> parcoursIds) {
		return this.jdbc.sql("""
				SELECT parcours_id, number, kind, period_from, period_to, published_at FROM bilan
				WHERE parcours_id = ANY (:parcours) ORDER BY parcours_id, number DESC
				""")
			.param("parcours", parcoursIds.toArray(UUID[]::new))
			.query((row, n) -> new BilanVersion(row.getObject("parcours_id", UUID.class), row.getInt("number"),
					BilanKind.valueOf(row.getString("kind")), row.getObject("period_from", LocalDate.class),
					row.getObject("period_to", LocalDate.class), row.getTimestamp("published_at").toInstant()))
			.list();
	}

	/** One publication at a time, over the installation; before anything is read. */
	void waitForTurn() {
		this.jdbc.sql("LOCK TABLE bilan IN SHARE ROW EXCLUSIVE MODE").update();
	}

	/**
	 * What was published of a parcours, the latest first, and what is announced: in one
	 * statement, for the page that prepares the next.
	 */
	public Preparation preparation(UUID parcoursId) {
		List<BilanVersion> versions = new ArrayList<>();
		List<Announcement> announced = new ArrayList<>();
		this.jdbc.sql("""
				SELECT NULL::uuid AS id, number, kind, period_from, period_to, published_at AS happened_at FROM bilan
				WHERE parcours_id = :parcours
				UNION ALL
				SELECT id, 0, NULL, period_from, period_to, announced_at FROM bilan_announcement
				WHERE parcours_id = :parcours AND ended_at IS NULL ORDER BY number DESC
				""").param("parcours", parcoursId).query((row) -> {
			LocalDate from = row.getObject("period_from", LocalDate.class);
			LocalDate to = row.getObject("period_to", LocalDate.class);
			Instant at = row.getTimestamp("happened_at").toInstant();
			UUID id = row.getObject("id", UUID.class);
			if (id != null) {
				announced.add(new Announcement(id, parcoursId, from, to, at));
			}
			else {
				versions.add(new BilanVersion(parcoursId, row.getInt("number"),
						BilanKind.valueOf(row.getString("kind")), from, to, at));
			}
		});
		return new Preparation(versions, announced.stream().findFirst());
	}

	/** What was published so far, and what is announced. */
	public record Preparation(List<BilanVersion> versions, Optional<Announcement> announced) {

		public Preparation {
			versions = List.copyOf(versions);
		}

	}

	/** Why a version was published so soon; for the animation. */
	public Optional<String> haste(UUID id) {
		return this.jdbc.sql("SELECT reason FROM bilan_haste WHERE id = :id")
			.param("id", id)
			.query(String.class)
			.optional();
	}

	void hasten(UUID id, String reason) {
		this.jdbc.sql("INSERT INTO bilan_haste (id, version, reason) VALUES (:id, 0, :reason)")
			.param("id", id)
			.param("reason", reason)
			.update();
	}

	int nextNumber(UUID parcoursId) {
		return this.jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM bilan WHERE parcours_id = :parcours")
			.param("parcours", parcoursId)
			.query(Integer.class)
			.single();
	}

	Bilan add(UUID id, UUID parcoursId, UUID publishedBy, BilanDocument document) {
		String canonical = CanonicalJson.write(document);
		String sha256 = CanonicalJson.sha256(canonical);
		this.jdbc
			.sql("""
					INSERT INTO bilan (id, version, parcours_id, number, kind, period_from, period_to, narrative, published_at,
					  published_by, format, formula, figures, sha256)
					VALUES (:id, 0, :parcours, :number, :kind, :from, :to, :narrative, :at, :by, :format, :formula,
					  CAST(:document AS jsonb), :sha256)
					""")
			.param("id", id)
			.param("parcours", parcoursId)
			.param("number", document.number())
			.param("kind", document.kind().name())
			.param("from", document.figures().from())
			.param("to", document.figures().to())
			.param("narrative", document.narrative())
			.param("at", Timestamp.from(document.publishedAt()))
			.param("by", publishedBy)
			.param("format", document.format())
			.param("formula", document.formula())
			.param("document", canonical)
			.param("sha256", sha256)
			.update();
		return new Bilan(id, parcoursId, document, sha256, true, List.of());
	}

	/**
	 * Makes a version anew with other words at some places; the former ones are gone, and
	 * the hash they had is kept.
	 * @return whether every one of these words was still there
	 */
	boolean reword(UUID id, Map<String, Change> parts, Instant at) {
		String before = this.jdbc.sql("SELECT figures::text FROM bilan WHERE id = :id FOR UPDATE")
			.param("id", id)
			.query(String.class)
			.single();
		Map<String, String> put = new LinkedHashMap<>();
		Map<String, String> stood = new LinkedHashMap<>();
		parts.forEach((part, change) -> {
			put.put(part, change.after());
			stood.put(part, change.before());
		});
		if (!CanonicalJson.with(before, stood).equals(CanonicalJson.canonical(before))) {
			return false;
		}
		String document = CanonicalJson.with(before, put);
		this.jdbc.sql("SELECT redact_bilan(:id, :redaction, :at, CAST(:document AS jsonb), :sha256)")
			.param("id", id)
			.param("redaction", Ids.next())
			.param("at", Timestamp.from(at))
			.param("document", document)
			.param("sha256", CanonicalJson.sha256(document))
			.query((row, n) -> true)
			.single();
		return true;
	}

	private static Bilan bilan(ResultSet row, int n) throws SQLException {
		String canonical = CanonicalJson.canonical(row.getString("document"));
		String sha256 = row.getString("sha256");
		Timestamp[] redacted = (Timestamp[]) row.getArray("redacted").getArray();
		String[] former = (String[]) row.getArray("former").getArray();
		List<Bilan.Redaction> redactions = new ArrayList<>();
		for (int i = 0; i < redacted.length; i++) {
			redactions.add(new Bilan.Redaction(redacted[i].toInstant(), former[i].strip()));
		}
		return new Bilan(row.getObject("id", UUID.class), row.getObject("parcours_id", UUID.class),
				CanonicalJson.read(canonical, BilanDocument.class), sha256,
				CanonicalJson.sha256(canonical).equals(sha256), redactions);
	}

}
