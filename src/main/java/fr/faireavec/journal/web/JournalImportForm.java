package fr.faireavec.journal.web;

import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** The table somebody sends, then the one they confirm. */
class JournalImportForm {

	@NotNull(message = "{imports.file.none}")
	public @Nullable MultipartFile file;

	public String draft = "";

	public Set<String> accepted = new LinkedHashSet<>();

}
