package fr.faireavec.funders;

import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.NotFound;

import org.springframework.stereotype.Component;

/**
 * Who may say who reads for a funder: the administration, and whoever runs all the
 * parcours it pays for, as a reader opens each of them.
 */
@Component
public class Readership {

	private final FunderConventions conventions;

	Readership(FunderConventions conventions) {
		this.conventions = conventions;
	}

	public boolean isKeptBy(Viewer viewer, UUID funderId) {
		return viewer.isAdministrator() || this.conventions.allRunBy(viewer, funderId);
	}

	/**
	 * Whether this member of the staff may reword it: its name and mention stand on the
	 * pages and bilans of every parcours it pays for.
	 */
	public boolean isRewordedBy(Viewer viewer, UUID funderId) {
		return viewer.isAdministrator() || (viewer.isStaff() && !this.conventions.someRunByOthers(viewer, funderId));
	}

	void require(Viewer viewer, UUID funderId) {
		if (!isKeptBy(viewer, funderId)) {
			throw new NotFound();
		}
	}

}
