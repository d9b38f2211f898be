package fr.faireavec.sheets.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A document, to be kept: never opened within the pages. */
final class PdfAnswer {

	private PdfAnswer() {
	}

	static ResponseEntity<byte[]> named(String name, byte[] file) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name + ".pdf").build().toString())
			.body(file);
	}

}
