package fr.faireavec.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A text with a little Markdown in it, read into pieces that templates show one by one:
 * nothing typed is ever markup. Paragraphs, where a line's end stays one, lists,
 * {@code ## subheadings}, {@code **strong**}, {@code *emphasis*}, and links to the web or
 * to a mailbox; whatever else stands as it was typed.
 */
public record Prose(List<Block> blocks) {

	private static final Pattern BULLET = Pattern.compile("\\s{0,3}[-*•]\\s+(.*)");

	private static final Pattern NUMBER = Pattern.compile("\\s{0,3}\\d{1,3}[.)]\\s+(.*)");

	private static final Pattern HEADING = Pattern.compile("#{1,4}\\s+(.*)");

	private static final Pattern ADDRESS = Pattern.compile("(?:https?://|mailto:)[^\\s<>\"]{1,500}");

	public Prose {
		blocks = List.copyOf(blocks);
	}

	/** A text as it was typed. */
	public static Prose of(String markdown) {
		List<Block> blocks = new ArrayList<>();
		Kind open = null;
		List<List<Span>> lines = new ArrayList<>();
		for (String line : markdown.lines().toList()) {
			Read read = read(line);
			if (open != read.kind || open == Kind.HEADING) {
				close(blocks, open, lines);
				open = read.kind;
			}
			if (open != null) {
				lines.add(spans(read.words));
			}
		}
		close(blocks, open, lines);
		return new Prose(blocks);
	}

	/** A text without any Markdown: its paragraphs and the ends of its lines. */
	public static Prose plain(String text) {
		List<Block> blocks = new ArrayList<>();
		List<List<Span>> lines = new ArrayList<>();
		for (String line : text.lines().toList()) {
			if (line.isBlank()) {
				close(blocks, Kind.PARAGRAPH, lines);
			}
			else {
				lines.add(List.of(new Span(line, false, false, null)));
			}
		}
		close(blocks, Kind.PARAGRAPH, lines);
		return new Prose(blocks);
	}

	/** What it says, without its marks: for a cell of a spreadsheet. */
	public String text() {
		return this.blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
	}

	private static void close(List<Block> blocks, @Nullable Kind kind, List<List<Span>> lines) {
		if (kind != null && !lines.isEmpty()) {
			blocks.add(new Block(kind, lines));
		}
		lines.clear();
	}

	private static Read read(String line) {
		if (line.isBlank()) {
			return new Read(null, "");
		}
		Matcher bullet = BULLET.matcher(line);
		Matcher number = NUMBER.matcher(line);
		Matcher heading = HEADING.matcher(line);
		return bullet.matches() ? new Read(Kind.BULLETS, bullet.group(1)) : number.matches()
				? new Read(Kind.NUMBERS, number.group(1))
				: heading.matches() ? new Read(Kind.HEADING, heading.group(1)) : new Read(Kind.PARAGRAPH, line.strip());
	}

	private static List<Span> spans(String words) {
		List<Span> spans = new ArrayList<>();
		read(words, false, false, spans);
		return spans;
	}

	/** From mark to mark; a mark that nothing closes is a character like another. */
	private static void read(String words, boolean strong, boolean stressed, List<Span> into) {
		StringBuilder plain = new StringBuilder();
		int at = 0;
		while (at < words.length()) {
			char c = words.charAt(at);
			if (c == '\\' && at + 1 < words.length() && "\\*_[]#-".indexOf(words.charAt(at + 1)) >= 0) {
				plain.append(words.charAt(at + 1));
				at += 2;
				continue;
			}
			String mark = words.startsWith("**", at) ? "**"
					: (c == '*' || (c == '_' && startsWord(words, at))) ? String.valueOf(c) : "";
			int end = mark.isEmpty() ? -1 : closing(words, mark, at + mark.length());
			Link link = (c == '[') ? link(words, at) : null;
			if (end < 0 && link == null) {
				plain.append(c);
				at++;
				continue;
			}
			flush(plain, strong, stressed, into);
			if (link != null) {
				into.add(new Span(link.words, strong, stressed, link.href));
				at = link.end;
			}
			else {
				boolean bold = mark.length() == 2;
				read(words.substring(at + mark.length(), end), strong || bold, stressed || !bold, into);
				at = end + mark.length();
			}
		}
		flush(plain, strong, stressed, into);
	}

	private static void flush(StringBuilder plain, boolean strong, boolean stressed, List<Span> into) {
		if (!plain.isEmpty()) {
			into.add(new Span(plain.toString(), strong, stressed, null));
			plain.setLength(0);
		}
	}

	private static boolean startsWord(String words, int at) {
		return at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1));
	}

	/** Where the same mark closes, right after a word; less than 0 for nowhere. */
	private static int closing(String words, String mark, int from) {
		if (from >= words.length() || Character.isWhitespace(words.charAt(from)) || words.startsWith(mark, from)) {
			return -1;
		}
		int end = words.indexOf(mark, from);
		boolean closes = end > from && !Character.isWhitespace(words.charAt(end - 1)) && (!"_".equals(mark)
				|| end + 1 == words.length() || !Character.isLetterOrDigit(words.charAt(end + 1)));
		return closes ? end : -1;
	}

	private static @Nullable Link link(String words, int at) {
		int middle = words.indexOf("](", at);
		int end = (middle < 0) ? -1 : words.indexOf(')', middle);
		if (end < 0 || middle == at + 1) {
			return null;
		}
		String href = words.substring(middle + 2, end);
		return ADDRESS.matcher(href).matches() ? new Link(words.substring(at + 1, middle), href, end + 1) : null;
	}

	/** What a block is. */
	public enum Kind {

		PARAGRAPH, BULLETS, NUMBERS, HEADING

	}

	/**
	 * A paragraph, a list or a subheading.
	 *
	 * @param lines of a paragraph, or the entries of a list
	 */
	public record Block(Kind kind, List<List<Span>> lines) {

		public Block {
			lines = lines.stream().map(List::copyOf).toList();
		}

		String text() {
			List<String> told = new ArrayList<>();
			for (int i = 0; i < this.lines.size(); i++) {
				String words = this.lines.get(i).stream().map(Span::text).collect(Collectors.joining());
				told.add(switch (this.kind) {
					case BULLETS -> "• " + words;
					case NUMBERS -> (i + 1) + ". " + words;
					default -> words;
				});
			}
			return String.join("\n", told);
		}

	}

	/** Words said in one way; a link when there is where to go. */
	public record Span(String words, boolean strong, boolean stressed, @Nullable String href) {

		/** With where it leads, on paper. */
		public String text() {
			return (this.href == null) ? this.words : this.words + " (" + this.href.replaceFirst("^mailto:", "") + ")";
		}

	}

	private record Read(@Nullable Kind kind, String words) {
	}

	private record Link(String words, String href, int end) {
	}

}
