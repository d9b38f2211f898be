package fr.faireavec.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A chart titled by what it says, with the names of its table's two columns. Strong bars
 * are filled and bold, the others outlined; {@code strongLabel} says what strong means.
 *
 * @param name what files of it are called; empty where there are none
 */
public record BarChart(String name, String title, List<Bar> rows, String labelHeader, String valueHeader,
		@Nullable String strongLabel) {

	public BarChart {
		rows = List.copyOf(rows);
	}

	public BarChart(String title, List<Bar> rows, String labelHeader, String valueHeader) {
		this("", title, rows, labelHeader, valueHeader, null);
	}

	public BarChart(String title, List<Bar> rows, String labelHeader, String valueHeader, String strongLabel) {
		this("", title, rows, labelHeader, valueHeader, strongLabel);
	}

	/** The same, of which there are files. */
	public BarChart named(String called) {
		return new BarChart(called, this.title, this.rows, this.labelHeader, this.valueHeader, this.strongLabel);
	}

	/** One bar: its name, its length, and its length in words. */
	public record Bar(String label, long value, String valueText, boolean strong) {

	}

	public boolean hasStrong() {
		return this.strongLabel != null && this.rows.stream().anyMatch(Bar::strong);
	}

	/** The width of a bar as an SVG percentage, the longest one taking it all. */
	public String width(Bar bar) {
		long longest = this.rows.stream().mapToLong(Bar::value).max().orElse(0);
		return (longest <= 0) ? "0%" : Math.max(0, bar.value()) * 100 / longest + "%";
	}

}
