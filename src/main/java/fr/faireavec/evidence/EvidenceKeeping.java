package fr.faireavec.evidence;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.evidence.EvidencePiece.Given;
import fr.faireavec.evidence.GivenFiles.GivenFile;
import fr.faireavec.files.StoredFiles;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.LoggedActions;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.passes.Passes;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A structure shows what it did, or the animation for it: photos, documents, links. The
 * same given twice to one action is kept once.
 */
@Component
@Transactional
public class EvidenceKeeping {

	private static final Set<String> SCHEMES = Set.of("http", "https");

	private final EvidencePieces pieces;

	private final Authorisations authorisations;

	private final LoggedActions actions;

	private final StoredFiles files;

	private final Passes passes;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	EvidenceKeeping(EvidencePieces pieces, Authorisations authorisations, LoggedActions actions, StoredFiles files,
			Passes passes, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.pieces = pieces;
		this.authorisations = authorisations;
		this.actions = actions;
		this.files = files;
		this.passes = passes;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps a photo or a document.
	 * @param label what it shows, in words
	 * @param recognisable somebody can be recognised in it
	 * @throws Refusal when the action has as many as it may, the parcours is full, or its
	 * journal is only for reading
	 */
	public UUID add(UUID parcoursId, UUID actionId, GivenFile file, String label, boolean recognisable) {
		LoggedAction action = still(parcoursId, actionId);
		return this.pieces.given(actionId, file.source()).map(EvidencePiece::getId).orElseGet(() -> {
			requireRoom(parcoursId, file.bytes());
			byte[] small = file.small();
			return keep(action, file.source(), new Given(file.kind(), label, recognisable, null,
					this.files.keep(file.content()), (small != null) ? this.files.keep(small) : null, file.bytes()));
		});
	}

	/**
	 * Keeps an address elsewhere.
	 * @throws Refusal when it is none of the web, the action has as many as it may, or
	 * its journal is only for reading
	 */
	public UUID link(UUID parcoursId, UUID actionId, String address, String label) {
		LoggedAction action = still(parcoursId, actionId);
		String kept = checked(address.strip());
		String source = StoredFiles.sha256(kept.getBytes(StandardCharsets.UTF_8));
		return this.pieces.given(actionId, source)
			.map(EvidencePiece::getId)
			.orElseGet(() -> keep(action, source, new Given(PieceKind.LINK, label, false, kept, null, null, 0)));
	}

	/** An address that leads to a site, and hides neither a password nor a command. */
	private static String checked(String address) {
		try {
			URI uri = new URI(address);
			String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
			if (SCHEMES.contains(scheme) && uri.getHost() != null && uri.getUserInfo() == null) {
				return scheme + address.substring(scheme.length());
			}
		}
		catch (URISyntaxException unreadable) {
			// Said below, as for any other that leads nowhere.
		}
		throw Refusal.of("address", "evidence.address.unreadable");
	}

	private UUID keep(LoggedAction action, String source, Given given) {
		EvidencePiece piece = new EvidencePiece(Ids.next(), action, freePlace(action.getId()), given, source,
				this.clock.instant());
		this.pieces.saveAndFlush(piece);
		note("evidence.added", piece,
				Changes.none()
					.note("kind", null, piece.getKind())
					.noteText("label", "", piece.getLabel(), String::length)
					.note("address", null, piece.getAddress())
					.note("recognisable", null, piece.isRecognisable() ? true : null));
		return piece.getId();
	}

	/**
	 * Says again what it shows, and whether somebody can be recognised.
	 * @throws Refusal when somebody was asked, and it is said that nobody can be
	 */
	public void describe(UUID parcoursId, UUID actionId, UUID id, int version, String label, boolean recognisable) {
		still(parcoursId, actionId);
		EvidencePiece piece = of(parcoursId, actionId, id);
		piece.requireVersion(version);
		String before = piece.getLabel();
		boolean could = piece.isRecognisable();
		piece.describe(label, recognisable, this.authorisations.existsByPieceId(id));
		this.pieces.saveAndFlush(piece);
		Changes changes = Changes.none()
			.noteText("label", before, piece.getLabel(), String::length)
			.note("recognisable", could, piece.isRecognisable());
		if (!changes.isEmpty()) {
			note("evidence.described", piece, changes);
		}
	}

	/** Takes it away, with its files and what was agreed to; at any time. */
	public void remove(UUID parcoursId, UUID actionId, UUID id) {
		EvidencePiece piece = of(parcoursId, actionId, id);
		this.passes.endAbout(Authorising.PURPOSE, id);
		this.pieces.delete(piece);
		this.pieces.flush();
		note("evidence.removed", piece, Changes.none().note("kind", piece.getKind(), null));
	}

	private EvidencePiece of(UUID parcoursId, UUID actionId, UUID id) {
		return this.pieces.of(parcoursId, actionId, id).orElseThrow(NotFound::new);
	}

	/** The action is held: it has so many places, whoever gives. */
	private LoggedAction still(UUID parcoursId, UUID actionId) {
		LoggedAction action = this.actions.in(parcoursId, actionId).orElseThrow(NotFound::new);
		// Rows of the parcours are counted one after the other too.
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('evidence ' || :parcours, 0))")
			.param("parcours", parcoursId.toString())
			.query((row, n) -> n)
			.list();
		requireOpen(action, this.clock);
		return action;
	}

	/** Whether a journal still takes something is said as the journal says it. */
	static void requireOpen(LoggedAction action, Clock clock) {
		var enrolment = action.getEnrolment();
		if (!LoggedAction.isWritable(enrolment.getParcours(), enrolment, enrolment.getParcours().today(clock))) {
			throw new Refusal("journal.noLongerOpen", enrolment.getStructure().getName());
		}
	}

	private int freePlace(UUID actionId) {
		return this.jdbc.sql("""
				SELECT coalesce(min(n), :none) FROM generate_series(1, :most) n
				WHERE NOT EXISTS (SELECT FROM evidence_piece p WHERE p.action_id = :action AND p.place = n)""")
			.param("none", EvidencePiece.MOST + 1)
			.param("most", EvidencePiece.MOST)
			.param("action", actionId)
			.query(Integer.class)
			.single();
	}

	private void requireRoom(UUID parcoursId, int more) {
		Room room = this.jdbc.sql("""
				SELECT count(*) AS pieces, coalesce(sum(p.bytes), 0) AS bytes FROM evidence_piece p
				  JOIN logged_action a ON a.id = p.action_id JOIN enrolment e ON e.id = a.enrolment_id
				WHERE e.parcours_id = :parcours""")
			.param("parcours", parcoursId)
			.query((row, n) -> new Room(row.getInt("pieces"), row.getLong("bytes")))
			.single();
		if (!room.takes(more)) {
			throw Refusal.of("file", "evidence.full");
		}
	}

	private void note(String what, EvidencePiece piece, Changes changes) {
		LoggedAction action = piece.getAction();
		this.events.publishEvent(new Noted(what, piece.getId(), action.getEnrolment().getParcours().getId(),
				action.getTitle(), changes));
	}

}
