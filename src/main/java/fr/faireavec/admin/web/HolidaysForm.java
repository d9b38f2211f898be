package fr.faireavec.admin.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.web.NotCalledOptional;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** The ministry's calendar, as a file or pasted. */
class HolidaysForm {

	private static final int LONGEST = 300_000;

	@NotCalledOptional
	public @Nullable MultipartFile file;

	@Size(max = LONGEST)
	@NotCalledOptional
	public String text = "";

	/** Which of the two was sent: the other's errors would be read by nobody. */
	String sent() {
		return isFileSent() ? "file" : "text";
	}

	/**
	 * What it says.
	 * @throws Refusal when the file cannot be read
	 */
	String calendar() {
		MultipartFile chosen = this.file;
		if (chosen == null || !isFileSent()) {
			return this.text;
		}
		try {
			byte[] bytes = chosen.getBytes();
			if (bytes.length > LONGEST) {
				throw Refusal.of("file", "holidays.file.tooHeavy");
			}
			return new String(bytes, StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw Refusal.of("file", "holidays.file.notCalendar");
		}
	}

	private boolean isFileSent() {
		return this.file != null && this.file.getOriginalFilename() != null
				&& !this.file.getOriginalFilename().isEmpty();
	}

}
