package fr.faireavec.sheets.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** The file somebody asks about. */
class VerificationForm {

	@NotNull(message = "{sheets.verification.none}")
	public @Nullable MultipartFile file;

}
