package fr.faireavec.evidence;

import java.util.List;

import fr.faireavec.files.OneByOne;
import fr.faireavec.files.PageFile;
import fr.faireavec.files.PagePhoto;
import fr.faireavec.files.PdfFile;
import fr.faireavec.files.Photo;
import fr.faireavec.files.StoredFiles;
import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads what somebody gives before anything is written: it takes a while, and nobody else
 * waits for the database meanwhile.
 */
@Component
public class GivenFiles {

	private final OneByOne pictures;

	GivenFiles(OneByOne pictures) {
		this.pictures = pictures;
	}

	/**
	 * A photo, drawn anew, or a PDF as it is.
	 * @param name the file's own, of which the ending alone is looked at
	 * @throws Refusal when it is neither
	 */
	public GivenFile read(byte[] file, String name) {
		String source = StoredFiles.sha256(file);
		if (PdfFile.is(file)) {
			return new GivenFile(source, PieceKind.DOCUMENT, PdfFile.checked(file, name), null);
		}
		Photo photo = this.pictures.take(() -> Photo.of(file, name));
		return new GivenFile(source, PieceKind.PHOTO, photo.shown(), photo.small());
	}

	/**
	 * A form that was signed on paper: a photo of its page, or what a scanner made of it.
	 * @param name the file's own
	 * @return a JPEG, drawn anew
	 * @throws Refusal when it is no picture of one page
	 */
	public byte[] signed(byte[] file, String name) {
		List<byte[]> pages = PageFile.pages(file, name);
		if (pages.size() != 1) {
			throw Refusal.of("file", "evidence.paper.onePage");
		}
		return this.pictures.take(() -> {
			PagePhoto photo = PagePhoto.of(pages.getFirst());
			return photo.jpeg(photo.turn());
		});
	}

	/**
	 * What was read.
	 *
	 * @param source what it was known by, as it was given
	 * @param small the same, small, of a photo
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record GivenFile(String source, PieceKind kind, byte[] content, byte @Nullable [] small) {

		int bytes() {
			return this.content.length + ((this.small != null) ? this.small.length : 0);
		}

	}

}
