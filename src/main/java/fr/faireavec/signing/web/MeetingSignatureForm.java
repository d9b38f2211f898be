package fr.faireavec.signing.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Somebody who was at a meeting signs its sheet. */
class MeetingSignatureForm extends PadForm {

	public @Nullable UUID person;

}
