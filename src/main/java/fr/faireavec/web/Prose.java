package fr.faireavec.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A text with a little Markdown in it, read into pieces that templates show one by one:
 * nothing typed is ever markup. Paragraphs, where a line's end stays one, lists,
 * {@code ## subheadings}, {@code **strong**}, {@code *emphasis*}, and links to the web or
 * to a mailbox; whatever else stands as it was typed.
 */
public record Prose(List<Block> blocks) {

	/** Deeper than that, what is piled up is no list any more. */
	private static final int DEEPEST = 10;

	private static final Parser MARKDOWN = Parser.builder()
		.enabledBlockTypes(Set.of(Heading.class, ListBlock.class))
		.includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
		.maxOpenBlockParsers(DEEPEST)
		.maxInlineNesting(DEEPEST)
		.build();

	/** A bullet as word processors write it. */
	private static final Pattern BULLET = Pattern.compile("(?m)^( {0,3})\u2022(?=\\s)");

	private static final Pattern ADDRESS = Pattern.compile("(?:https?://|mailto:)[^\\s<>\"]{1,500}");

	public Prose {
		blocks = List.copyOf(blocks);
	}

	/** A text as it was typed. */
	public static Prose of(String typed) {
		String markdown = BULLET.matcher(typed).replaceAll("$1-");
		Reading reading = new Reading(typed);
		MARKDOWN.parse(markdown).accept(reading);
		return new Prose(reading.blocks);
	}

	/** A text without any Markdown: its paragraphs and the ends of its lines. */
	public static Prose plain(String text) {
		List<Block> blocks = new ArrayList<>();
		List<List<Span>> lines = new ArrayList<>();
		for (String line : text.lines().toList()) {
			if (line.isBlank()) {
				close(blocks, lines);
			}
			else {
				lines.add(List.of(new Span(line, false, false, null)));
			}
		}
		close(blocks, lines);
		return new Prose(blocks);
	}

	/** What it says, without its marks: for a cell of a spreadsheet. */
	public String text() {
		return this.blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
	}

	private static void close(List<Block> blocks, List<List<Span>> lines) {
		if (!lines.isEmpty()) {
			blocks.add(new Block(Kind.PARAGRAPH, lines));
		}
		lines.clear();
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

	/** Goes through what the parser found, and keeps what is shown. */
	private static final class Reading extends AbstractVisitor {

		private final String typed;

		private final List<Block> blocks = new ArrayList<>();

		private List<List<Span>> lines = new ArrayList<>();

		private int lists;

		private boolean strong;

		private boolean stressed;

		private Reading(String typed) {
			this.typed = typed;
		}

		@Override
		public void visit(Heading heading) {
			block(Kind.HEADING, heading);
		}

		@Override
		public void visit(Paragraph paragraph) {
			if (this.lists == 0) {
				block(Kind.PARAGRAPH, paragraph);
			}
			else {
				if (paragraph.getPrevious() == null) {
					this.lines.add(new ArrayList<>());
				}
				else {
					say(" ");
				}
				visitChildren(paragraph);
			}
		}

		@Override
		public void visit(BulletList list) {
			list(Kind.BULLETS, list);
		}

		@Override
		public void visit(OrderedList list) {
			list(Kind.NUMBERS, list);
		}

		/** A list within a list goes on with it. */
		private void list(Kind kind, ListBlock list) {
			this.lists++;
			if (this.lists == 1) {
				this.lines = new ArrayList<>();
			}
			visitChildren(list);
			this.lists--;
			if (this.lists == 0 && !this.lines.isEmpty()) {
				this.blocks.add(new Block(kind, this.lines));
			}
		}

		private void block(Kind kind, Node node) {
			this.lines = new ArrayList<>();
			this.lines.add(new ArrayList<>());
			visitChildren(node);
			if (!this.lines.getFirst().isEmpty()) {
				this.blocks.add(new Block(kind, this.lines));
			}
		}

		@Override
		public void visit(StrongEmphasis words) {
			boolean before = this.strong;
			this.strong = true;
			visitChildren(words);
			this.strong = before;
		}

		@Override
		public void visit(Emphasis words) {
			boolean before = this.stressed;
			this.stressed = true;
			visitChildren(words);
			this.stressed = before;
		}

		@Override
		public void visit(Link link) {
			String words = words(link);
			if (!words.isBlank() && ADDRESS.matcher(link.getDestination()).matches()) {
				add(new Span(words, this.strong, this.stressed, link.getDestination()));
			}
			else {
				say(source(link));
			}
		}

		@Override
		public void visit(Image image) {
			say(source(image));
		}

		@Override
		public void visit(Code code) {
			say(source(code));
		}

		@Override
		public void visit(HtmlInline html) {
			say(html.getLiteral());
		}

		@Override
		public void visit(Text text) {
			say(text.getLiteral());
		}

		@Override
		public void visit(SoftLineBreak end) {
			endLine();
		}

		@Override
		public void visit(HardLineBreak end) {
			endLine();
		}

		private void endLine() {
			if (this.lists == 0) {
				this.lines.add(new ArrayList<>());
			}
			else {
				say(" ");
			}
		}

		private void say(String words) {
			add(new Span(words, this.strong, this.stressed, null));
		}

		/** Words said in one way are one piece. */
		private void add(Span span) {
			if (this.lines.isEmpty()) {
				this.lines.add(new ArrayList<>());
			}
			List<Span> line = this.lines.getLast();
			Span last = line.isEmpty() ? null : line.getLast();
			if (last != null && last.href() == null && span.href() == null && last.strong() == span.strong()
					&& last.stressed() == span.stressed()) {
				line.set(line.size() - 1, new Span(last.words() + span.words(), span.strong(), span.stressed(), null));
			}
			else {
				line.add(span);
			}
		}

		/** As it was typed, marks and all. */
		private String source(Node node) {
			return node.getSourceSpans()
				.stream()
				.map((span) -> this.typed.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()))
				.collect(Collectors.joining(" "));
		}

		private static String words(Node node) {
			StringBuilder words = new StringBuilder();
			node.accept(new AbstractVisitor() {

				@Override
				public void visit(Text text) {
					words.append(text.getLiteral());
				}

				@Override
				public void visit(SoftLineBreak end) {
					words.append(' ');
				}

			});
			return words.toString();
		}

	}

}
