package fr.faireavec.imports.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

import fr.faireavec.imports.Column;
import org.apache.commons.csv.CSVFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The file to fill in: the headings and an invented structure. */
@Component
class ModelFile {

	private static final String BOM = "\uFEFF";

	private static final String LINE_END = "\r\n";

	private final MessageSource messages;

	ModelFile(MessageSource messages) {
		this.messages = messages;
	}

	/** UTF-8 that Excel recognises, with semicolons. */
	byte[] bytes() {
		CSVFormat format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
		String text = BOM + format.format(words((column) -> "imports.column." + column)) + LINE_END
				+ format.format(words((column) -> "imports.example." + column)) + LINE_END;
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private Object[] words(Function<Column, String> key) {
		return Arrays.stream(Column.values())
			.map((column) -> this.messages.getMessage(key.apply(column), null, Locale.FRENCH))
			.toArray();
	}

}
