package fr.faireavec.imports.web;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.faireavec.cohorts.InvitedWhen;
import fr.faireavec.imports.CohortFile.Cell;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.web.NotCalledOptional;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** The file somebody sends, what they correct of it, then the draft they confirm. */
class ImportForm {

	/** Characters; no cell that says something is longer. */
	private static final int LONGEST = 2_000;

	@NotNull(message = "{imports.file.none}")
	public @Nullable MultipartFile file;

	public String draft = "";

	public Set<String> accepted = new HashSet<>();

	/** What refused lines say, by line and place. */
	@NotCalledOptional
	@Typed(Typed.As.LINE)
	public Map<String, String> cell = new LinkedHashMap<>();

	/** The lines that are not to be written, by their number in the file. */
	public Set<Integer> leftOut = new LinkedHashSet<>();

	/** Whether those who are mandated are written to later only. */
	public boolean later;

	InvitedWhen invited() {
		return this.later ? InvitedWhen.LATER : InvitedWhen.NOW;
	}

	/** What the file says, where nobody has said otherwise. */
	void show(List<Cell> cells) {
		cells.forEach((one) -> this.cell.putIfAbsent(one.key(), one.typed()));
	}

	/**
	 * What was typed in the cells.
	 * @throws Refusal beside one that is too long
	 */
	Map<String, String> typed() {
		this.cell.forEach((key, typed) -> {
			if (typed.length() > LONGEST) {
				throw Refusal.of("cell[" + key + "]", "imports.cell.tooLong", LONGEST);
			}
		});
		return this.cell;
	}

}
