package fr.faireavec.evidence.web;

import java.util.List;

import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** Photos or documents, one or several, that have the same said of them. */
class PiecesForm {

	@NotNull(message = "{files.none}")
	public @Nullable List<MultipartFile> file;

	@NotNull
	public @Nullable Recognisable recognisable;

	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String label = "";

	/** Without the fields that were left empty. */
	List<MultipartFile> given() {
		List<MultipartFile> sent = this.file;
		return (sent == null) ? List.of()
				: sent.stream()
					.filter((one) -> !one.isEmpty() || !String.valueOf(one.getOriginalFilename()).isBlank())
					.toList();
	}

}
