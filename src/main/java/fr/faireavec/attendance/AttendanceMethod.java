package fr.faireavec.attendance;

/** How a line came into the register. */
public enum AttendanceMethod {

	SIGNED_ON_PHONE, SIGNED_ON_TABLET, PAPER, BY_FACILITATOR;

	/** Whether the person signed herself. */
	public boolean isSigned() {
		return this == SIGNED_ON_PHONE || this == SIGNED_ON_TABLET;
	}

}
