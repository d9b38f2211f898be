package fr.faireavec.evidence;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A photo, a document or a link that shows that an action took place. */
@Entity
class EvidencePiece extends Identified {

	/** An action has so many at the most. */
	static final int MOST = 5;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "action_id")
	private LoggedAction action;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	private int place;

	@Enumerated(EnumType.STRING)
	private PieceKind kind;

	private String label;

	private @Nullable String address;

	private @Nullable String file;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	private @Nullable String thumbnail;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	private String source;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	private int bytes;

	private boolean recognisable;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	private Instant addedAt;

	@SuppressWarnings("NullAway.Init")
	protected EvidencePiece() {
	}

	/**
	 * @param place the first that is free
	 * @param source what it was known by, as it was given
	 * @throws Refusal when the action has as many as it may
	 */
	EvidencePiece(UUID id, LoggedAction action, int place, Given given, String source, Instant at) {
		super(id);
		if (place > MOST) {
			throw Refusal.of(given.kind() == PieceKind.LINK ? "address" : "file", "evidence.tooMany");
		}
		this.action = action;
		this.place = place;
		this.kind = given.kind();
		this.label = given.label().strip();
		this.address = given.address();
		this.file = given.file();
		this.thumbnail = given.thumbnail();
		this.bytes = given.bytes();
		this.recognisable = given.recognisable() && given.kind() != PieceKind.LINK;
		this.source = source;
		this.addedAt = at;
	}

	/**
	 * Says again what it shows, and whether somebody can be recognised.
	 * @param asked somebody was asked whether they agree: they can be, then
	 * @throws Refusal when it is said that nobody can, though somebody was asked
	 */
	void describe(String words, boolean somebody, boolean asked) {
		if (asked && !somebody) {
			throw Refusal.of("recognisable", "evidence.recognisable.asked");
		}
		this.label = words.strip();
		this.recognisable = somebody && this.kind != PieceKind.LINK;
	}

	LoggedAction getAction() {
		return this.action;
	}

	PieceKind getKind() {
		return this.kind;
	}

	String getLabel() {
		return this.label;
	}

	@Nullable String getAddress() {
		return this.address;
	}

	@Nullable String getFile() {
		return this.file;
	}

	boolean isRecognisable() {
		return this.recognisable;
	}

	/**
	 * What was given.
	 *
	 * @param file what is kept of it, and the same for the small picture of a photo
	 */
	record Given(PieceKind kind, String label, boolean recognisable, @Nullable String address, @Nullable String file,
			@Nullable String thumbnail, int bytes) {
	}

}
