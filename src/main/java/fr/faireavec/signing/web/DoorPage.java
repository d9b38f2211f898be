package fr.faireavec.signing.web;

import java.util.List;
import java.util.UUID;

import fr.faireavec.attendance.Register;
import fr.faireavec.signing.TurningCode;
import fr.faireavec.documents.QrCode;
import org.jspecify.annotations.Nullable;

/**
 * The door of « la salle ».
 *
 * @param address where the code leads; null while the room was not opened
 * @param moment the code of the moment, where one is asked
 * @param remote who may sign from elsewhere, where the day allows it
 */
public record DoorPage(String href, Register register, @Nullable String address, @Nullable QrCode qr,
		TurningCode.@Nullable Moment moment, boolean dated, List<RemoteLink> remote) {

	public boolean isOpened() {
		return this.address != null;
	}

	/** Somebody expected that day, and their own link once it was asked for. */
	public record RemoteLink(UUID personId, String name, @Nullable String address) {
	}

}
