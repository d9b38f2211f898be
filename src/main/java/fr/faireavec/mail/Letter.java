package fr.faireavec.mail;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a letter says, block by block: the mail room gives it its look, in HTML and in
 * plain text.
 *
 * @param answers where they go, when not to the usual address
 */
public record Letter(String subject, List<Block> blocks, List<Calendar> calendars, @Nullable String answers) {

	public Letter {
		blocks = List.copyOf(blocks);
		calendars = List.copyOf(calendars);
	}

	public static Letter about(String subject) {
		return new Letter(subject, List.of(), List.of(), null);
	}

	public Letter text(String paragraph) {
		return and(new Block.Text(paragraph));
	}

	public Letter button(String label, String address) {
		return and(new Block.Button(label, address));
	}

	public Letter code(String label, String code) {
		return and(new Block.Code(label, code));
	}

	public Letter fact(String label, String value) {
		return and(new Block.Fact(label, value));
	}

	/** What matters less: how long it is valid, what to do if it was not you. */
	public Letter small(String paragraph) {
		return and(new Block.Small(paragraph));
	}

	/** With what the reader's calendar does with a date. */
	public Letter calendar(String method, String name, String file) {
		return new Letter(this.subject, this.blocks, and(this.calendars, new Calendar(method, name, file)),
				this.answers);
	}

	/** Answers go to the address of whoever wrote it. */
	public Letter answeredAt(String address) {
		return new Letter(this.subject, this.blocks, this.calendars, address);
	}

	Letter and(Block block) {
		return new Letter(this.subject, and(this.blocks, block), this.calendars, this.answers);
	}

	private static <T> List<T> and(List<T> some, T another) {
		List<T> more = new ArrayList<>(some);
		more.add(another);
		return more;
	}

	/**
	 * An iCalendar file about one date.
	 *
	 * @param method REQUEST or CANCEL, as the file says too
	 * @param name of the attached file, without its ending
	 */
	public record Calendar(String method, String name, String file) {
	}

	/** One piece of a letter. */
	public sealed interface Block {

		record Text(String paragraph) implements Block {
		}

		record Button(String label, String address) implements Block {
		}

		record Code(String label, String code) implements Block {
		}

		record Fact(String label, String value) implements Block {
		}

		record Small(String paragraph) implements Block {
		}

	}

}
