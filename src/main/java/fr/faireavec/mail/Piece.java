package fr.faireavec.mail;

import org.jspecify.annotations.Nullable;

/** A block of a letter as templates read it: what it is, its label if any, its text. */
public record Piece(String type, @Nullable String label, String text) {

	public static Piece of(Letter.Block block) {
		return switch (block) {
			case Letter.Block.Text it -> new Piece("text", null, it.paragraph());
			case Letter.Block.Button it -> new Piece("button", it.label(), it.address());
			case Letter.Block.Code it -> new Piece("code", it.label(), it.code());
			case Letter.Block.Fact it -> new Piece("fact", it.label(), it.value());
			case Letter.Block.Small it -> new Piece("small", null, it.paragraph());
		};
	}

}
