package fr.faireavec.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what shows that an action took place. What others than its structure and the
 * animation see is asked anew each time: nobody can be recognised, or everybody who can
 * agreed to it, and that counts today.
 */
@Component
@Transactional(readOnly = true)
public class Evidence {

	/**
	 * Whether p may be seen: all who were asked agree to this, or there is nobody to ask.
	 */
	private static final String AGREED = """
			coalesce((SELECT bool_and(coalesce(c.answer = 'GIVEN', false) AND c.until >= :today AND %s)
			  FROM evidence_authorisation c WHERE c.piece_id = p.id), NOT p.recognisable)""";

	/** Whether the cohort may see p. */
	static final String OPEN = AGREED.formatted("c.for_cohort");

	private static final String CREDIT = """
			coalesce((SELECT string_agg(DISTINCT c.credit, ', ') FROM evidence_authorisation c
			  WHERE c.piece_id = p.id AND c.credit <> ''), '')""";

	private static final String PIECES = """
			SELECT p.id, p.version, p.kind, p.label, p.address, p.recognisable, %s AS open,
			  (SELECT count(*) FROM evidence_authorisation c WHERE c.piece_id = p.id) AS asked,
			  %s AS credit
			FROM evidence_piece p WHERE p.action_id = :action
			""".formatted(OPEN, CREDIT);

	private static final String PUBLIC_PHOTOS = """
			SELECT p.id, p.action_id, p.label, %s AS credit FROM evidence_piece p
			WHERE p.kind = 'PHOTO' AND p.action_id = ANY (:actions) AND %s ORDER BY p.action_id, p.place
			""".formatted(CREDIT, AGREED.formatted("c.for_public AND c.on_site"));

	private final JdbcClient jdbc;

	private final Authorisations authorisations;

	Evidence(JdbcClient jdbc, Authorisations authorisations) {
		this.jdbc = jdbc;
		this.authorisations = authorisations;
	}

	/** All of an action, for its structure and the animation. */
	public List<Piece> of(UUID actionId, LocalDate today) {
		return this.jdbc.sql(PIECES + "ORDER BY p.place")
			.param("action", actionId)
			.param("today", today)
			.query(Evidence::piece)
			.list();
	}

	/** What the cohort may see of an action that is shared with it. */
	public List<Piece> shared(UUID actionId, LocalDate today) {
		return of(actionId, today).stream().filter(Piece::open).toList();
	}

	/** The photos of some actions that anybody may see on a site. */
	public List<PublicPhoto> publicPhotos(Collection<UUID> actionIds, LocalDate today) {
		return this.jdbc.sql(PUBLIC_PHOTOS)
			.param("actions", actionIds.toArray(UUID[]::new))
			.param("today", today)
			.query((row, n) -> new PublicPhoto(row.getObject("id", UUID.class), row.getObject("action_id", UUID.class),
					row.getString("label"), row.getString("credit")))
			.list();
	}

	/** Who was asked about a piece, and what they said. */
	public List<Consent> consents(UUID pieceId, LocalDate today) {
		return this.authorisations.about(pieceId)
			.stream()
			.map((one) -> new Consent(one.getId(), one.getTerms(), one.getAnswer(), one.getAnsweredAt(),
					one.getAnsweredBy(), one.getPaper() != null, one.getUntil().isBefore(today)))
			.toList();
	}

	/** A photo or a document, whole. */
	public Optional<EvidenceFile> file(UUID actionId, UUID pieceId) {
		return content(actionId, pieceId, "file");
	}

	/** A photo, small. */
	public Optional<EvidenceFile> thumbnail(UUID actionId, UUID pieceId) {
		return content(actionId, pieceId, "thumbnail");
	}

	private Optional<EvidenceFile> content(UUID actionId, UUID pieceId, String column) {
		return this.jdbc.sql("""
				SELECT p.kind, f.content FROM evidence_piece p JOIN stored_file f ON f.sha256 = p.%s
				WHERE p.action_id = :action AND p.id = :id""".formatted(column))
			.param("action", actionId)
			.param("id", pieceId)
			.query((row, n) -> new EvidenceFile(PieceKind.valueOf(row.getString("kind")), row.getBytes("content")))
			.optional();
	}

	/** The picture of a form that was signed. */
	public Optional<byte[]> paper(UUID actionId, UUID pieceId, UUID authorisationId) {
		return this.jdbc.sql("""
				SELECT f.content FROM evidence_authorisation c JOIN evidence_piece p ON p.id = c.piece_id
				  JOIN stored_file f ON f.sha256 = c.paper
				WHERE p.action_id = :action AND p.id = :piece AND c.id = :id""")
			.param("action", actionId)
			.param("piece", pieceId)
			.param("id", authorisationId)
			.query((row, n) -> row.getBytes("content"))
			.optional();
	}

	private static Piece piece(ResultSet row, int n) throws SQLException {
		return new Piece(row.getObject("id", UUID.class), row.getInt("version"),
				PieceKind.valueOf(row.getString("kind")), row.getString("label"), row.getString("address"),
				row.getBoolean("recognisable"), row.getBoolean("open"), row.getInt("asked"), row.getString("credit"));
	}

}
