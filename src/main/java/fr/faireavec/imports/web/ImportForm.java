package fr.faireavec.imports.web;

import java.util.HashSet;
import java.util.Set;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** The file somebody sends, then the draft they confirm. */
class ImportForm {

	@NotNull(message = "{imports.file.none}")
	private @Nullable MultipartFile file;

	private String draft = "";

	private Set<String> accepted = new HashSet<>();

	public Set<String> getAccepted() {
		return this.accepted;
	}

	public void setAccepted(Set<String> accepted) {
		this.accepted = accepted;
	}

	public @Nullable MultipartFile getFile() {
		return this.file;
	}

	public void setFile(@Nullable MultipartFile file) {
		this.file = file;
	}

	public String getDraft() {
		return this.draft;
	}

	public void setDraft(String draft) {
		this.draft = draft;
	}

}
