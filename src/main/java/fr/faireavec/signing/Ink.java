package fr.faireavec.signing;

import java.util.ArrayList;
import java.util.List;

import fr.faireavec.kernel.Refusal;

/**
 * A signature as it was drawn: strokes of points, in a frame {@value #WIDTH} wide and
 * {@value #HEIGHT} high whatever the screen. It is never shown as it was sent, but drawn
 * again from these numbers.
 */
public record Ink(List<List<Point>> strokes) {

	public static final int WIDTH = 600;

	public static final int HEIGHT = 240;

	/** Characters, as it is sent and kept. */
	public static final int LONGEST = 20_000;

	/** A touch is no signature: so far the finger has gone at least. */
	private static final int SHORTEST = 40;

	/**
	 * Reads « x,y x,y;x,y x,y », a stroke after the other.
	 * @throws Refusal when it is no drawing, or nothing was drawn
	 */
	static Ink of(String sent) {
		if (sent.length() > LONGEST) {
			throw Refusal.of("strokes", "signing.ink.tooLong");
		}
		Ink ink = new Ink(new Reader(sent).strokes());
		if (ink.length() < SHORTEST) {
			throw Refusal.of("strokes", "signing.ink.empty");
		}
		return ink;
	}

	/** As it is kept, and read again. */
	String text() {
		List<String> lines = new ArrayList<>();
		for (List<Point> stroke : this.strokes) {
			lines.add(String.join(" ", stroke.stream().map((point) -> point.x + "," + point.y).toList()));
		}
		return String.join(";", lines);
	}

	/** The same as the path of an SVG drawing. */
	public String path() {
		StringBuilder path = new StringBuilder();
		for (List<Point> stroke : this.strokes) {
			path.append('M').append(stroke.getFirst().x).append(' ').append(stroke.getFirst().y);
			stroke.stream().skip(1).forEach((point) -> path.append('L').append(point.x).append(' ').append(point.y));
		}
		return path.toString();
	}

	private double length() {
		double length = 0;
		for (List<Point> stroke : this.strokes) {
			for (int i = 1; i < stroke.size(); i++) {
				length += Math.hypot(stroke.get(i).x - stroke.get(i - 1).x, stroke.get(i).y - stroke.get(i - 1).y);
			}
		}
		return length;
	}

	/** Where the finger was, from the top left corner. */
	public record Point(int x, int y) {
	}

	/** Digits, commas, blanks and semicolons, and nothing else. */
	private static final class Reader {

		private final String text;

		private int at;

		private Reader(String text) {
			this.text = text;
		}

		private List<List<Point>> strokes() {
			List<List<Point>> strokes = new ArrayList<>();
			boolean more = !this.text.isEmpty();
			while (more) {
				List<Point> stroke = new ArrayList<>();
				do {
					int x = number(WIDTH);
					skip(',');
					stroke.add(new Point(x, number(HEIGHT)));
				}
				while (takes(' '));
				strokes.add(List.copyOf(stroke));
				more = this.at < this.text.length();
				if (more) {
					skip(';');
				}
			}
			return List.copyOf(strokes);
		}

		private int number(int most) {
			int from = this.at;
			int value = 0;
			while (this.at < this.text.length() && this.at - from < 4 && this.text.charAt(this.at) >= '0'
					&& this.text.charAt(this.at) <= '9') {
				value = value * 10 + this.text.charAt(this.at++) - '0';
			}
			if (this.at == from || value > most) {
				throw Refusal.of("strokes", "signing.ink.unreadable");
			}
			return value;
		}

		private void skip(char expected) {
			if (!takes(expected)) {
				throw Refusal.of("strokes", "signing.ink.unreadable");
			}
		}

		private boolean takes(char expected) {
			boolean there = this.at < this.text.length() && this.text.charAt(this.at) == expected;
			this.at += there ? 1 : 0;
			return there;
		}

	}

}
