package fr.faireavec.bilans.web;

import fr.faireavec.bilans.BilanWords;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.bilans.BilanVersion;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.bilans.Shelf;
import fr.faireavec.web.PageOf;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bilans somebody may read, and for the animation those still to write. */
@Controller
class ShelfController {

	private static final int PAGE = 20;

	private static final int LAST = 10_000;

	private final Shelf shelf;

	private final Bilans bilans;

	private final BilanWords words;

	ShelfController(Shelf shelf, Bilans bilans, BilanWords words) {
		this.shelf = shelf;
		this.bilans = bilans;
		this.words = words;
	}

	@GetMapping("/bilans")
	String list(Viewer viewer, @RequestParam(defaultValue = "1") int page, Model model) {
		int number = Math.clamp(page, 1, LAST);
		List<Shelf.Row> rows = this.shelf.of(viewer, (number - 1) * PAGE, PAGE);
		Map<UUID, List<BilanVersion>> versions = this.bilans.versions(rows.stream().map(Shelf.Row::parcoursId).toList())
			.stream()
			.collect(Collectors.groupingBy(BilanVersion::parcoursId));
		List<Shelved> items = rows.stream()
			.map((row) -> shelved(row, versions.getOrDefault(row.parcoursId(), List.of())))
			.toList();
		model.addAttribute("page", new PageOf<>(items, number, PAGE, rows.isEmpty() ? 0 : rows.getFirst().total()));
		model.addAttribute("staff", viewer.isStaff());
		return "bilans/list";
	}

	private Shelved shelved(Shelf.Row row, List<BilanVersion> versions) {
		return new Shelved(row.slug(), row.name(), row.programme(), row.run(), row.due(),
				versions.stream().map((version) -> VersionView.of(this.words, version)).toList());
	}

	/** A parcours and its published versions, the latest first. */
	record Shelved(String slug, String name, String programme, boolean run, @Nullable LocalDate due,
			List<VersionView> versions) {
	}

}
