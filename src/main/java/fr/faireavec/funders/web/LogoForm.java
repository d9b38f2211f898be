package fr.faireavec.funders.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** The picture somebody gives. */
class LogoForm {

	@NotNull(message = "{files.none}")
	public @Nullable MultipartFile file;

}
