package fr.faireavec.evidence.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** The picture of a form that was signed on paper. */
class SignedForm {

	@NotNull(message = "{files.none}")
	public @Nullable MultipartFile file;

}
