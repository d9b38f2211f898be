package fr.faireavec.attendance;

/** Présence, absence excusée, absence. */
public enum AttendanceStatus {

	PRESENT, EXCUSED, ABSENT

}
