package fr.faireavec.privacy.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.privacy.PersonalFile;
import fr.faireavec.web.SpreadsheetFile;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A personal file to take away; kept by no browser and no proxy. */
@Component
class PersonalFiles {

	private static final String NAME = "mes-donnees";

	private final PersonalFile file;

	private final FileView view;

	private final JsonMapper json;

	private final Clock clock;

	private final String banner;

	PersonalFiles(PersonalFile file, FileView view, JsonMapper json, Clock clock,
			@Value("${faireavec.demo:false}") boolean demo) {
		this.file = file;
		this.view = view;
		this.json = json;
		this.clock = clock;
		this.banner = demo ? view.say("privacy.file.demo", "") : "";
	}

	/** For another program. */
	ResponseEntity<byte[]> json(UUID personId) {
		Map<String, Object> content = new LinkedHashMap<>();
		if (!this.banner.isEmpty()) {
			content.put("note", this.banner);
		}
		content.put("exportedAt", this.clock.instant().toString());
		content.put("sections", this.view.plain(this.file.sections(personId)));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(NAME + ".json").build().toString())
			.body(this.json.writerWithDefaultPrettyPrinter()
				.writeValueAsString(content)
				.getBytes(StandardCharsets.UTF_8));
	}

	/** For a spreadsheet: one line a value. */
	ResponseEntity<byte[]> csv(UUID personId) {
		SpreadsheetFile lines = new SpreadsheetFile(this.banner, this.view.say("privacy.file.section", ""),
				this.view.say("privacy.file.row", ""), this.view.say("privacy.file.what", ""),
				this.view.say("privacy.file.value", ""));
		for (FileView.Table table : this.view.tables(this.file.sections(personId), Integer.MAX_VALUE)) {
			int number = 0;
			for (List<FileView.Cell> row : table.rows()) {
				number++;
				for (FileView.Cell cell : row) {
					lines.row(table.title(), Integer.toString(number), cell.label(), cell.value());
				}
			}
		}
		ResponseEntity<byte[]> named = lines.named(NAME);
		return ResponseEntity.ok()
			.headers(named.getHeaders())
			.cacheControl(CacheControl.noStore())
			.body(named.getBody());
	}

}
