package fr.faireavec.imports.web;

import java.util.HashSet;
import java.util.Set;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** The file somebody sends, then the draft they confirm. */
class ImportForm {

	@NotNull(message = "{imports.file.none}")
	public @Nullable MultipartFile file;

	public String draft = "";

	public Set<String> accepted = new HashSet<>();

}
