package fr.faireavec.scans;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.faireavec.documents.QrReading;
import fr.faireavec.files.OneByOne;
import fr.faireavec.files.PageFile;
import fr.faireavec.files.PagePhoto;
import fr.faireavec.files.StoredFiles;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.sheets.PageCode;

import org.springframework.stereotype.Component;

/**
 * Reads the pages somebody photographed or scanned: what each shows, drawn anew and
 * upright, and whose page it is by its code.
 */
@Component
public class PageReading {

	private final OneByOne pictures;

	PageReading(OneByOne pictures) {
		this.pictures = pictures;
	}

	/**
	 * Reads a file, page by page.
	 * @param name the file's own
	 * @throws Refusal when it is none that is taken, or a page of it cannot be read
	 */
	public List<ReadPage> read(byte[] file, String name) {
		List<ReadPage> read = new ArrayList<>();
		for (byte[] page : PageFile.pages(file, name)) {
			read.add(this.pictures.take(() -> page(page)));
		}
		return read;
	}

	private static ReadPage page(byte[] page) {
		PagePhoto photo = PagePhoto.of(page);
		Optional<QrReading> square = QrReading.in(photo.image(), (text) -> PageCode.read(text).isPresent());
		return new ReadPage(StoredFiles.sha256(page), photo.jpeg(square.map(QrReading::turn).orElse(photo.turn())),
				square.flatMap((found) -> PageCode.read(found.text())));
	}

	/**
	 * One page.
	 *
	 * @param source what its picture was known by, as it was given
	 * @param picture a JPEG, drawn anew
	 * @param code empty where none could be read
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record ReadPage(String source, byte[] picture, Optional<PageCode> code) {
	}

}
