package fr.faireavec.scans.web;

import fr.faireavec.scans.Scan;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whose page it is: of which day, of which half-day where it is of one alone. */
class ScanForm {

	@NotNull
	public @Nullable Integer rank;

	public @Nullable Integer half;

	@NotNull
	public @Nullable Integer page;

	@Size(max = 500)
	public String reason = "";

	static ScanForm of(Scan scan) {
		ScanForm form = new ScanForm();
		form.rank = scan.rank();
		form.half = scan.half();
		form.page = scan.page();
		return form;
	}

}
