package fr.faireavec.admin.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import fr.faireavec.audit.AuditWording;
import fr.faireavec.kernel.Zones;
import fr.faireavec.web.SpreadsheetFile;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The audit as a file for a spreadsheet: one fact a row, its details in one cell. */
@Component
class AuditFile {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss")
		.withZone(Zones.PARIS);

	private final MessageSource messages;

	private final Clock clock;

	private final boolean demo;

	AuditFile(MessageSource messages, Clock clock, @Value("${faireavec.demo:false}") boolean demo) {
		this.messages = messages;
		this.clock = clock;
		this.demo = demo;
	}

	ResponseEntity<byte[]> of(List<AuditWording.Line> lines) {
		SpreadsheetFile file = new SpreadsheetFile(this.demo ? say("web.demo") : "", say("admin.audit.csv.when"),
				say("admin.audit.csv.who"), say("admin.audit.csv.what"), say("admin.audit.csv.parcours"),
				say("admin.audit.csv.details"));
		lines.forEach((line) -> file.row(MOMENT.format(line.at()), line.who(), line.what(),
				(line.parcours() != null) ? line.parcours() : "", String.join("\n", line.details())));
		return file.named("audit-" + LocalDate.now(this.clock.withZone(Zones.PARIS)));
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

}
