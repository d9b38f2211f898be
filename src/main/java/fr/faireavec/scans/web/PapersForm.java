package fr.faireavec.scans.web;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** Photos or scans of pages, as many as one likes. */
class PapersForm {

	@NotNull(message = "{files.none}")
	public @Nullable List<MultipartFile> file;

	/** Without the fields that were left empty. */
	List<MultipartFile> given() {
		List<MultipartFile> sent = this.file;
		return (sent == null) ? List.of()
				: sent.stream()
					.filter((one) -> !one.isEmpty() || !String.valueOf(one.getOriginalFilename()).isBlank())
					.toList();
	}

}
