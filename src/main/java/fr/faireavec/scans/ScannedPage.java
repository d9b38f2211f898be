package fr.faireavec.scans;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import fr.faireavec.sessions.CollectiveSession;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a page of paper. It is of one day; which page of its sheet is known by
 * the page's code, or else once somebody said so.
 */
@Entity
class ScannedPage extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "session_id")
	private CollectiveSession session;

	private @Nullable Integer half;

	private @Nullable Integer page;

	private @Nullable Integer pageCount;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	private String source;

	private String file;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	private int bytes;

	// Read by SQL alone.
	@SuppressWarnings("UnusedVariable")
	private Instant addedAt;

	@SuppressWarnings("NullAway.Init")
	protected ScannedPage() {
	}

	/**
	 * @param source what the picture was known by, as it was given
	 * @param file what is kept of it
	 */
	ScannedPage(UUID id, CollectiveSession session, String source, String file, int bytes, Instant at) {
		super(id);
		this.session = session;
		this.source = source;
		this.file = file;
		this.bytes = bytes;
		this.addedAt = at;
	}

	/** Says which page it is, of which day. */
	void isOf(CollectiveSession day, Place place) {
		this.session = day;
		this.half = place.half();
		this.page = place.page();
		this.pageCount = place.pages();
	}

	/** Shows the same page otherwise. */
	void show(String redrawn, int size) {
		this.file = redrawn;
		this.bytes = size;
	}

	CollectiveSession getSession() {
		return this.session;
	}

	/** Empty while nobody knows. */
	@Nullable Place getPlace() {
		return (this.page != null) ? new Place(this.half, this.page, this.pageCount) : null;
	}

	String getFile() {
		return this.file;
	}

	/**
	 * Where a page stands in the sheet of its day.
	 *
	 * @param half 1 or 2 where it is of one half-day alone
	 * @param pages how many its sheet has, where its code says so
	 */
	record Place(@Nullable Integer half, int page, @Nullable Integer pages) {
	}

}
