package fr.faireavec.imports;

import java.io.IOException;
import java.util.regex.Pattern;

import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** A table as somebody sends it: a text or a workbook, by a name that says so. */
public final class SentTable {

	private static final Pattern NAMES = Pattern.compile("\\.(csv|tsv|txt|xlsx)$", Pattern.CASE_INSENSITIVE);

	private SentTable() {
	}

	/**
	 * Its text.
	 * @throws Refusal when none was chosen, or it is no table
	 */
	public static String text(@Nullable MultipartFile file) {
		boolean chosen = file != null && file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty();
		if (file == null || (file.isEmpty() && !chosen)) {
			throw Refusal.of("file", "imports.file.none");
		}
		if (chosen && !NAMES.matcher(String.valueOf(file.getOriginalFilename())).find()) {
			throw Refusal.of("file", "imports.file.name");
		}
		try {
			return CohortFile.decode(file.getBytes());
		}
		catch (IOException unreadable) {
			throw Refusal.of("file", "imports.file.binary");
		}
	}

}
