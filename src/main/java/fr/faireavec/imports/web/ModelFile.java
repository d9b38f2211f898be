package fr.faireavec.imports.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

import fr.faireavec.imports.Column;
import fr.faireavec.web.SpreadsheetFile;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The file to fill in: the headings and an invented structure. */
@Component
class ModelFile {

	private final MessageSource messages;

	ModelFile(MessageSource messages) {
		this.messages = messages;
	}

	ResponseEntity<byte[]> named(String name) {
		SpreadsheetFile file = new SpreadsheetFile("", words((column) -> "imports.column." + column));
		file.row(words((column) -> "imports.example." + column));
		return file.named(name);
	}

	private String[] words(Function<Column, String> key) {
		return Arrays.stream(Column.values())
			.filter((column) -> !column.isOtherWay())
			.map((column) -> this.messages.getMessage(key.apply(column), null, Locale.FRENCH))
			.toArray(String[]::new);
	}

}
