package fr.faireavec.syntheses.web;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.evidence.EvidenceFile;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.syntheses.PublicReading;
import fr.faireavec.syntheses.PublicStory;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The public page of a parcours, for anybody, while it is open. Search engines are asked
 * to leave it: what they copied would outlive what is taken back.
 */
@Controller
@RequestMapping("/synthese/{slug}")
class PublicController {

	private final PublicReading reading;

	private final PublicPages pages;

	PublicController(PublicReading reading, PublicPages pages) {
		this.reading = reading;
		this.pages = pages;
	}

	@GetMapping
	String read(@PathVariable String slug, HttpServletResponse response, Model model) {
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
		model.addAttribute("apart", true);
		Optional<PublicStory> story = this.reading.open(slug);
		if (story.isEmpty()) {
			response.setStatus(HttpStatus.NOT_FOUND.value());
			return "syntheses/gone";
		}
		model.addAttribute("page", this.pages.of(story.get()));
		return "syntheses/public";
	}

	@GetMapping("/photos/{pieceId}.jpg")
	ResponseEntity<byte[]> photo(@PathVariable String slug, @PathVariable UUID pieceId) {
		EvidenceFile file = this.reading.photo(slug, pieceId).orElseThrow(NotFound::new);
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_JPEG)
			.header("X-Robots-Tag", "noindex, nofollow")
			.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
			.body(file.content());
	}

}
