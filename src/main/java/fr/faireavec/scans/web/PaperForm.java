package fr.faireavec.scans.web;

import org.jspecify.annotations.Nullable;

/** Something done to one picture. */
class PaperForm {

	/** By so many quarters, as a clock goes. */
	public int quarters = 1;

	/** The half-day whose register is being copied, where it is done beside it. */
	public @Nullable Integer copied;

	public @Nullable String reason;

}
