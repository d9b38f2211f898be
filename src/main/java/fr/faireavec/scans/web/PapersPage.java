package fr.faireavec.scans.web;

import java.util.List;

import fr.faireavec.attendance.Register;
import fr.faireavec.scans.Room;
import fr.faireavec.scans.Scan;

/** The paper of a day. */
public record PapersPage(Register register, List<Scan> scans, Room room, String registerHref, boolean open) {

	public String href() {
		return this.registerHref + "/feuilles";
	}

	/** Nobody knows yet which page they are. */
	public List<Scan> unknown() {
		return this.scans.stream().filter((scan) -> !scan.isKnown()).toList();
	}

	/** Page by page. */
	public List<Scan> known() {
		return this.scans.stream().filter(Scan::isKnown).toList();
	}

	public boolean isDated() {
		return this.register.slot() != null;
	}

	/** Whether paper is taken now. */
	public boolean takes() {
		return this.open && isDated();
	}

	/**
	 * Whether a register that this page stands beside is closed: it goes with a reason.
	 */
	public boolean needsReason(Scan scan) {
		return scan.isKnown() && this.register.sheets()
			.stream()
			.anyMatch((sheet) -> sheet.seal() != null && scan.isOf(sheet.ordinal()));
	}

	/** « Matin », where it is of one half-day alone. */
	public String halfKey(Scan scan) {
		return this.register.sheets()
			.stream()
			.filter((sheet) -> scan.half() != null && sheet.ordinal() == scan.half())
			.map((sheet) -> sheet.morning() ? "attendance.half.morning" : "attendance.half.afternoon")
			.findFirst()
			.orElse("scans.half.all");
	}

}
