package fr.faireavec.attendance;

import java.util.Optional;

import fr.faireavec.parcours.Seat;

/** What another room shows beside a register; answered by the rooms above. */
public interface RegisterPart {

	/**
	 * Empty where there is nothing to show.
	 * @param sheet the one in hand
	 * @param paper it is being copied from paper
	 */
	Optional<Shown> of(Seat.Running seat, int rank, Register.Sheet sheet, boolean paper);

	/**
	 * @param template the one whose fragments « part », beside the register, and « link
	 * », under it, are shown
	 * @param content what they are given
	 * @param beside whether there is something to see beside it
	 */
	record Shown(String template, Object content, boolean beside) {
	}

}
