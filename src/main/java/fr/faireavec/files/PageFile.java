package fr.faireavec.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import fr.faireavec.kernel.Refusal;

/**
 * The pages in a file somebody gave: a photo is one, a PDF as scanners make it holds a
 * JPEG a page. No PDF is opened: its JPEG are found by how they begin and end, and
 * whatever else it holds is never read.
 */
public final class PageFile {

	/** In bytes. */
	public static final int MOST_BYTES = 15 * 1024 * 1024;

	/** In one PDF. */
	private static final int MOST_PAGES = 40;

	/** What is smaller, in pixels, is somebody's logo and no page. */
	private static final int FEWEST_A_SIDE = 800;

	private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);

	private PageFile() {
	}

	/**
	 * What kind of file it is, and its pages, none of them read yet.
	 * @param name the file's own, of which the ending alone is looked at
	 * @return for each, a JPEG or a PNG
	 * @throws Refusal for any other file, one whose name says otherwise than what it is,
	 * one too heavy, or a PDF that is no scan
	 */
	public static List<byte[]> pages(byte[] file, String name) {
		if (file.length == 0) {
			throw Refusal.of("file", "files.empty");
		}
		if (file.length > MOST_BYTES) {
			throw Refusal.of("file", "files.page.tooLarge", MOST_BYTES / (1024 * 1024));
		}
		FileKind kind = FileKind.required(file, (any) -> true, "files.page.kind");
		if (!kind.isCalled(name)) {
			throw Refusal.of("file", "files.page.ending");
		}
		if (kind.isPicture()) {
			return List.of(file);
		}
		List<byte[]> pages = scanned(file);
		if (pages.isEmpty()) {
			throw Refusal.of("file", "files.page.noScan");
		}
		if (pages.size() > MOST_PAGES) {
			throw Refusal.of("file", "files.page.tooMany", MOST_PAGES);
		}
		return pages;
	}

	private static List<byte[]> scanned(byte[] pdf) {
		List<byte[]> pages = new ArrayList<>();
		int at = find(pdf, STREAM, 0);
		while (at >= 0) {
			int from = afterLine(pdf, at + STREAM.length);
			int to = find(pdf, END, from);
			if (to < 0) {
				break;
			}
			byte[] content = Arrays.copyOfRange(pdf, from, beforeLine(pdf, to));
			if (FileKind.of(content).filter((kind) -> kind == FileKind.JPEG).isPresent() && isPage(content)) {
				pages.add(content);
			}
			at = find(pdf, STREAM, to + END.length);
		}
		return pages;
	}

	private static boolean isPage(byte[] jpeg) {
		try {
			return Decoding.longestSide(jpeg, FileKind.JPEG) >= FEWEST_A_SIDE;
		}
		catch (Refusal broken) {
			return true;
		}
	}

	private static int afterLine(byte[] pdf, int at) {
		int next = at;
		while (next < pdf.length && (pdf[next] == '\r' || pdf[next] == '\n')) {
			next++;
		}
		return next;
	}

	private static int beforeLine(byte[] pdf, int at) {
		int end = at;
		while (pdf[end - 1] == '\r' || pdf[end - 1] == '\n') {
			end--;
		}
		return end;
	}

	private static int find(byte[] in, byte[] what, int from) {
		for (int at = from; at <= in.length - what.length; at++) {
			int same = 0;
			while (same < what.length && in[at + same] == what[same]) {
				same++;
			}
			if (same == what.length) {
				return at;
			}
		}
		return -1;
	}

}
