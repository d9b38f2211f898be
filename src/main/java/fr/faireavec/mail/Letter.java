package fr.faireavec.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * What a letter says, block by block: the mail room gives it its look, in HTML and in
 * plain text.
 */
public record Letter(String subject, List<Block> blocks) {

	public Letter {
		blocks = List.copyOf(blocks);
	}

	public static Letter about(String subject) {
		return new Letter(subject, List.of());
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

	private Letter and(Block block) {
		List<Block> more = new ArrayList<>(this.blocks);
		more.add(block);
		return new Letter(this.subject, more);
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
