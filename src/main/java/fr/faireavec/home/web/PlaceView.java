package fr.faireavec.home.web;

import fr.faireavec.parcours.ParcoursStatus;
import fr.faireavec.parcours.Seat;

/** The parcours a page belongs to, as its head, its breadcrumb and its tabs need it. */
public record PlaceView(String slug, String name, String programme, ParcoursStatus status, String statusLabel,
		boolean running) {

	static PlaceView of(Seat seat, String statusLabel) {
		return new PlaceView(seat.parcours().getSlug(), seat.parcours().getName(), seat.parcours().getProgramme(),
				seat.parcours().getStatus(), statusLabel, seat instanceof Seat.Running);
	}

	public String getHref() {
		return "/parcours/" + this.slug;
	}

	public boolean isCanStart() {
		return this.running && this.status.canBecome(ParcoursStatus.RUNNING);
	}

	public boolean isCanClose() {
		return this.running && this.status.canBecome(ParcoursStatus.CLOSED);
	}

	public boolean isCanArchive() {
		return this.running && this.status.canBecome(ParcoursStatus.ARCHIVED);
	}

	public boolean isCanReopen() {
		return this.running && this.status.canReopen();
	}

	public boolean isCanCancel() {
		return this.running && this.status.canBecome(ParcoursStatus.CANCELLED);
	}

}
