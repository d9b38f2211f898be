package fr.faireavec.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A logo, to be shown in a page and never opened as one. */
public final class LogoAnswer {

	private LogoAnswer() {
	}

	public static ResponseEntity<byte[]> of(byte[] png) {
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_PNG)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("logo.png").build().toString())
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.body(png);
	}

}
