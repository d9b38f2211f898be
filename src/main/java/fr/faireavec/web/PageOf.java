package fr.faireavec.web;

import java.util.List;
import java.util.stream.IntStream;

import org.springframework.data.domain.Page;

/** One page of a long list: its rows, its number from 1, and how many rows in all. */
public record PageOf<T>(List<T> items, int number, int size, long total) {

	public PageOf {
		items = List.copyOf(items);
		number = Math.max(1, number);
		size = Math.max(1, size);
	}

	public static <T> PageOf<T> of(Page<T> page) {
		return new PageOf<>(page.getContent(), page.getNumber() + 1, page.getSize(), page.getTotalElements());
	}

	public int last() {
		return Math.toIntExact(Math.max(1, (this.total + this.size - 1) / this.size));
	}

	public boolean isOnlyOne() {
		return last() == 1;
	}

	public boolean hasPrevious() {
		return this.number > 1;
	}

	public boolean hasNext() {
		return this.number < last();
	}

	public long from() {
		return this.items.isEmpty() ? 0 : (long) (this.number - 1) * this.size + 1;
	}

	public long to() {
		return this.items.isEmpty() ? 0 : from() + this.items.size() - 1;
	}

	/** The page numbers worth a link, 0 standing for a gap. */
	public List<Integer> links() {
		List<Integer> near = IntStream.rangeClosed(1, last())
			.filter((page) -> page == 1 || page == last() || Math.abs(page - this.number) <= 1)
			.boxed()
			.toList();
		return IntStream.range(0, near.size())
			.boxed()
			.flatMap((i) -> (i > 0 && near.get(i) - near.get(i - 1) > 1) ? List.of(0, near.get(i)).stream()
					: List.of(near.get(i)).stream())
			.toList();
	}

}
