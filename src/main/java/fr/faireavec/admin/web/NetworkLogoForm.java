package fr.faireavec.admin.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** The picture the administration gives of the network. */
class NetworkLogoForm {

	@NotNull(message = "{files.none}")
	public @Nullable MultipartFile file;

}
